import { same } from './same.ts'

/**
 * What turns one plain value (what JSON can hold) into another: a new value, changes of single fields, or one stretch of a list. A session of a
 * long meeting has thousands of turns and standings, and a command changes one of them: what is told must not grow with the meeting.
 */
export type PlainChange =
  | { readonly to: unknown }
  | { readonly fields: Readonly<Record<string, PlainChange>>; readonly gone?: readonly string[] }
  | { readonly at: number; readonly drop: number; readonly add: readonly unknown[] }

/** The change from one plain value to another; null where both say the same. Absent fields and undefined are one. */
export function plainChange(before: unknown, after: unknown): PlainChange | null {
  if (Object.is(before, after)) return null
  if (Array.isArray(before) && Array.isArray(after)) return listChange(before, after)
  if (isObject(before) && isObject(after)) return fieldsChange(before, after)
  return { to: after ?? null }
}

/**
 * The value after the change; what did not change stays the same object. Throws a `TypeError` where the change was made of something else:
 * whoever lost one asks for the whole again.
 */
export function applyPlainChange(before: unknown, change: PlainChange): unknown {
  if ('to' in change) return change.to
  if ('at' in change) {
    if (!Array.isArray(before) || before.length < change.at + change.drop) throw new TypeError('This list was not changed')
    return [...before.slice(0, change.at), ...change.add, ...before.slice(change.at + change.drop)]
  }
  if (!isObject(before)) throw new TypeError('These fields were not changed')
  const gone = new Set(change.gone)
  const kept = Object.entries(before).filter(([name]) => !gone.has(name) && !Object.hasOwn(change.fields, name))
  const changed = Object.entries(change.fields).map(([name, one]) => [
    name,
    applyPlainChange(Object.hasOwn(before, name) ? before[name] : undefined, one),
  ])
  return Object.fromEntries([...kept, ...changed])
}

function fieldsChange(before: Fields, after: Fields): PlainChange | null {
  const fields = Object.entries(after).flatMap(([name, value]) => {
    const change = value === undefined ? null : plainChange(Object.hasOwn(before, name) ? before[name] : undefined, value)
    return change === null ? [] : [[name, change] as const]
  })
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name) || after[name] === undefined)
  if (fields.length === 0 && gone.length === 0) return null
  return { fields: Object.fromEntries(fields), ...(gone.length === 0 ? {} : { gone }) }
}

/** The one stretch between what both lists begin with and what both end with. */
function listChange(before: readonly unknown[], after: readonly unknown[]): PlainChange | null {
  const shorter = Math.min(before.length, after.length)
  let at = 0
  while (at < shorter && same(before[at], after[at])) at += 1
  let end = 0
  while (end < shorter - at && same(before.at(-1 - end), after.at(-1 - end))) end += 1
  const drop = before.length - at - end
  const add = after.slice(at, after.length - end)
  return drop === 0 && add.length === 0 ? null : { at, drop, add }
}

type Fields = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

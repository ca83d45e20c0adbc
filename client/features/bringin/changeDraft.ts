import type { BringInFind } from '../../../shared/protocol/index.ts'
import type { FindValue } from './decisions.ts'
import { type FindField, findFields } from './fields.ts'

/** A find's fields as somebody writes them. */
export type ChangeDraft = Readonly<Record<string, string>>

/** The fields of a value as text; what is not said is empty. */
export function draftOf(kind: BringInFind['kind'], value: FindValue): ChangeDraft {
  const record = value as Readonly<Record<string, unknown>> // each member is looked at below
  return Object.fromEntries(findFields[kind].map((field) => [field.name, textOf(field, record[field.name])]))
}

function textOf({ input }: FindField, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (input === 'list') return Array.isArray(value) ? value.join('\n') : ''
  if (input === 'due')
    return typeof value !== 'object' ? '' : 'date' in value ? String(value.date) : 'event' in value ? String(value.event) : ''
  return String(value)
}

/** Which fields do not fit: empty where something is needed, no date, no hour. */
export function wrongFields(kind: BringInFind['kind'], draft: ChangeDraft): readonly FindField['name'][] {
  return findFields[kind].filter((field) => !fits(field, (draft[field.name] ?? '').trim())).map((field) => field.name)
}

function fits({ input, isNeeded, name }: FindField, text: string): boolean {
  if (text === '') return isNeeded !== true
  if (input === 'date') return isIsoDate(text)
  if (input === 'hour') return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
  if (input === 'count') return /^\d{1,4}$/.test(text)
  return name !== 'tag' || /^[a-z]{2,3}$/.test(text)
}

/** A year, a month or a day that is in the calendar. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return false
  const day = new Date(`${text}${'-01-01'.slice(text.length - 4)}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** The value that the fields say; members that are no fields stay as they were found. */
export function valueOfDraft(find: BringInFind, draft: ChangeDraft): FindValue {
  const said = Object.fromEntries(
    findFields[find.kind].map((field) => [field.name, memberOf(field, (draft[field.name] ?? '').trim())]),
  )
  // Built from the fields of this very kind; the server parses it by the schema of the kind.
  return { ...find.value, ...said } as FindValue
}

function memberOf({ input, name }: FindField, text: string): unknown {
  if (input === 'list')
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  if (input === 'due') return text === '' ? null : isIsoDate(text) ? { date: text } : { event: text }
  if (input === 'count') return text === '' ? null : Number(text)
  // The operative word may be open, and is empty then.
  if (name === 'verb') return text
  return text === '' ? null : text
}

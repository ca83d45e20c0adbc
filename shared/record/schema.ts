import { isId } from '../base/index.ts'
import { limits } from './limits.ts'
import {
  isBasis,
  isBoolean,
  isDue,
  isFigure,
  isIdOrNull,
  isMinutes,
  isOrderKey,
  isPapers,
  isParty,
  isPurpose,
  isWords,
  orNull,
} from './values.ts'

/** The four root maps, each id → entry. There is no other root. */
export const rootNames = ['items', 'outcomes', 'actions', 'targets'] as const
export type RootName = (typeof rootNames)[number]

/** What a text may hold: a line is one paragraph of plain words, notes are blocks with marks. */
export type TextKind = 'line' | 'notes'

/** A field of an entry: a plain value, a text people write together, or a small map of its own. */
export type Field =
  | { readonly kind: 'value'; readonly accepts: (value: unknown) => boolean }
  | { readonly kind: 'text'; readonly text: TextKind; readonly maxLength: number }
  | { readonly kind: 'partners' }
  | { readonly kind: 'qualifiers' }

const value = (accepts: (value: unknown) => boolean): Field => ({ kind: 'value', accepts })
const line = (maxLength: number): Field => ({ kind: 'text', text: 'line', maxLength })
const order = value(isOrderKey)
const removed = value(orNull(isBoolean))
const party = value(orNull(isParty))
const reference = value((v) => typeof v === 'string' && isId(v))

/** Every field of every entry, version 1 (INTERFACES, "the record's document"). */
export const fieldsOf: Readonly<Record<RootName, Readonly<Record<string, Field>>>> = {
  items: {
    order,
    parent: value(isIdOrNull),
    title: line(limits.titleLength),
    notes: { kind: 'text', text: 'notes', maxLength: limits.textLength },
    lead: party,
    purpose: value(orNull(isPurpose)),
    minutes: value(orNull(isMinutes)),
    papers: value(orNull(isPapers)),
    carriedOverFrom: value(orNull(isWords)),
    removed,
  },
  outcomes: {
    item: reference,
    order,
    kind: value((v) => typeof v === 'string' && v.length <= limits.kindLength),
    actor: party,
    text: line(limits.textLength),
    qualifiers: { kind: 'qualifiers' },
    removed,
  },
  actions: {
    item: reference,
    outcome: value(isIdOrNull),
    order,
    task: line(limits.textLength),
    lead: party,
    partners: { kind: 'partners' },
    due: value(orNull(isDue)),
    basis: value(isBasis),
    removed,
  },
  targets: {
    item: reference,
    outcome: value(isIdOrNull),
    order,
    figure: value(isFigure),
    atLeast: value(isBoolean),
    what: line(limits.textLength),
    event: value(orNull(isWords)),
    whose: value(orNull(isWords)),
    removed,
  },
}

/** The fields of a qualifier, which lives inside its outcome. */
export const qualifierFields: Readonly<Record<string, Field>> = {
  order,
  kind: value((v) => typeof v === 'string' && v.length <= limits.kindLength),
  text: line(limits.textLength),
}

/** Looks up a field without falling for inherited names such as `constructor`. */
export function fieldOf(fields: Readonly<Record<string, Field>>, name: string): Field | null {
  return Object.hasOwn(fields, name) ? (fields[name] ?? null) : null
}

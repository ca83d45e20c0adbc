import * as Y from 'yjs'
import {
  type ActionId,
  type DelegationId,
  type ItemId,
  isId,
  type OutcomeId,
  type QualifierId,
  type TargetId,
} from '../base/index.ts'
import { byOrder } from './order.ts'
import { readText } from './readText.ts'
import type { RootName } from './schema.ts'
import type { ActionView, Basis, Due, ItemView, OutcomeView, Paper, Party, Purpose, QualifierView, TargetView } from './types.ts'
import {
  isBasis,
  isDue,
  isFigure,
  isMinutes,
  isOrderKey,
  isPapers,
  isParty,
  isPurpose,
  isWords,
  parsePartnerKey,
} from './values.ts'

/** Entries as the document alone tells them: without numbers, standing, status or closed, which are not its to say. */
export interface ItemEntry extends Omit<ItemView, 'number' | 'closed' | 'parent' | 'progress' | 'usedMs' | 'extraMinutes'> {
  readonly parent: ItemId | null
}
export type OutcomeEntry = Omit<OutcomeView, 'number' | 'standing' | 'fixing'>
export type ActionEntry = Omit<ActionView, 'number' | 'status'>
export type TargetEntry = TargetView

export interface Entries {
  readonly items: ItemEntry
  readonly outcomes: OutcomeEntry
  readonly actions: ActionEntry
  readonly targets: TargetEntry
}

type FieldReader<E> = { readonly [K in keyof Omit<E, 'id'>]: (map: Y.Map<unknown>) => E[K] }

const readOrder = (map: Y.Map<unknown>): string => {
  const value = map.get('order')
  return isOrderKey(value) ? value : ''
}
const readRemoved = (map: Y.Map<unknown>): boolean => map.get('removed') === true
const readParty =
  (field: string) =>
  (map: Y.Map<unknown>): Party | null => {
    const value = map.get(field)
    if (!isParty(value)) return null
    return 'delegation' in value ? { delegation: value.delegation } : { words: value.words }
  }
const readWords =
  (field: string) =>
  (map: Y.Map<unknown>): string | null => {
    const value = map.get(field)
    return isWords(value) ? value : null
  }
/** An id of the kind the field is for; the brand is earned by the test. */
const readId =
  <Id extends string>(field: string) =>
  (map: Y.Map<unknown>): Id | null => {
    const value = map.get(field)
    return typeof value === 'string' && isId(value) ? (value as Id) : null
  }
const readItemId = (map: Y.Map<unknown>): ItemId => readId<ItemId>('item')(map) ?? nowhere
/** Where an entry goes whose item cannot be read: an id no item has, so that it is listed last and stays readable. */
const nowhere = '' as ItemId

const itemFields: FieldReader<ItemEntry> = {
  order: readOrder,
  parent: readId<ItemId>('parent'),
  title: (map) => readText(map.get('title'), 'line'),
  notes: (map) => readText(map.get('notes'), 'notes'),
  lead: readParty('lead'),
  purpose: (map): Purpose | null => {
    const value = map.get('purpose')
    return isPurpose(value) ? value : null
  },
  minutes: (map) => {
    const value = map.get('minutes')
    return isMinutes(value) ? value : null
  },
  papers: (map): readonly Paper[] => {
    const value = map.get('papers')
    return isPapers(value) ? value.map(({ title, url }) => ({ title, url })) : []
  },
  carriedOverFrom: readWords('carriedOverFrom'),
  removed: readRemoved,
}

const outcomeFields: FieldReader<OutcomeEntry> = {
  item: readItemId,
  order: readOrder,
  kind: (map) => readWords('kind')(map) ?? '',
  actor: readParty('actor'),
  text: (map) => readText(map.get('text'), 'line'),
  qualifiers: readQualifiers,
  removed: readRemoved,
}

const actionFields: FieldReader<ActionEntry> = {
  item: readItemId,
  outcome: readId<OutcomeId>('outcome'),
  order: readOrder,
  task: (map) => readText(map.get('task'), 'line'),
  lead: readParty('lead'),
  partners: readPartners,
  due: (map): Due | null => {
    const value = map.get('due')
    if (!isDue(value)) return null
    return 'date' in value ? { date: value.date } : { event: value.event }
  },
  basis: (map): Basis => {
    const value = map.get('basis')
    return isBasis(value) ? value : 'implied'
  },
  removed: readRemoved,
}

const targetFields: FieldReader<TargetEntry> = {
  item: readItemId,
  outcome: readId<OutcomeId>('outcome'),
  order: readOrder,
  figure: (map) => {
    const value = map.get('figure')
    return isFigure(value) ? value : 0
  },
  atLeast: (map) => map.get('atLeast') === true,
  what: (map) => readText(map.get('what'), 'line'),
  event: readWords('event'),
  whose: readWords('whose'),
  removed: readRemoved,
}

const readers: { readonly [R in RootName]: FieldReader<Entries[R]> } = {
  items: itemFields,
  outcomes: outcomeFields,
  actions: actionFields,
  targets: targetFields,
}

/**
 * Reads an entry; with `earlier` and `fields`, only those fields are read anew and the rest is taken from before.
 * Broken values become null or their default.
 */
export function readEntry<R extends RootName>(
  root: R,
  id: string,
  map: Y.Map<unknown>,
  earlier?: Entries[R],
  fields?: ReadonlySet<string>,
): Entries[R] {
  const read: Readonly<Record<string, (map: Y.Map<unknown>) => unknown>> = readers[root]
  const entry: Record<string, unknown> = { ...earlier, id }
  for (const [field, reader] of Object.entries(read)) {
    if (earlier === undefined || fields === undefined || fields.has(field)) entry[field] = reader(map)
  }
  // Every field of the entry's type has just been read or taken over, by construction of `readers`.
  return entry as unknown as Entries[R]
}

function readQualifiers(map: Y.Map<unknown>): readonly QualifierView[] {
  const qualifiers = map.get('qualifiers')
  if (!(qualifiers instanceof Y.Map)) return []
  const views: QualifierView[] = []
  for (const [id, entry] of qualifiers.entries()) {
    if (!(entry instanceof Y.Map) || !isId(id)) continue
    const kind = readWords('kind')(entry) ?? ''
    // Branded just after the test that it is an id.
    views.push({ id: id as QualifierId, order: readOrder(entry), kind, text: readText(entry.get('text'), 'line') })
  }
  return views.sort(byOrder)
}

function readPartners(map: Y.Map<unknown>): readonly Party[] {
  const partners = map.get('partners')
  if (!(partners instanceof Y.Map)) return []
  return [...partners.entries()]
    .filter(([, there]) => there === true)
    .map(([key]) => key)
    .sort()
    .flatMap((key): readonly Party[] => {
      const party = parsePartnerKey(key)
      return party === null ? [] : 'delegation' in party ? [{ delegation: party.delegation as DelegationId }] : [party]
    })
}

export type EntryId = ItemId | OutcomeId | ActionId | TargetId

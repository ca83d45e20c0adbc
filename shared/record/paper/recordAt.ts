import type { ActionId, ItemId, Millis, OutcomeId, QualifierId, TargetId } from '../../base/index.ts'
import type {
  ActionReview,
  ActionView,
  ItemView,
  MeetingRecord,
  OutcomeView,
  Party,
  QualifierView,
  TargetView,
} from '../types.ts'
import type { Part, PartyName, RecordPaper } from './Paper.ts'
import type { NameOf } from './paperOf.ts'

type Of<Kind extends Part['kind']> = Extract<Part, { readonly kind: Kind }>

/**
 * The record as one of its versions has it: every word from the paper; ids, places and links from the record, which never
 * forgets an entry. What the version does not have is not in it, removed or not.
 */
export function recordAt(record: MeetingRecord, paper: RecordPaper, nameOf: NameOf): MeetingRecord {
  const parts = paper.parts
  const party = partyIn(nameOf)
  const items = kindOf(parts, 'item').map((part) => itemOf(part, parts, record.items, party))
  return {
    ...record,
    head: paper.head,
    session: { ...record.session, ...attendanceOf(parts, record), reviews: reviewsOf(parts, record) },
    items,
    outcomes: kindOf(parts, 'outcome').map((part) => outcomeOf(part, parts, record.outcomes, party)),
    actions: kindOf(parts, 'action').map((part) => actionOf(part, record.actions, party)),
    targets: kindOf(parts, 'target').map((part) => targetOf(part, record.targets)),
  }
}

/** The party of the entry where it is still called so; else the name that the paper has. */
type PartyOf = (name: PartyName | null, known: Party | null | undefined) => Party | null

function partyIn(nameOf: NameOf): PartyOf {
  return (name, known) => {
    if (name === null) return null
    return known && nameOf(known).name === name.name ? known : { words: name.name }
  }
}

function itemOf(part: Of<'item'>, parts: readonly Part[], known: readonly ItemView[], party: PartyOf): ItemView {
  const { number, title, purpose, minutes, usedMs, progress, papers, carriedOverFrom } = part
  // An addendum was never an item of the agenda: its key stands for it.
  const id = part.item ?? (part.key as ItemId)
  const entry = known.find((one) => one.id === id)
  const notes = parts.flatMap((one) => (one.kind === 'note' && belongs(one, part) ? [one.block] : []))
  return {
    id,
    number,
    parent: entry?.parent ?? null,
    order: entry?.order ?? '',
    title,
    notes,
    lead: party(part.lead, entry?.lead),
    purpose,
    minutes,
    papers,
    carriedOverFrom,
    closed: entry?.closed ?? false,
    progress,
    usedMs,
    extraMinutes: entry?.extraMinutes ?? 0,
    removed: false,
  }
}

function belongs(note: Of<'note'>, item: Of<'item'>): boolean {
  return item.item === null ? note.key.startsWith(`${item.key}:`) : note.item === item.item
}

function outcomeOf(part: Of<'outcome'>, parts: readonly Part[], known: readonly OutcomeView[], party: PartyOf): OutcomeView {
  const id = idIn<OutcomeId>(part)
  const entry = known.find((one) => one.id === id)
  const qualifiers = kindOf(parts, 'qualifier')
    .filter((one) => one.outcome === id)
    .map((one): QualifierView => {
      const qualifier = idIn<QualifierId>(one)
      const order = entry?.qualifiers.find((known) => known.id === qualifier)?.order ?? ''
      return { id: qualifier, order, kind: one.word, text: one.text }
    })
  const { label, verb, text, standing, fixing } = part
  const place = { item: placeOf(part), number: label, order: entry?.order ?? '' }
  return { id, ...place, kind: verb, actor: party(part.actor, entry?.actor), text, qualifiers, standing, fixing, removed: false }
}

function actionOf(part: Of<'action'>, known: readonly ActionView[], party: PartyOf): ActionView {
  const id = idIn<ActionId>(part)
  const entry = known.find((one) => one.id === id)
  const { number, task, due, basis, status } = part
  const partners = part.partners.flatMap((name) => {
    const same = entry?.partners.map((one) => party(name, one)).find((one) => one !== null && 'delegation' in one)
    return party(name, same) ?? []
  })
  const outcome = part.outcome === null ? null : (part.outcome as OutcomeId)
  const place = { item: placeOf(part), outcome, number, order: entry?.order ?? '' }
  return { id, ...place, task, lead: party(part.lead, entry?.lead), partners, due, basis, status, removed: false }
}

function targetOf(part: Of<'target'>, known: readonly TargetView[]): TargetView {
  const id = idIn<TargetId>(part)
  const entry = known.find((one) => one.id === id)
  const { figure, atLeast, what, event, whose } = part
  const place = { item: placeOf(part), outcome: entry?.outcome ?? null, order: entry?.order ?? '' }
  return { id, ...place, figure, atLeast, what, event, whose, removed: false }
}

/** Who took part, as the version prints it; persons are not in it. */
function attendanceOf(
  parts: readonly Part[],
  { session }: MeetingRecord,
): Pick<MeetingRecord['session'], 'attending' | 'attendance'> {
  const part = kindOf(parts, 'attendance')[0]
  if (part === undefined) return { attending: [], attendance: [] }
  return {
    attending: part.entries.map((entry) => ({
      ...entry,
      party: session.attending.find((one) => one.name === entry.name)?.party ?? { words: entry.name },
      delegates: entry.delegates.map((one) => ({ person: null, ...one })),
    })),
    attendance: part.lines.map((line) => ({ ...line, party: line.party === null ? null : { words: line.party.name } })),
  }
}

/** What the version says of earlier actions; who said it, and when, from the session, unless it was taken back there later. */
function reviewsOf(parts: readonly Part[], { session }: MeetingRecord): readonly ActionReview[] {
  return kindOf(parts, 'review').map((part) => {
    const { meeting, status, note } = part
    const action = idIn<ActionId>(part)
    const known = session.reviews.find((one) => one.action === action)
    const at = session.history.at(-1)?.at ?? (0 as Millis)
    return { action, meeting, actor: { role: null, name: null }, at, ...known, status, note }
  })
}

function kindOf<Kind extends Part['kind']>(parts: readonly Part[], kind: Kind): readonly Of<Kind>[] {
  return parts.filter((part): part is Of<Kind> => part.kind === kind)
}

/** Keys are made by `paperOf` from the ids of what they show. */
function idIn<Id extends string>({ key }: Part): Id {
  return key.slice(key.indexOf(':') + 1) as Id
}

function placeOf({ key, item }: Part): ItemId {
  if (item === null) throw new Error(`The part ${key} belongs to no item`)
  return item
}

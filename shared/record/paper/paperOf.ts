import { isId } from '../../base/index.ts'
import { plainText } from '../plainText.ts'
import type { ItemView, MeetingRecord, OutcomeView, Party } from '../types.ts'
import { hasWords } from './hasWords.ts'
import type { Part, PartyName, RecordPaper } from './Paper.ts'

/** Gives a party its printed name. */
export type NameOf = (party: Party) => PartyName

/**
 * The record as a paper: its parts in reading order, paragraphs numbered through the whole. What was removed is not in it.
 * Numbers and keys of notes are provisional until `settle` has laid them beside an earlier version.
 */
export function paperOf(record: MeetingRecord, group: string, nameOf: NameOf): RecordPaper {
  const counter = numbers()
  const named = (party: Party | null): PartyName | null => (party === null ? null : nameOf(party))
  const parts = record.items
    .filter(stands)
    .flatMap((item) => [itemPart(item, named), ...underItem(record, item, named, counter), ...speakersOf(record, item)])
  return {
    meetingId: record.meetingId,
    group,
    head: record.head,
    spent: [],
    parts: [
      ...parts,
      ...strayReviews(record, named, counter),
      ...speakersOf(record, null),
      ...actionsOf(record, named),
      ...attendanceOf(record, named),
    ],
  }
}

/** Whether an item is on the agenda: what lies below one that was removed went with it. An addendum never had a number. */
function stands({ id, number, removed }: ItemView): boolean {
  return !removed && (number !== null || !isId(id))
}

type Named = (party: Party | null) => PartyName | null
type Counter = () => string

function numbers(): Counter {
  let last = 0
  return () => {
    last += 1
    return String(last)
  }
}

function itemPart(item: ItemView, named: Named): Part {
  const { id, number, title, purpose, minutes, usedMs, progress, papers, carriedOverFrom } = item
  const facts = { title, lead: named(item.lead), purpose, minutes, usedMs, progress, papers, carriedOverFrom }
  return { kind: 'item', key: `item:${id}`, item: id, number, ...facts }
}

function underItem(record: MeetingRecord, item: ItemView, named: Named, next: Counter): readonly Part[] {
  const notes = item.notes
    .filter(hasWords)
    .map((block, index): Part => ({ kind: 'note', key: `note:${item.id}:${index}`, item: item.id, number: next(), block }))
  // Numbered in the order in which they stand: what is read before the outcomes is counted before them.
  const reviews = record.session.reviewing?.item === item.id ? reviewsOf(record, named, next) : []
  const outcomes = record.outcomes
    .filter((outcome) => outcome.item === item.id && !outcome.removed)
    .flatMap((outcome) => outcomeParts(outcome, named, next))
  const targets = record.targets
    .filter((target) => target.item === item.id && !target.removed)
    .map(({ id, figure, atLeast, what, event, whose }): Part => {
      return { kind: 'target', key: `target:${id}`, item: item.id, number: next(), figure, atLeast, what, event, whose }
    })
  return [...notes, ...reviews, ...outcomes, ...targets]
}

/** What was said of earlier actions, each with the words that action had. */
function reviewsOf({ session }: MeetingRecord, named: Named, next: Counter, isStray = false): readonly Part[] {
  const { reviewing, reviews } = session
  return reviews.flatMap(({ action, status, note }): readonly Part[] => {
    const carried = reviewing?.actions.find((one) => one.action === action)
    if (carried === undefined || reviewing === null) return []
    const { meeting, meetingTitle, meetingDate, number: label, task, lead } = carried
    const origin = { action, meeting, meetingTitle, meetingDate, label, task, lead: named(lead) }
    const place = { key: `review:${action}`, item: isStray ? null : reviewing.item, number: next() }
    return [{ kind: 'review', ...place, ...origin, status, note }]
  })
}

/** The reviews whose item was taken off the agenda: what was said stays said. */
function strayReviews(record: MeetingRecord, named: Named, next: Counter): readonly Part[] {
  const isRead = record.items.some((item) => item.id === record.session.reviewing?.item && stands(item))
  return isRead ? [] : reviewsOf(record, named, next, true)
}

function outcomeParts(outcome: OutcomeView, named: Named, next: Counter): readonly Part[] {
  const { id, item, number: label, kind: verb, text, standing, fixing } = outcome
  const said = { label, verb, actor: named(outcome.actor), text, standing, fixing }
  return [
    { kind: 'outcome', key: `outcome:${id}`, item, number: next(), ...said },
    ...outcome.qualifiers.map((one): Part => {
      return { kind: 'qualifier', key: `qualifier:${one.id}`, item, number: next(), outcome: id, word: one.kind, text: one.text }
    }),
  ]
}

function actionsOf(record: MeetingRecord, named: Named): readonly Part[] {
  return record.actions
    .filter((action) => action.number !== null)
    .map(({ id, item, number, task, outcome, lead, partners, due, basis, status }): Part => {
      const who = { lead: named(lead), partners: partners.flatMap((one) => named(one) ?? []) }
      return { kind: 'action', key: `action:${id}`, item, number, task, outcome, ...who, due, basis, status }
    })
}

function speakersOf(record: MeetingRecord, item: ItemView | null): readonly Part[] {
  const turns = record.session.interventions
    .filter((turn) => turn.item === (item?.id ?? null))
    .map(({ speaker, type, intervention, onBehalfOf, asObserver, startedAt, ms }) => {
      const party = speaker === null ? null : { name: speaker.name, code: speaker.code }
      return { speaker: party, type, intervention, onBehalfOf, asObserver, startedAt, ms }
    })
  if (turns.length === 0) return []
  return [{ kind: 'speakers', key: `speakers:${item?.id ?? ''}`, item: item?.id ?? null, number: null, turns }]
}

function attendanceOf({ session }: MeetingRecord, named: Named): readonly Part[] {
  if (session.attending.length === 0 && session.attendance.length === 0) return []
  const entries = session.attending.map(({ party: _party, delegates, ...entry }) => {
    return { ...entry, delegates: delegates.map((one) => ({ name: one.name, function: one.function })) }
  })
  const lines = session.attendance.map((line) => ({ ...line, party: named(line.party) }))
  return [{ kind: 'attendance', key: 'attendance', item: null, number: null, entries, lines }]
}

/** The words of a part as they are read: what is compared, found and quoted. */
export function partText(part: Part): string {
  switch (part.kind) {
    case 'item':
      return plainText(part.title)
    case 'note':
      return plainText([part.block])
    case 'outcome':
      return [part.actor?.name, part.verb, plainText(part.text)].filter((word) => word !== undefined && word !== '').join(' ')
    case 'qualifier':
      return [part.word, plainText(part.text)].filter((word) => word !== '').join(' ')
    case 'target':
      return plainText(part.what)
    case 'action':
      return plainText(part.task)
    case 'review':
      return part.note ?? ''
    default:
      return ''
  }
}

import { closedToObservers } from '../../shared/access/index.ts'
import type { ItemId } from '../../shared/base/index.ts'
import {
  hasWords,
  type ItemView,
  type MeetingRecord,
  type OutcomeView,
  type Party,
  plainText,
} from '../../shared/record/index.ts'
import type { WholeRecord } from './Digest.ts'
import type { IndexedMeeting } from './face.ts'
import type { MeetingFacts, Passage } from './segment/Segment.ts'

/** What can be found of a record: what observers may see, and apart from it the rest. */
export function passagesOf(groupId: string, stamp: string, whole: WholeRecord): IndexedMeeting {
  const { record } = whole
  const hidden = closedToObservers(record)
  const open: Passage[] = [meetingTitle(record)]
  const closed: Passage[] = []
  for (const { item, passage } of partsOf(whole)) (hidden?.item(item) === true ? closed : open).push(passage)
  return { groupId, facts: factsOf(stamp, whole, closed.length > 0), open, closed }
}

function factsOf(stamp: string, { meetingId, createdAt, record }: WholeRecord, hasClosed: boolean): MeetingFacts {
  const { title, startsAt: date, place, symbol } = record.head
  return { meetingId, stamp, title, date, place, symbol, phase: record.session.phase, createdAt, hasClosed }
}

/** How a party is known in the index: a delegation by its id, because names change. */
export function partyKey(party: Party): string {
  return 'delegation' in party ? `d:${party.delegation}` : `w:${party.words}`
}

interface Placed {
  readonly item: ItemId
  readonly passage: Passage
}

const bare = { paragraph: null, number: null, standing: null, kind: null, status: null, parties: [], lead: null }

/** The head stays open even where all else is closed, as it does on every other page. */
function meetingTitle({ meetingId, head }: MeetingRecord): Passage {
  const words = [head.title, head.formalMeeting, head.place, head.symbol].filter((one) => one !== null && one !== '')
  return { ...bare, part: 'title', id: meetingId, text: words.join(' · ') }
}

function partsOf(whole: WholeRecord): readonly Placed[] {
  const { record, numbers } = whole
  const paragraph = (key: string) => numbers[key] ?? null
  const outcomes = record.outcomes.filter((one) => !one.removed)
  const actions = record.actions.filter((one) => !one.removed)
  const targets = record.targets.filter((one) => !one.removed)
  return [
    ...record.items.filter((item) => !item.removed).flatMap((item) => itemPassages(item, paragraph)),
    ...outcomes.map((outcome) => ({
      item: outcome.item,
      passage: {
        ...bare,
        part: 'outcome' as const,
        id: outcome.id,
        paragraph: paragraph(`outcome:${outcome.id}`),
        number: outcome.number,
        standing: outcome.standing,
        kind: outcome.kind === '' ? null : outcome.kind,
        text: outcomeText(outcome),
        parties: named([outcome.actor]),
      },
    })),
    ...actions.map(({ id, item, number, status, task, due, lead, partners }) => ({
      item,
      passage: {
        ...bare,
        part: 'action' as const,
        id,
        number,
        status,
        text: due !== null && 'event' in due ? `${plainText(task)} · ${due.event}` : plainText(task),
        parties: named([lead, ...partners]),
        lead: lead === null ? null : partyKey(lead),
      },
    })),
    ...targets.map(({ id, item, figure, what, event, whose }) => ({
      item,
      passage: {
        ...bare,
        part: 'target' as const,
        id,
        paragraph: paragraph(`target:${id}`),
        text: [`${figure} ${plainText(what)}`, event, whose].filter((one) => one !== null && one !== '').join(' · '),
      },
    })),
  ]
}

function itemPassages(item: ItemView, paragraph: (key: string) => string | null): readonly Placed[] {
  const { id, number, lead } = item
  const title = plainText(item.title)
  const notes = item.notes.filter(hasWords).map((block, index): Placed => {
    const passage = { ...bare, part: 'note' as const, id, paragraph: paragraph(`note:${id}:${index}`), text: plainText([block]) }
    return { item: id, passage }
  })
  if (title === '') return notes
  return [{ item: id, passage: { ...bare, part: 'title', id, number, text: title, parties: named([lead]) } }, ...notes]
}

function outcomeText({ text, qualifiers }: OutcomeView): string {
  return [plainText(text), ...qualifiers.map((one) => `${one.kind} ${plainText(one.text)}`)].join('\n')
}

function named(parties: readonly (Party | null)[]): readonly string[] {
  return [...new Set(parties.flatMap((party) => (party === null ? [] : [partyKey(party)])))]
}

import { expect, test } from 'vitest'
import { outlineOf, sectionMark } from '../../../client/features/record/outline.ts'
import type { ItemId, MeetingId, OutcomeId, QualifierId } from '../../../shared/base/index.ts'
import type { Block, ItemView, MeetingRecord, OutcomeView } from '../../../shared/record/index.ts'

const words = (text: string): Block => ({ kind: 'paragraph', runs: text === '' ? [] : [{ text }] })
// The brands are earned: a test names its own things.
const itemId = (name: string) => name as ItemId

function item(name: string, changes: Partial<ItemView> = {}): ItemView {
  return {
    id: itemId(name),
    number: '1',
    parent: null,
    order: name,
    title: [words(name)],
    notes: [],
    lead: null,
    purpose: null,
    minutes: null,
    papers: [],
    carriedOverFrom: null,
    closed: false,
    progress: 'notBegun',
    usedMs: 0,
    extraMinutes: 0,
    removed: false,
    ...changes,
  }
}

function outcome(name: string, of: string, changes: Partial<OutcomeView> = {}): OutcomeView {
  return {
    id: name as OutcomeId,
    item: itemId(of),
    number: '1.1',
    order: name,
    kind: 'noted',
    actor: null,
    text: [words(name)],
    qualifiers: [],
    standing: null,
    fixing: null,
    removed: false,
    ...changes,
  }
}

function record(parts: Pick<MeetingRecord, 'items' | 'outcomes'>): MeetingRecord {
  return {
    meetingId: 'm' as MeetingId,
    head: {
      title: 'Meeting',
      formalMeeting: null,
      startsAt: null,
      endsAt: null,
      timeZone: null,
      place: null,
      links: [],
      language: 'en',
      attribution: 'named',
      symbol: null,
    },
    session: {
      phase: 'draft',
      history: [],
      standings: {},
      fixings: {},
      statuses: {},
      closedItems: [],
      closed: false,
      attendance: [],
      attending: [],
      proceedings: {},
      interventions: [],
    },
    actions: [],
    targets: [],
    ...parts,
  }
}

test('[UI13] paragraphs are numbered through the whole: notes, outcomes, what qualifies them', () => {
  const qualifier = { id: 'q' as QualifierId, order: 'a', kind: 'noted', text: [words('Not all')] }
  const outline = outlineOf(
    record({
      items: [item('a', { notes: [words('One'), words(''), words('Two')] }), item('b')],
      outcomes: [outcome('x', 'a', { qualifiers: [qualifier] }), outcome('y', 'b')],
    }),
  )
  const numbers = outline.map((section) => section.paragraphs.map(({ number, kind }) => `${number} ${kind}`))
  expect(numbers).toEqual([['1 note', '2 note', '3 outcome', '4 qualifier'], ['5 outcome']])
})

test('[UI13] what was removed is not on the paper and takes no number', () => {
  const outline = outlineOf(
    record({
      items: [item('a', { removed: true, notes: [words('Gone')] }), item('b')],
      outcomes: [outcome('x', 'a'), outcome('y', 'b', { removed: true }), outcome('z', 'b')],
    }),
  )
  expect(outline.map((section) => section.item.id)).toEqual(['b'])
  expect(outline[0]?.paragraphs.map(({ number }) => number)).toEqual([1])
})

test('[UI13] sections are told apart from paragraphs by Roman figures, where the script has them', () => {
  expect(['1', '4', '9', '14', '4.2'].map((number) => sectionMark(number, 'en'))).toEqual(['I.', 'IV.', 'IX.', 'XIV.', 'IV.2.'])
  expect(sectionMark('4', 'ar')).toBe('4.')
  expect(sectionMark(null, 'en')).toBe('')
})

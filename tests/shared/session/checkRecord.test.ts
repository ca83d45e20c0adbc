import { expect, test } from 'vitest'
import type { ItemId, OutcomeId } from '../../../shared/base/index.ts'
import type { AttendanceEntry, MeetingRecord, RecordEdit } from '../../../shared/record/index.ts'
import { checkRecord, type Finding } from '../../../shared/session/index.ts'
import { edit, id, newDoc, read } from '../record/world.ts'
import { campaign, norway, thailand } from './room.ts'

const item = id<ItemId>(1)
const outcome = id<OutcomeId>(11)
const action = id<never>(21)

/** A record with one item, one outcome and one action in which nothing is missing. */
function whole(...more: readonly RecordEdit[]): MeetingRecord {
  const doc = newDoc(1)
  edit(
    doc,
    { kind: 'item.add', id: item, parent: null, after: 'last', title: 'Likely candidates' },
    { kind: 'outcome.add', id: outcome, item, after: 'last', text: 'to meet', values: { kind: 'agreed' } },
    {
      kind: 'action.add',
      id: action,
      item,
      after: 'last',
      task: 'Write to all',
      values: { lead: { words: 'the Unit' }, due: { date: '2002-11' } },
    },
    ...more,
  )
  const record = read(doc)
  const [first] = record.outcomes
  return { ...record, outcomes: first === undefined ? [] : [{ ...first, standing: 'agreed' }, ...record.outcomes.slice(1)] }
}

const told = (record: MeetingRecord): readonly string[] =>
  checkRecord(record).map(({ check, part, number }: Finding) => `${check} ${part} ${number ?? ''}`.trim())

const came = (facts: typeof thailand): AttendanceEntry => {
  return { ...facts, party: { delegation: facts.id }, state: 'present', delegates: [], movements: [] }
}

function counting(
  statedCount: string,
  attending: readonly AttendanceEntry[],
  delegationType: 'state' | 'ngo' = 'state',
): MeetingRecord {
  const record = whole()
  const attendance = [{ delegationType, party: null, statedCount, note: null }]
  return { ...record, session: { ...record.session, attending, attendance } }
}

test('[AFT50] a record in which nothing is missing has nothing to look at', () => {
  expect(told(whole())).toEqual([])
})

test('[AFT51] an outcome is looked at without operative word, without words, with brackets and while it is only proposed', () => {
  const record = whole()
  const withOutcome = (change: Partial<MeetingRecord['outcomes'][number]>) =>
    told({ ...record, outcomes: record.outcomes.map((one) => ({ ...one, ...change })) })
  const says = (words: string) => [{ kind: 'paragraph' as const, runs: [{ text: words }] }]
  expect(withOutcome({ kind: '' })).toEqual(['noVerb outcome 1.1'])
  expect(withOutcome({ kind: '', standing: 'coordinatorView' })).toEqual([])
  expect(withOutcome({ text: says('  ') })).toEqual(['noWords outcome 1.1'])
  expect(withOutcome({ text: says('to meet [again]') })).toEqual(['brackets outcome 1.1'])
  expect(withOutcome({ standing: 'bracketed' })).toEqual(['brackets outcome 1.1'])
  const qualifier = { id: id<never>(31), order: 'a', kind: 'however', text: says('not ]all') }
  expect(withOutcome({ qualifiers: [qualifier] })).toEqual(['brackets outcome 1.1'])
  expect(withOutcome({ standing: 'proposed' })).toEqual(['undecided outcome 1.1'])
  for (const standing of ['noAgreement', 'deferred', null] as const) expect(withOutcome({ standing })).toEqual([])
  expect(withOutcome({ kind: '', number: null })).toEqual([])
})

test('[AFT52] an action is looked at without lead, without due date, without words and with brackets', () => {
  expect(told(whole({ kind: 'action.set', id: action, values: { lead: null } }))).toEqual(['noLead action A1'])
  expect(told(whole({ kind: 'action.set', id: action, values: { due: null } }))).toEqual(['noDue action A1'])
  const record = whole()
  const withTask = (words: string) => {
    const task = [{ kind: 'paragraph' as const, runs: [{ text: words }] }]
    return told({ ...record, actions: record.actions.map((one) => ({ ...one, task })) })
  }
  expect(withTask('')).toEqual(['noWords action A1'])
  expect(withTask('Write to [all]')).toEqual(['brackets action A1'])
  expect(told(whole({ kind: 'action.set', id: action, values: { lead: null } }, { kind: 'action.remove', id: action }))).toEqual(
    [],
  )
})

test('[AFT53] a stated count is looked at when attendance says otherwise: "2" is two, "over 20" is more than twenty', () => {
  const two = [came(thailand), came(norway)]
  expect(told(counting('2', two))).toEqual([])
  expect(told(counting(' 2 ', two))).toEqual([])
  expect(told(counting('3', two))).toEqual(['countDiffers attendance'])
  expect(told(counting('over 2', two))).toEqual(['countDiffers attendance'])
  expect(told(counting('over 1', two))).toEqual([])
  expect(told(counting('1', [...two, came(campaign)], 'ngo'))).toEqual([])
  expect(told(counting('many', two))).toEqual([])
  // Nobody was written down: there is nothing to compare with.
  expect(told(counting('over 20', []))).toEqual([])
})

test('[AFT54] closed items, brackets in notes and items that were not reached are looked at, each by its number', () => {
  const other = id<ItemId>(2)
  const record = whole({ kind: 'item.add', id: other, parent: null, after: 'last', title: 'Partners' })
  const changed = (change: Partial<MeetingRecord['items'][number]>) =>
    told({
      ...record,
      items: record.items.map((one) => (one.id === other ? { ...one, ...change } : { ...one, progress: 'closed' })),
    })
  expect(changed({ progress: 'closed', closed: true })).toEqual(['closedToObservers item 2'])
  expect(changed({ progress: 'putOff' })).toEqual([])
  expect(changed({ progress: 'begun' })).toEqual(['notReached item 2'])
  expect(changed({ progress: 'notBegun' })).toEqual(['notReached item 2'])
  const notes = [{ kind: 'paragraph' as const, runs: [{ text: 'Some [many]' }] }]
  expect(changed({ progress: 'closed', notes })).toEqual(['brackets item 2'])
  const closed = {
    ...record,
    session: { ...record.session, closed: true },
    items: record.items.map((one) => ({ ...one, closed: true })),
  }
  expect(told(closed)).toEqual(['closedToObservers meeting'])
  // A record that was written down without a room has nothing that was not reached.
  expect(told(record)).toEqual([])
})

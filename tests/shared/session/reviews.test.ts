import { expect, test } from 'vitest'
import { sha256Digest } from '../../../server/base/index.ts'
import { closedToObservers, hidesPart, visibleTo } from '../../../shared/access/index.ts'
import type { ItemId, MeetingId } from '../../../shared/base/index.ts'
import {
  fingerprintOf,
  keepTraces,
  originText,
  type Part,
  paperOf,
  partText,
  readOrigin,
  withWords,
} from '../../../shared/record/index.ts'
import { changeHead } from '../../../shared/session/index.ts'
import { edit, id, newDoc, read } from '../record/world.ts'
import { anong, chair, earlier, inSession, one, rapporteur, two } from './room.ts'

const { action, meeting } = earlier
const review = (status: 'inProgress' | 'done' | null, note: string | null) =>
  ({ kind: 'action.review', action, meeting, status, note }) as const

test('[ONW10] of one action a meeting says one thing: what is said later takes its place, and with neither status nor note it is taken back', () => {
  const room = inSession()
  expect(room.press(chair, review(null, null))).toBe('noChange')
  room.must(rapporteur, review('inProgress', 'The letters are out.'))
  expect(room.state.reviews).toEqual([
    {
      action,
      meeting,
      status: 'inProgress',
      note: 'The letters are out.',
      at: room.here,
      actor: { role: 'rapporteur', name: 'Ruth' },
    },
  ])
  expect(room.press(chair, review('inProgress', 'The letters are out.'))).toBe('noChange')
  room.pass(1_000).must(chair, review('done', null))
  expect(room.state.reviews).toMatchObject([{ status: 'done', note: null, at: room.here, actor: { role: 'coordinator' } }])
  room.must(chair, review(null, null))
  expect(room.state.reviews).toEqual([])
})

test('[ONW11] only actions that were put on this agenda are reviewed, under the meeting that they are from, and only by the office', () => {
  const room = inSession()
  expect(room.press(chair, { ...review('done', null), action: id(7) })).toBe('unknownAction')
  expect(room.press(chair, { ...review('done', null), meeting: id(7) })).toBe('unknownAction')
  expect(room.press(anong, review('done', null))).toBe('forbidden')
  room.state = { ...room.state, reviewing: null }
  expect(room.press(chair, review('done', null))).toBe('unknownAction')
})

test('[ONW12] whose review it was goes when the rule is tightened; what was said stays', () => {
  const room = inSession()
  room.must(chair, review('done', 'Said by Clara.'))
  const tightened = changeHead(room.state, { attribution: 'delegationType' })
  expect(tightened.reviews).toMatchObject([{ status: 'done', actor: { role: 'coordinator', name: null } }])
  expect(keepTraces(tightened, 'none')).toBe(tightened)
})

/** A record of two items; the first is the review, in which something was said of the earlier action. */
function reviewed(closed = false) {
  const room = inSession()
  room.must(chair, review('inProgress', 'The letters are out.'))
  const doc = newDoc(1)
  edit(doc, { kind: 'item.add', id: one, parent: null, after: 'last', title: 'Review of actions' })
  edit(doc, { kind: 'item.add', id: two, parent: null, after: 'last', title: 'Candidates' })
  edit(doc, { kind: 'outcome.add', id: id(31), item: one, after: 'last', text: 'to go on' })
  const record = read(doc)
  const reviewing = { item: one, actions: [{ ...earlier, closed }] }
  return { doc, record: { ...record, session: { ...record.session, reviewing, reviews: room.state.reviews } } }
}

const nameOf = () => ({ name: 'Canada', code: 'CAN' })
const partsOf = (record: Parameters<typeof paperOf>[0]) => paperOf(record, 'Group', nameOf).parts

test('[ONW13] a review is a paragraph of its own before the outcomes, with the words that the action had; a record without reviews is the paper it always was', async () => {
  const { record } = reviewed()
  const parts = partsOf(record)
  expect(parts.map(({ kind, number }) => [kind, number])).toEqual([
    ['item', '1'],
    ['review', '1'],
    ['outcome', '2'],
    ['item', '2'],
  ])
  const part = parts[1] as Part // by the line above
  expect(part).toMatchObject({
    key: `review:${action}`,
    item: one,
    label: 'A7',
    task: 'Write to the signatories',
    meetingDate: '2002-05-27',
  })
  expect(partText(part)).toBe('The letters are out.')
  expect(partText(withWords(part, 'They are in.'))).toBe('They are in.')
  // The fingerprint that these words had before there were reviews at all.
  const doc = newDoc(1)
  edit(doc, { kind: 'item.add', id: id(1), parent: null, after: 'last', title: 'Opening' })
  edit(doc, { kind: 'outcome.add', id: id(31), item: id(1), after: 'last', text: 'to go on', values: { kind: 'agreed' } })
  edit(doc, { kind: 'action.add', id: id(41), item: id(1), after: 'last', task: 'Write' })
  const { parts: plain, ...plainHead } = paperOf(read(doc), 'Group', nameOf)
  const sealed = { head: plainHead, parts: plain.map((one) => ({ salt: id(7), part: one })) }
  expect(await fingerprintOf(sealed, sha256Digest)).toBe('100632f67dbfdec76624cee69f548f7ec6288d4d8fe9661095c0768a3b10587e')
})

test('[ONW14] what was said stays in the record when the item it was said under is taken off the agenda', () => {
  const { doc, record } = reviewed()
  edit(doc, { kind: 'item.remove', id: one })
  const parts = partsOf({ ...read(doc), session: record.session })
  expect(parts.map(({ kind, item }) => [kind, item])).toEqual([
    ['item', two],
    ['review', null],
  ])
})

test('[ONW15] an observer sees nothing of an action that was closed to observers, wherever it is reviewed', () => {
  const { record } = reviewed(true)
  const seen = visibleTo('observer', record)
  expect(JSON.stringify(seen)).not.toContain('signatories')
  expect(seen.session.reviews).toEqual([])
  expect(visibleTo('participant', record)).toBe(record)
  const hidden = closedToObservers(record)
  expect(
    partsOf(record)
      .filter((part) => hidden !== null && hidesPart(hidden, part))
      .map(({ kind }) => kind),
  ).toEqual(['review'])
  const { record: open } = reviewed()
  expect(closedToObservers(open)).toBeNull()
  const shut = { ...open, session: { ...open.session, closedItems: [one] } }
  expect(visibleTo('observer', shut).session).toMatchObject({ reviewing: null, reviews: [] })
})

test('[ONW16] an origin leads to the old item where the server wrote it down, and is plain words where somebody typed it', () => {
  const [old, item] = [id<MeetingId>(1), id<ItemId>(2)]
  expect(readOrigin(originText(old, item, '27 May 2002 (item 4)'))).toEqual({ meeting: old, item, words: '27 May 2002 (item 4)' })
  expect(readOrigin(originText(old, item, ''))).toEqual({ meeting: old, item, words: '' })
  for (const words of ['the January meeting', '', `${old}/short`, `${old}-${item} x`, `${old}/${item}x`]) {
    expect(readOrigin(words)).toEqual({ meeting: null, item: null, words })
  }
})

import { expect, test } from 'vitest'
import type { CommandDraft, WantedVersion } from '../../../shared/session/index.ts'
import { adopted, chair, listed, paragraph, type Room, second } from './room.ts'

type Correct = Extract<CommandDraft, { kind: 'record.correct' }>

const correct = (...corrections: Correct['corrections']): CommandDraft => ({
  kind: 'record.correct',
  corrections,
  reason: 'A slip',
})

function wanted(room: Room): WantedVersion {
  const event = room.events.find((one) => one.kind === 'version.wanted')
  if (event?.kind !== 'version.wanted') throw new Error('No version was wanted')
  return event.version
}

test('[AFT31] a corrigendum is a new version with the old and the new words of each paragraph, and the record stays adopted', () => {
  const room = adopted()
  const { adoption, history } = room.state
  room.pass(9).must(chair, correct({ part: second, text: 'noted with deep thanks' }, { part: paragraph, text: 'Other words' }))
  expect(wanted(room)).toEqual({
    number: 4,
    kind: 'corrigendum',
    revision: null,
    at: room.now,
    actor: { role: 'coordinator', name: 'Clara' },
    reason: 'A slip',
    corrections: [
      { part: second, number: '2', before: 'noted with thanks', after: 'noted with deep thanks' },
      { part: paragraph, number: '1', before: 'recognised that all States should join', after: 'Other words' },
    ],
    addition: null,
  })
  expect(room.state).toMatchObject({ phase: 'adopted', adoption, history })
  expect(room.state.versions.at(-1)).toMatchObject({ number: 4, kind: 'corrigendum' })
})

test('[AFT32] a corrigendum mends what is there: no unknown part, no part without words, no same words, no paragraph twice', () => {
  const room = adopted()
  const before = room.state
  const words = 'noted with deep thanks'
  expect(room.press(chair, correct({ part: 'note:gone', text: words }))).toBe('unknownPart')
  expect(room.press(chair, correct({ part: second, text: ' noted with thanks ' }))).toBe('sameWords')
  expect(room.press(chair, correct({ part: second, text: words }, { part: second, text: 'noted' }))).toBe('correctedTwice')
  expect(room.press(chair, correct({ part: second, text: words }, { part: 'note:gone', text: words }))).toBe('unknownPart')
  expect(room.press(chair, correct({ part: listed, text: words }))).toBe('noWords')
  expect(room.state).toBe(before)
})

test('[AFT33] an addendum is a new version that says what it adds', () => {
  const room = adopted()
  room.must(chair, { kind: 'record.addend', title: 'Statement of Norway', paragraphs: ['One.', 'Two.'], reason: 'It came late' })
  expect(wanted(room)).toMatchObject({
    kind: 'addendum',
    reason: 'It came late',
    corrections: [],
    addition: { title: 'Statement of Norway', paragraphs: ['One.', 'Two.'] },
  })
})

test('[AFT34] a withdrawn record says so in a last version of the same text, and is amended no more', () => {
  const room = adopted()
  const fingerprint = room.state.versions.at(-1)?.fingerprint
  room.must(chair, { kind: 'record.withdraw', reason: 'It was another meeting' })
  expect(room.state.versions.at(-1)).toMatchObject({ kind: 'withdrawn', fingerprint, reason: 'It was another meeting' })
  expect(room.state.phase).toBe('adopted')
  expect(room.press(chair, { kind: 'record.withdraw', reason: 'Again' })).toBe('noChange')
  expect(room.press(chair, correct({ part: second, text: 'x' }))).toBe('isWithdrawn')
  expect(room.press(chair, { kind: 'record.addend', title: 'T', paragraphs: ['P'], reason: 'R' })).toBe('isWithdrawn')
})

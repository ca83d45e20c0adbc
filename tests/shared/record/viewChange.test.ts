import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyViewChange, createReader, viewChange } from '../../../shared/record/index.ts'
import { fc } from '../../support/chance.ts'
import { randomStep, type Step } from './randomEdits.ts'
import { meetingId, newDoc, read, session } from './world.ts'

const steps = fc.array(fc.record({ what: fc.nat(), which: fc.nat(), where: fc.nat(), word: fc.string({ maxLength: 6 }) }), {
  maxLength: 25,
})

function play(doc: Y.Doc, list: readonly Step[], from: number): void {
  for (const [index, step] of list.entries()) randomStep(doc, step, from + index)
}

test('[REC40] a record and the change to the next one give the next one, also over a wire', () => {
  fc.assert(
    fc.property(steps, steps, (first, second) => {
      const doc = newDoc(1)
      play(doc, first, 1_000)
      const before = read(doc)
      play(doc, second, 2_000)
      const after = { ...read(doc), session: { ...read(doc).session, phase: 'draft' as const } }
      const change: unknown = JSON.parse(JSON.stringify(viewChange(before, after)))
      // What comes off the wire is what was put on it.
      expect(applyViewChange(before, change as ReturnType<typeof viewChange>)).toEqual(after)
      expect(viewChange(after, after)).toEqual({})
    }),
    { numRuns: 60 },
  )
})

test('[REC41] reading what changed gives the same as reading all', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 4 }), (rounds) => {
      const doc = newDoc(1)
      const other = newDoc(2)
      const reader = createReader(doc)
      rounds.forEach((list, round) => {
        play(other, list, 1_000 * (round + 1))
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)))
        expect(reader.read(meetingId, session)).toEqual(read(doc))
      })
    }),
    { numRuns: 60 },
  )
})

test('[REC42] typing one letter changes one field of one entry', () => {
  const doc = newDoc(1)
  const list = [0, 1, 2, 3, 4, 5].map((n) => ({ what: 0, which: n, where: n, word: `Item ${n}` }))
  play(doc, list, 1_000)
  const before = read(doc)
  randomStep(doc, { what: 9, which: 0, where: 0, word: 'x' }, 9_000)
  const change = viewChange(before, read(doc))
  expect(Object.keys(change)).toEqual(['items'])
  expect(change.items?.added).toEqual([])
  expect(change.items?.ids).toBe(null)
  expect(change.items?.changed.map(({ fields }) => Object.keys(fields))).toEqual([['title']])
})

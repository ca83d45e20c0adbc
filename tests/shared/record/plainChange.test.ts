import { expect, test } from 'vitest'
import { applyPlainChange, type PlainChange, plainChange } from '../../../shared/record/index.ts'
import { fc } from '../../support/chance.ts'

const wired = <T>(value: T): T => JSON.parse(JSON.stringify(value))

test('[REC43] a plain value and the change to the next one give the next one, also over a wire', () => {
  const key = fc.oneof(fc.constantFrom('a', 'b', 'to', 'at', 'fields', '__proto__', 'constructor'), fc.string({ maxLength: 2 }))
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, true, 0, 1, 'x'),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    ),
  }))
  // What JSON makes of them, so that both sides hold what a wire can carry.
  const both = fc.tuple(value, value).map(wired)
  fc.assert(
    fc.property(both, ([before, after]) => {
      const change = plainChange(before, after)
      const made = change === null ? before : applyPlainChange(before, wired(change))
      expect(JSON.stringify(sorted(made))).toBe(JSON.stringify(sorted(after)))
      expect(plainChange(after, wired(after))).toBe(null)
    }),
    { numRuns: 500 },
  )
})

/** The same value with the names of each object in order: their order says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, part]) => [name, sorted(part)])
}

test('[REC44] the change of one turn among thousands is as long as that turn, and what did not change is the same object', () => {
  const turns = Array.from({ length: 5_000 }, (_, n) => ({ speaker: `Delegation ${n}`, ms: n }))
  const before = { seq: 1, head: { title: 'A meeting' }, standings: { one: 'agreed', two: 'proposed' }, turns }
  const next = { speaker: 'Norway', ms: 9 }
  const after = wired({ ...before, seq: 2, standings: { ...before.standings, two: 'agreed' }, turns: [...turns, next] })
  const change = plainChange(before, after)
  expect(change).toEqual({
    fields: { seq: { to: 2 }, standings: { fields: { two: { to: 'agreed' } } }, turns: { at: 5_000, drop: 0, add: [next] } },
  })
  const made = applyPlainChange(before, wired(change) as PlainChange) as typeof before
  expect(made).toEqual(after)
  expect(made.head).toBe(before.head)
  expect(made.turns[4_999]).toBe(turns[4_999])
  const middle = { ...before, turns: turns.toSpliced(2_000, 1) }
  expect(plainChange(before, middle)).toEqual({ fields: { turns: { at: 2_000, drop: 1, add: [] } } })
})

test('[REC45] a change of something else is refused instead of making a third thing', () => {
  expect(() => applyPlainChange([1], { at: 1, drop: 1, add: [] })).toThrow(TypeError)
  expect(() => applyPlainChange({ list: null }, { fields: { list: { at: 0, drop: 0, add: [1] } } })).toThrow(TypeError)
  expect(() => applyPlainChange(null, { fields: {} })).toThrow(TypeError)
})

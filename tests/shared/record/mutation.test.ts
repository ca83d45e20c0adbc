import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { judgeUpdate } from '../../../shared/record/index.ts'
import { fc } from '../../support/chance.ts'
import { randomStep, rareStep, type Step } from './randomEdits.ts'
import { newDoc, read, updateOf } from './world.ts'

const numRuns = Number(process.env.RUNS ?? 60) * 20

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.nat(200),
  which: fc.nat(200),
  where: fc.nat(200),
  word: fc.string({ maxLength: 4 }),
})
const mutation = fc.record({ at: fc.nat(), byte: fc.nat(255), kind: fc.constantFrom('set', 'set', 'insert', 'remove') })

const base = (() => {
  const doc = newDoc(1)
  const words = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve']
  for (const [index, word] of words.entries()) {
    randomStep(doc, { what: index < 4 ? 0 : index, which: index, where: index, word }, 100 + index)
    rareStep(doc, { what: index, which: index, where: index, word }, 200 + index)
  }
  return Y.encodeStateAsUpdate(doc)
})()

function mutated(
  update: Uint8Array,
  list: readonly { readonly at: number; readonly byte: number; readonly kind: string }[],
): Uint8Array {
  const bytes = [...update]
  for (const { at, byte, kind } of list) {
    const index = at % Math.max(1, bytes.length)
    if (kind === 'set') bytes[index] = byte
    else if (kind === 'insert') bytes.splice(index, 0, byte)
    else bytes.splice(index, 1)
  }
  return Uint8Array.from(bytes)
}

/** What the gate leaves to its own checks before it asks about shape: no hole before an update's structs or deletions. */
function hasNoGap(doc: Y.Doc, { structs, ds }: ReturnType<typeof Y.decodeUpdate>): boolean {
  const ends = new Map<number, number>()
  const endOf = (client: number): number => ends.get(client) ?? Y.getState(doc.store, client)
  for (const struct of structs) {
    if (struct instanceof Y.Skip || struct.id.clock > endOf(struct.id.client) || struct.id.client > 0xffffffff) return false
    ends.set(struct.id.client, Math.max(endOf(struct.id.client), struct.id.clock + struct.length))
  }
  return [...ds.clients].every(([client, list]) => list.every(({ clock, len }) => clock + len <= endOf(client)))
}

function decoded(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
  try {
    return Y.decodeUpdate(update)
  } catch {
    return null
  }
}

test('[REC90] whatever bytes come, judging does not throw, and what it accepts leaves a record whose every entry and text still stands', () => {
  let accepted = 0
  let refused = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), fc.array(mutation, { maxLength: 4 }), (steps, mutations) => {
      const client = newDoc(2, base)
      const honest = updateOf(client, () => {
        for (const [index, one] of steps.entries()) (one.where % 2 === 0 ? rareStep : randomStep)(client, one, 1_000 + index)
      })
      const update = decoded(mutated(honest, mutations))
      const server = newDoc(0xfffffffe, base)
      if (update === null || update.structs.length > 10_000 || !hasNoGap(server, update)) return
      const judgement = judgeUpdate(server, update)
      if (mutations.length === 0) expect(judgement).toMatchObject({ ok: true })
      if (!judgement.ok) {
        refused += 1
        return
      }
      accepted += 1
      const before = read(server)
      Y.applyUpdate(server, mutated(honest, mutations))
      const after = read(server)
      for (const root of ['items', 'outcomes', 'actions', 'targets'] as const) {
        const ids = new Set(after[root].map((entry) => entry.id as string))
        expect(before[root].every((entry) => ids.has(entry.id))).toBe(true)
      }
      expect(server.store.pendingStructs).toBe(null)
      const whole = Y.decodeUpdate(Y.encodeStateAsUpdate(server))
      expect(judgeUpdate(new Y.Doc(), whole)).toMatchObject({ ok: true })
    }),
    { numRuns },
  )
  expect(accepted).toBeGreaterThan(0)
  expect(refused).toBeGreaterThan(0)
})

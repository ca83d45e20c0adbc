import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { ClientIds } from '../../../server/rooms/ClientIds.ts'
import type { Standing } from '../../../server/rooms/index.ts'
import { judge } from '../../../server/rooms/judge.ts'
import { judgeRights } from '../../../server/rooms/judgeRights.ts'
import type { Side } from '../../../server/rooms/Side.ts'
import type { ItemId, MeetingId, Millis, OutcomeId, PersonId, QualifierId } from '../../../shared/base/index.ts'
import { applyEdit, Collected, type RecordEdit, readRecord, recordShape } from '../../../shared/record/index.ts'
import { seedOf } from '../../support/chance.ts'
import { seeded } from '../../support/faults/seeded.ts'
import { group, newId, session } from '../../support/storageSamples.ts'

const frames = Number(process.env.FUZZ_FRAMES ?? 10_000)
const seed = seedOf('FUZZ_SEED')

/** Real traffic of a small meeting, update by update, with the document as it was before each. */
function traffic(): { readonly before: Uint8Array; readonly update: Uint8Array; readonly clientId: number }[] {
  const doc = new Y.Doc()
  const recorded: { before: Uint8Array; update: Uint8Array; clientId: number }[] = []
  const [item, outcome, qualifier] = [newId<ItemId>(), newId<OutcomeId>(), newId<QualifierId>()]
  const text = { root: 'outcomes', id: outcome, field: 'text' } as const
  const edits: readonly RecordEdit[] = [
    { kind: 'item.add', id: item, parent: null, after: 'last', title: 'Victim assistance' },
    {
      kind: 'item.set',
      id: item,
      values: { minutes: 20, lead: { words: 'Co-chairs' }, papers: [{ title: 'Paper', url: 'https://example.org' }] },
    },
    { kind: 'outcome.add', id: outcome, item, after: 'last', text: 'recalled its commitments' },
    { kind: 'text.set', path: text, text: 'recalled, once more, its commitments' },
    { kind: 'qualifier.add', outcome, id: qualifier, after: 'last', text: 'in 2004' },
    { kind: 'text.set', path: text, text: 'recalled commitments' },
    { kind: 'outcome.remove', id: outcome },
    { kind: 'qualifier.remove', outcome, id: qualifier, undoId: newId() },
  ]
  for (const edit of edits) {
    const before = Y.encodeStateAsUpdate(doc)
    doc.once('update', (update: Uint8Array) => recorded.push({ before, update, clientId: doc.clientID }))
    expect(applyEdit(doc, edit, 'fuzz').ok).toBe(true)
  }
  return recorded
}

test(`[R40] whatever bytes come in, the gate answers at once, and what it lets through applies whole, reads, and is under the sender’s own ids (seed ${seed})`, () => {
  const random = seeded(seed)
  const pick = (below: number) => Math.floor(random() * below)
  const recorded = traffic()
  const sender = {
    person: 'a:sender' as PersonId,
    standing: { role: 'rapporteur', delegation: null, group: group().group, delegations: [] } satisfies Standing,
  }
  const owner = 'a:owner' as PersonId
  const counts = { known: 0, accepted: 0, late: 0, refused: 0 }
  let slowestMs = 0
  for (let n = 0; n < frames; n += 1) {
    const { before, update, clientId } = recorded[pick(recorded.length)] ?? {
      before: new Uint8Array(),
      update: new Uint8Array(),
      clientId: 0,
    }
    const mutated = mutate(update, pick)
    const doc = new Y.Doc()
    const collected = new Collected(doc)
    Y.applyUpdate(doc, before)
    // Everything until now is somebody else's; the honest update's own id is free for the sender half of the time.
    const ids = new ClientIds(before.length > 2 && pick(2) === 0 ? [{ clientId, person: owner }] : [])
    const vector = Y.encodeStateVector(doc)
    const began = performance.now()
    const state = { ...session(0), phase: 'inSession' } as const
    const side = { rights: (...[paths, standing, now]: Parameters<Side['rights']>) => judgeRights(paths, standing, state, now) }
    const verdict = judge(
      mutated,
      { ...sender, unwritten: new Set() },
      { doc, collected, shape: recordShape, known: new WeakMap() },
      ids,
      side,
      0 as Millis,
    )
    slowestMs = Math.max(slowestMs, performance.now() - began)
    counts[verdict.kind] += 1
    // Judging changes nothing.
    expect(Y.encodeStateVector(doc)).toEqual(vector)
    if (verdict.kind !== 'accepted') continue
    for (const { clientId: written } of verdict.written) expect(ids.ownerOf(written)).toBe(sender.person)
    Y.applyUpdate(doc, verdict.bytes)
    expect(doc.store.pendingStructs).toBeNull()
    expect(doc.store.pendingDs).toBeNull()
    const record = readRecord(doc, 'm' as MeetingId, session(0))
    JSON.stringify(record)
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('isAdmin')
  }
  // A corpus that is all refused, or all let through, tests only one side.
  expect(counts.refused).toBeGreaterThan(frames / 4)
  expect(counts.accepted).toBeGreaterThan(frames / 100)
  expect(slowestMs).toBeLessThan(500)
})

function mutate(update: Uint8Array, pick: (below: number) => number): Uint8Array {
  let bytes = [...update]
  const times = 1 + pick(3)
  for (let time = 0; time < times; time += 1) {
    const at = pick(bytes.length)
    switch (pick(6)) {
      case 0:
        bytes[at] = pick(256)
        break
      case 1:
        bytes[at] = (bytes[at] ?? 0) ^ (1 << pick(8))
        break
      case 2:
        bytes.splice(at, 1 + pick(4))
        break
      case 3:
        bytes.splice(at, 0, ...Array.from({ length: 1 + pick(4) }, () => pick(256)))
        break
      case 4:
        bytes = [...bytes.slice(0, at), ...bytes.slice(pick(bytes.length))]
        break
      default:
        bytes[at] = [0, 1, 127, 128, 255][pick(5)] ?? 0
    }
  }
  return new Uint8Array(bytes)
}

import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { CopyBody, CopyBounds, CopyDecision, Storage, StoredCopy } from '../../server/storage/index.ts'
import type { DocumentId, Millis, PersonId } from '../../shared/base/index.ts'
import { bytes, codeOf, must, newId } from '../support/storageSamples.ts'
import type { StorageWorld } from './storageContract.ts'

const wide: CopyBounds = { copiesEach: 3, bytesEach: 1000, copies: 5, bytes: 1000 }
const [anna, boris] = ['a:anna' as PersonId, 'g:boris' as PersonId]

/** What every storage adapter must do for copies from before a restore. */
export function quarantineContract(name: string, newWorld: () => Promise<Pick<StorageWorld, 'open'>>): void {
  describe(name, () => {
    let storage: Storage
    let reopen: () => Promise<void>
    let documentId: DocumentId

    beforeEach(async () => {
      const world = await newWorld()
      storage = await world.open()
      onTestFinished(() => storage.close())
      reopen = async () => {
        await storage.close()
        storage = await world.open()
      }
      documentId = newId<DocumentId>()
    })

    const copy = (person: PersonId, words: string, given: Partial<StoredCopy> = {}): StoredCopy => ({
      copyId: newId(),
      documentId,
      person,
      at: 1000 as Millis,
      fromEpoch: 'earlier',
      sha256: words.padEnd(64, '0'),
      bytes: 10,
      ...given,
    })
    const body = (words: string): CopyBody => ({ raw: bytes(`raw ${words}`), read: bytes(`read ${words}`) })
    const add = async (one: StoredCopy, bounds = wide) => storage.quarantine.add(one, body(one.sha256), bounds)

    test('[QUA1] a copy lasts over a restart, byte for byte, and verify reads it', async () => {
      const one = copy(anna, 'one')
      must(await add(one))
      await reopen()
      expect(await storage.quarantine.list(documentId)).toEqual([one])
      expect(await storage.quarantine.body(documentId, one.sha256)).toEqual(body(one.sha256))
      expect(await storage.quarantine.list(newId<DocumentId>())).toEqual([])
      expect((await storage.verify()).damaged).toEqual([])
    })

    test('[QUA2] the same copy again is the same copy: by its id, and by its words from the same person, also at once', async () => {
      const one = copy(anna, 'one')
      const again = copy(anna, 'one', { at: 2000 as Millis })
      const answers = await Promise.all([add(one), add(one), add(again)])
      expect(answers.map((answer) => must(answer).copyId)).toEqual([one.copyId, one.copyId, one.copyId])
      expect(await storage.quarantine.list(documentId)).toEqual([one])
      expect(codeOf(await add({ ...copy(boris, 'two'), copyId: one.copyId }))).toBe('conflict')
    })

    test('[QUA3] copies are bounded for each person and for all; what says the same counts once', async () => {
      for (const words of ['one', 'two', 'three']) must(await add(copy(anna, words)))
      expect(codeOf(await add(copy(anna, 'four')))).toBe('overLimit')
      must(await add(copy(boris, 'one', { bytes: 990 }), { ...wide, bytes: 1010 }))
      expect(codeOf(await add(copy(boris, 'five', { bytes: 20 }), { ...wide, bytesEach: 1000 }))).toBe('overLimit')
      expect(codeOf(await add(copy('g:carl' as PersonId, 'six', { bytes: 985 }), { ...wide, bytes: 1000 }))).toBe('overLimit')
      must(await add(copy('g:carl' as PersonId, 'six'), { ...wide, bytes: 2000 }))
      expect(codeOf(await add(copy('g:dora' as PersonId, 'seven')))).toBe('overLimit')
    })

    test('[QUA4] a copy is let go of alone, and its body with the last that has it', async () => {
      const [one, other] = [copy(anna, 'same'), copy(boris, 'same')]
      must(await add(one))
      must(await add(other))
      must(await storage.quarantine.remove(documentId, one.copyId))
      expect(await storage.quarantine.body(documentId, one.sha256)).not.toBeNull()
      must(await storage.quarantine.remove(documentId, other.copyId))
      await reopen()
      expect(await storage.quarantine.body(documentId, one.sha256)).toBeNull()
      expect(codeOf(await storage.quarantine.remove(documentId, one.copyId))).toBe('notFound')
    })

    test('[QUA5] decisions are remembered by the words they are about, the last one counting, within a bound', async () => {
      const decision = (variantId: string, what: CopyDecision['what']): CopyDecision => ({
        variantId,
        what,
        at: 1 as Millis,
        actor: { role: 'coordinator', name: null },
      })
      must(await storage.quarantine.decide(documentId, decision('a', 'declined'), 2))
      must(await storage.quarantine.decide(documentId, decision('b', 'taken'), 2))
      must(await storage.quarantine.decide(documentId, decision('a', 'taken'), 2))
      expect(codeOf(await storage.quarantine.decide(documentId, decision('c', 'taken'), 2))).toBe('overLimit')
      await reopen()
      expect(await storage.quarantine.decisions(documentId)).toEqual([decision('a', 'taken'), decision('b', 'taken')])
    })
  })
}

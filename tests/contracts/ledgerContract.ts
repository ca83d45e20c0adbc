import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { LedgerChange, Storage } from '../../server/storage/index.ts'
import type { CommandId, GroupId, Millis } from '../../shared/base/index.ts'
import type { LedgerEntry } from '../../shared/register/index.ts'
import { bytes, codeOf, group, meeting, must, newId } from '../support/storageSamples.ts'
import type { StorageWorld } from './storageContract.ts'

/** An entry of this number, by a command. */
export function ledgerEntry(seq: number, commandId: CommandId): LedgerEntry {
  return { seq, at: (1000 + seq) as Millis, commandId, event: { kind: 'fact.withdrawn', fact: commandId } }
}

/** A change by so many commands of one entry each. */
export function ledgerChange(from: number, ids: readonly CommandId[]): LedgerChange {
  return {
    from,
    entries: ids.map((id, index) => ledgerEntry(from + index + 1, id)),
    commands: ids.map((id, index) => ({ id, seq: from + index + 1 })),
  }
}

/** What every storage adapter must do for the ledger of a group. */
export function ledgerContract(name: string, newWorld: () => Promise<Pick<StorageWorld, 'open'>>): void {
  describe(name, () => {
    let storage: Storage
    let reopen: () => Promise<void>
    let groupId: GroupId

    beforeEach(async () => {
      const world = await newWorld()
      storage = await world.open()
      onTestFinished(() => storage.close())
      reopen = async () => {
        await storage.close()
        storage = await world.open()
      }
      const file = group()
      must(await storage.directory.createGroup(file))
      groupId = file.group.id
    })

    test('[REG50] entries are read back whole and in order, from the beginning or behind a number; a group without any has none', async () => {
      expect(await storage.ledgers.read(groupId)).toEqual({ seq: 0, entries: [] })
      const ids = Array.from({ length: 20 }, () => newId<CommandId>())
      must(await storage.ledgers.append(groupId, ledgerChange(0, ids.slice(0, 3))))
      must(await storage.ledgers.append(groupId, ledgerChange(3, ids.slice(3))))
      await reopen()
      const all = ids.map((id, index) => ledgerEntry(index + 1, id))
      expect(await storage.ledgers.read(groupId)).toEqual({ seq: 20, entries: all })
      expect(await storage.ledgers.read(groupId, 15)).toEqual({ seq: 20, entries: all.slice(15) })
      expect(await storage.ledgers.read(groupId, 20)).toEqual({ seq: 20, entries: [] })
      expect(await storage.ledgers.read(newId())).toEqual({ seq: 0, entries: [] })
    })

    test('[REG51] what builds on another number than the last is refused as stale and stores nothing', async () => {
      must(await storage.ledgers.append(groupId, ledgerChange(0, [newId(), newId()])))
      for (const from of [0, 1, 3]) {
        const late = newId<CommandId>()
        expect(codeOf(await storage.ledgers.append(groupId, ledgerChange(from, [late])))).toBe('stale')
        expect(await storage.ledgers.appliedCommand(groupId, late)).toBeNull()
      }
      expect(await storage.ledgers.read(groupId)).toMatchObject({ seq: 2, entries: [{ seq: 1 }, { seq: 2 }] })
      expect(() =>
        storage.ledgers.append(groupId, { ...ledgerChange(2, [newId()]), entries: [ledgerEntry(7, newId())] }),
      ).toThrow('number')
    })

    test('[REG52] a command id is applied once: a batch with one that was applied before stores nothing and says what it led to', async () => {
      const [id, other] = [newId<CommandId>(), newId<CommandId>()]
      must(await storage.ledgers.append(groupId, ledgerChange(0, [id])))
      for (const again of [false, true]) {
        if (again) await reopen()
        expect(await storage.ledgers.appliedCommand(groupId, id)).toBe(1)
        const repeated = must(await storage.ledgers.append(groupId, ledgerChange(1, [other, id])))
        expect(repeated).toEqual({ seq: 1, repeated: [{ id, seq: 1 }] })
        expect(await storage.ledgers.appliedCommand(groupId, other)).toBeNull()
      }
      // Ids belong to a group's ledger: another group's is another command.
      const file = group()
      must(await storage.directory.createGroup(file))
      expect(must(await storage.ledgers.append(file.group.id, ledgerChange(0, [id])))).toEqual({ seq: 1, repeated: [] })
    })

    test('[REG53] of many that build on the same number one wins, and of those who try again none is lost', async () => {
      const race = await Promise.all(
        Array.from({ length: 50 }, () => storage.ledgers.append(groupId, ledgerChange(0, [newId()]))),
      )
      expect(race.filter(({ ok }) => ok)).toHaveLength(1)
      const write = async () => {
        for (;;) {
          const { seq } = await storage.ledgers.read(groupId)
          const done = await storage.ledgers.append(groupId, ledgerChange(seq, [newId()]))
          if (done.ok) return done.value.seq
        }
      }
      const seqs = await Promise.all(Array.from({ length: 20 }, write))
      expect(seqs.sort((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, n) => n + 2))
      await reopen()
      expect((await storage.ledgers.read(groupId)).entries).toHaveLength(21)
      expect((await storage.verify()).damaged).toEqual([])
    })

    test('[REG54] a name that no id can have is never looked up, and a ledger stays out of the way of meetings', async () => {
      const one = meeting(groupId)
      must(await storage.meetings.create(one, bytes('first')))
      must(await storage.ledgers.append(groupId, ledgerChange(0, [newId()])))
      for (const bad of ['../people', `${groupId}/e`, '', 'a'.repeat(65)]) {
        expect(await storage.ledgers.read(bad as GroupId)).toEqual({ seq: 0, entries: [] })
        expect(await storage.ledgers.appliedCommand(groupId, bad as CommandId)).toBeNull()
        expect(() => storage.ledgers.append(bad as GroupId, ledgerChange(0, [newId()]))).toThrow('letter')
      }
      expect(await storage.meetings.list(groupId)).toEqual([one])
      expect((await storage.verify()).damaged).toEqual([])
    })

    test('[REG55] verify names a ledger whose group is not there', async () => {
      const nobody = newId<GroupId>()
      must(await storage.ledgers.append(nobody, ledgerChange(0, [newId()])))
      expect((await storage.verify()).damaged).toEqual([{ what: `register of group ${nobody}`, why: 'its group is missing' }])
    })
  })
}

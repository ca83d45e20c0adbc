import { join } from 'node:path'
import { ClassicLevel } from 'classic-level'
import { expect, onTestFinished, test } from 'vitest'
import { createLog, systemClock, systemRandom } from '../../../server/base/index.ts'
import { openEmbedded } from '../../../server/storage/embedded/openEmbedded.ts'
import { openStorage } from '../../../server/storage/index.ts'
import type { CommandId, GroupId } from '../../../shared/base/index.ts'
import { ledgerChange, ledgerContract } from '../../contracts/ledgerContract.ts'
import { Failing, type Moment } from '../../support/faults/Failing.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { group, must, newId } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const log = createLog({ level: 'silent' })
const open = (dataDir: string) => openStorage({ dataDir, clock: systemClock(), log })

ledgerContract('ledgers of embedded storage', async () => {
  const dataDir = temporaryFolder()
  return { open: () => open(dataDir) }
})

/** A folder with a ledger of four entries by four commands, closed. */
async function filled() {
  const dataDir = temporaryFolder()
  const storage = await open(dataDir)
  const file = group()
  must(await storage.directory.createGroup(file))
  const ids = Array.from({ length: 4 }, () => newId<CommandId>())
  must(await storage.ledgers.append(file.group.id, ledgerChange(0, ids)))
  await storage.close()
  return { dataDir, groupId: file.group.id, ids }
}

type Change = (value: Uint8Array) => Uint8Array | null

/** Changes what lies under a key behind the back of storage, then reads and verifies. */
async function spoilt(keyOf: (groupId: GroupId, ids: readonly CommandId[]) => string, change: Change) {
  const { dataDir, groupId, ids } = await filled()
  const db = new ClassicLevel<string, Uint8Array>(join(dataDir, 'log'), { keyEncoding: 'utf8', valueEncoding: 'view' })
  const key = keyOf(groupId, ids)
  const value = await db.get(key)
  if (value === undefined) throw new Error(`There is no ${key}`)
  const changed = change(value)
  await (changed === null ? db.del(key) : db.put(key, changed))
  await db.close()
  const storage = await open(dataDir)
  onTestFinished(() => storage.close())
  const read = await storage.ledgers.read(groupId).then(
    ({ entries }) => entries.length,
    (error: Error) => error.message,
  )
  const { damaged } = await storage.verify()
  return { read, damaged: damaged.map(({ what, why }) => `${what.replace(groupId, '*')}: ${why}`) }
}

const flipped: Change = (value) => value.map((byte, index) => (index === value.length - 3 ? byte ^ 4 : byte))
const gone: Change = () => null
const entry = (n: number) => (id: GroupId) => `l/${id}/e/${n.toString(16).padStart(12, '0')}`

test('[REG56] a ledger of which bytes were flipped or entries lost is not read as if it were whole, and verify names it', async () => {
  const of = 'register of group *'
  const missing = expect.stringContaining(of)
  for (const [key, change] of [
    [entry(2), flipped],
    [entry(2), gone],
    [entry(4), gone],
    [(id: GroupId) => `l/${id}/head`, flipped],
  ] as const) {
    const { read, damaged } = await spoilt(key, change)
    expect(typeof read).toBe('string')
    expect(damaged).toContainEqual(missing)
  }
  expect((await spoilt(entry(2), gone)).damaged).toEqual([`${of}: entries are missing`])
  // Without its head a ledger would look empty, which it never is when entries lie behind it.
  const headless = await spoilt((id) => `l/${id}/head`, gone)
  expect(typeof headless.read).toBe('string')
  expect(headless.damaged).toContain(`${of}: there are entries that its head does not count`)
  const command = (id: GroupId, ids: readonly CommandId[]) => `l/${id}/c/${ids[0]}`
  expect(await spoilt(command, flipped)).toMatchObject({ read: 4, damaged: [missing] })
})

/** An append of which the n-th storage call fails; says what is left after opening again. */
async function failed(n: number, moment: Moment) {
  const { dataDir, groupId } = await filled()
  const failing = new Failing()
  const storage = await openEmbedded({ random: systemRandom(), log, ...failing, dataDir, clock: new ManualClock() })
  const before = failing.calls
  if (n > 0) failing.failNth(n, 'EIO', moment)
  const ids = [newId<CommandId>(), newId<CommandId>()]
  const told = await storage.ledgers.append(groupId, ledgerChange(4, ids)).catch(() => null)
  const calls = failing.calls - before
  failing.heal()
  await storage.close().catch(() => undefined)
  const again = await open(dataDir)
  const { seq, entries } = await again.ledgers.read(groupId)
  const applied = await Promise.all(ids.map((id) => again.ledgers.appliedCommand(groupId, id)))
  const { damaged } = await again.verify()
  await again.close()
  const found = { seq, entries: entries.length, applied, damaged: damaged.filter(({ what }) => what !== 'log') }
  return { calls, told: told?.ok === true, found }
}

test('[REG57] whichever storage call of an addition fails, all of it is there with its commands, or nothing of it', async () => {
  const { calls, told, found } = await failed(0, 'before')
  const whole = { seq: 6, entries: 6, applied: [5, 6], damaged: [] }
  const nothing = { seq: 4, entries: 4, applied: [null, null], damaged: [] }
  expect({ told, found }).toEqual({ told: true, found: whole })
  expect(calls).toBeGreaterThan(3)
  for (let n = 1; n <= calls; n += 1) {
    for (const moment of ['before', 'after'] as const) {
      const one = await failed(n, moment)
      expect(one.found).toEqual(one.found.seq === 6 ? whole : nothing)
      if (one.told) expect(one.found).toEqual(whole)
    }
  }
})

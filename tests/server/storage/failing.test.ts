import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLog, systemRandom } from '../../../server/base/index.ts'
import { openEmbedded } from '../../../server/storage/embedded/openEmbedded.ts'
import type { PeopleFile, Storage } from '../../../server/storage/index.ts'
import type { DocumentId, Result } from '../../../shared/base/index.ts'
import { Failing, type Moment } from '../../support/faults/Failing.ts'
import { Ledger } from '../../support/faults/Ledger.ts'
import { seeded } from '../../support/faults/seeded.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { append, bytes, contentOf, documentId, group, must } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const everyNth = Number(process.env.FAIL_EVERY ?? 10)
const surroundings = { random: systemRandom(), log: createLog({ level: 'silent' }) }

interface World {
  readonly storage: Storage
  readonly failing: Failing
  readonly clock: ManualClock
  readonly dataDir: string
  readonly id: DocumentId
}

async function world(): Promise<World> {
  const failing = new Failing()
  const clock = new ManualClock()
  const dataDir = temporaryFolder()
  const storage = await openEmbedded({ ...surroundings, ...failing, dataDir, clock })
  onTestFinished(() => storage.close())
  const id = documentId()
  must(await storage.documents.create(id, 'record', bytes('1')))
  return { storage, failing, clock, dataDir, id }
}

/** Lets the second pass after which storage asks whether it can save again, and waits for the answer. */
async function recovered(storage: Storage, clock: ManualClock): Promise<void> {
  if (storage.health().saving) return
  const told = new Promise<void>((resolve) => {
    const stop = storage.onHealth((saving) => {
      if (!saving) return
      stop()
      resolve()
    })
  })
  clock.advance(1000)
  await told
}

function signIn(storage: Storage, name: string): Promise<Result<null>> {
  return storage.directory.people.update((people) => {
    const value: PeopleFile = { ...people, administrators: [...people.administrators, name] }
    return { ok: true, value: { value, result: null } }
  })
}

test('[STO31] a write that failed throws, is told at once, and is tried for anew every second until it works', async () => {
  const { storage, failing, clock, id } = await world()
  const told: boolean[] = []
  storage.onHealth((saving) => told.push(saving))
  failing.failAll(['batch', 'write'], 'ENOSPC')
  await expect(storage.documents.append(id, append(1, { frame: bytes('2') }))).rejects.toThrow(/not be stored/)
  expect(storage.health()).toEqual({ saving: false, reason: 'ENOSPC', late: false })
  await expect(storage.documents.append(id, append(1, { frame: bytes('2') }))).rejects.toThrow(/not be stored|does not save/)
  const asked = failing.calls
  clock.advance(1000)
  await expect.poll(() => failing.calls).toBeGreaterThan(asked)
  expect(told).toEqual([false])
  failing.heal()
  await recovered(storage, clock)
  expect(told).toEqual([false, true])
  expect(storage.health()).toEqual({ saving: true, reason: null, late: false })
  expect(must(await storage.documents.append(id, append(1, { frame: bytes('2') })))).toBe(2)
  expect(clock.waiting).toBe(0)
})

test('[STO32] after a failed batch nothing is stored before the log was opened anew', async () => {
  const { storage, failing, clock, dataDir, id } = await world()
  const logFile = () => readdirSync(join(dataDir, 'log')).filter((name) => name.endsWith('.log'))
  const before = logFile()
  // The batch: the head is known from the write before and is not read again.
  failing.failNth(1, 'EIO', 'after')
  await expect(storage.documents.append(id, append(1, { frame: bytes('2') }))).rejects.toThrow(/not be stored/)
  await expect(storage.documents.create(documentId(), 'record', bytes('1'))).rejects.toThrow(/does not save/)
  expect(logFile()).toEqual(before)
  await recovered(storage, clock)
  expect(logFile()).not.toEqual(before)
  // It was written although it failed: whoever lost the answer is told that the document has moved on.
  const again = await storage.documents.append(id, append(1, { frame: bytes('2') }))
  expect(again.ok || again.refusal.code === 'stale').toBe(true)
  expect(contentOf(must(await storage.documents.load(id)))).toEqual(['1', '2'])
})

test('[STO33] when the data folder is taken away while running nothing is acknowledged and nothing is made in its place', async () => {
  const { storage, clock, dataDir, id } = await world()
  renameSync(dataDir, `${dataDir}-away`)
  await expect(storage.documents.append(id, append(1, { frame: bytes('2') }))).rejects.toThrow(/not be stored/)
  await expect(signIn(storage, 'x')).rejects.toThrow(/not be stored/)
  expect(storage.health().saving).toBe(false)
  // What went nowhere is not shown either.
  await expect(storage.documents.load(id)).rejects.toThrow(/gone/)
  expect(existsSync(dataDir)).toBe(false)
  renameSync(`${dataDir}-away`, dataDir)
  await recovered(storage, clock)
  expect((await signIn(storage, 'y')).ok).toBe(true)
  expect(must(await storage.documents.load(id)).seq).toBeGreaterThan(0)
  expect((await storage.verify()).damaged).toEqual([])
})

test('[STO34] a failed change of a file leaves the old value, and no answer rests on it', async () => {
  const { storage, failing, clock, dataDir } = await world()
  must(await signIn(storage, 'one'))
  failing.failAll(['rename'], 'EROFS')
  // The first is on its way, the other two gather behind it; the third is refused only because of the second.
  const first = signIn(storage, 'two')
  const second = signIn(storage, 'three')
  const third = storage.directory.people.update<never>((people) =>
    people.administrators.includes('three')
      ? { ok: false, refusal: { code: 'conflict', message: 'There already.' } }
      : { ok: false, refusal: { code: 'notFound', message: 'Not there.' } },
  )
  const ends = await Promise.allSettled([first, second, third])
  expect(ends.map((end) => end.status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(storage.directory.people.value.administrators).toEqual(['one'])
  await expect(storage.directory.createGroup(group())).rejects.toThrow(/EROFS/)
  expect(await storage.directory.groups()).toEqual([])
  expect(storage.health()).toEqual({ saving: false, reason: 'EROFS', late: false })
  failing.heal()
  await recovered(storage, clock)
  must(await signIn(storage, 'four'))
  expect(storage.directory.people.value.administrators).toEqual(['one', 'four'])
  expect(JSON.parse(readFileSync(join(dataDir, 'people.json'), 'utf8')).content.administrators).toEqual(['one', 'four'])
})

test('[STO35] a document that cannot be read throws and is not changed; it is never an empty one', async () => {
  const { storage: before, failing, clock, dataDir, id } = await world()
  await before.close()
  // Opened anew, so that nothing of it is known from the write before.
  const storage = await openEmbedded({ ...surroundings, ...failing, dataDir, clock })
  onTestFinished(() => storage.close())
  failing.failAll(['entries', 'get'], 'EIO')
  await expect(storage.documents.load(id)).rejects.toThrow(/EIO/)
  await expect(storage.documents.append(id, append(1, { frame: bytes('2') }))).rejects.toThrow(/EIO/)
  await expect(storage.documents.create(id, 'record', bytes('template'))).rejects.toThrow(/EIO/)
  failing.heal()
  expect(contentOf(must(await storage.documents.load(id)))).toEqual(['1'])
})

/** A script of acts through a store of which one call fails; answers how many calls it made. */
async function script(n: number, code: string, moment: Moment): Promise<number> {
  const failing = new Failing()
  const clock = new ManualClock()
  const dataDir = temporaryFolder()
  const ledger = new Ledger(2)
  const random = seeded(7)
  if (n > 0) failing.failNth(n, code, moment)
  const open = () => openEmbedded({ ...surroundings, ...failing, dataDir, clock })
  // The failing call may be one of opening: then the next start must do.
  const storage = await open().catch(open)
  for (let act = 0; act < 55; act++) {
    await ledger.act(storage, random()).catch(() => recovered(storage, clock))
  }
  await storage.close().catch(() => undefined)
  const calls = failing.calls
  const after = await openEmbedded({ ...surroundings, dataDir, clock })
  await ledger.compare(after)
  await after.close()
  return calls
}

test('[STO36] whichever storage call fails, nothing is falsely acknowledged and the store opens again whole', {
  timeout: 600_000,
}, async () => {
  const calls = await script(0, 'EIO', 'before')
  expect(calls).toBeGreaterThan(300)
  const codes = ['ENOSPC', 'EIO', 'EROFS', 'EMFILE'] as const
  for (let n = 1; n <= calls; n += everyNth) {
    for (const moment of ['before', 'after'] as const) {
      const code = codes[n % codes.length] ?? 'EIO'
      await script(n, code, moment).catch((cause: unknown) => {
        throw new Error(`call ${n} with ${code}, ${moment} doing its work`, { cause })
      })
    }
  }
})

test('[STO37] a file beside the others that a write left unfinished is not taken for one of them', async () => {
  const { storage, dataDir } = await world()
  const file = group()
  must(await storage.directory.createGroup(file))
  writeFileSync(join(dataDir, 'groups', `${file.group.id}.json.tmp`), 'half')
  writeFileSync(join(dataDir, 'people.json.tmp'), 'half')
  await storage.close()
  const after = await openEmbedded({ ...surroundings, dataDir, clock: new ManualClock() })
  expect(await after.directory.groups()).toEqual([file.group.id])
  await after.close()
})

import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createLog, createNewId, systemClock, systemRandom } from '../../../server/base/index.ts'
import { openStorage } from '../../../server/storage/index.ts'
import type { DocumentId } from '../../../shared/base/index.ts'
import { bundleForChild } from '../../support/killing/bundleForChild.ts'
import type { StorageTold } from '../../support/killing/storageVictim.ts'
import { Victim } from '../../support/killing/Victim.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const rounds = Number(process.env.KILL_ROUNDS ?? 30)
const roomCount = 8
const newId = createNewId(systemRandom())

let bundle = ''
beforeAll(async () => {
  bundle = await bundleForChild(join(process.cwd(), 'tests/support/killing/storageVictim.ts'))
})

test('[STO40] killed at any moment under load, storage opens again and has every acknowledged append', {
  timeout: 600_000,
}, async () => {
  const dataDir = temporaryFolder()
  const rooms = Array.from({ length: roomCount }, () => newId<DocumentId>())
  const acknowledged = new Map<string, { content: string; asideId: string; seq: number }[]>(rooms.map((id) => [id, []]))
  let people = 0
  for (let round = 0; round < rounds; round++) {
    const before = count(acknowledged)
    // A random number of acknowledged appends is the random moment: it falls anywhere in the batch then under way.
    const atMoment = 1 + Math.random() * 300
    const victim = await loaded(dataDir, rooms, (told) => {
      if (told.kind === 'stored') acknowledged.get(told.documentId)?.push(told)
      if (told.kind === 'people') people = Math.max(people, told.count)
      return count(acknowledged) - before >= atMoment
    })
    await victim.kill()
    await compare(dataDir, acknowledged, people)
  }
  expect(count(acknowledged)).toBeGreaterThan(rounds * 20)
  expect(people).toBeGreaterThan(rounds)
})

function count(acknowledged: ReadonlyMap<string, readonly unknown[]>): number {
  return [...acknowledged.values()].reduce((sum, appends) => sum + appends.length, 0)
}

/** Starts the process and returns when `enough` says so. */
function loaded(
  dataDir: string,
  rooms: readonly DocumentId[],
  enough: (told: StorageTold) => boolean,
): Promise<Victim<StorageTold>> {
  return new Promise((resolve, reject) => {
    const args = [dataDir, String(roomCount), 'load', ...rooms]
    const victim = new Victim<StorageTold>({ bundle, args, onTold: (told) => enough(told) && resolve(victim) })
    void victim.exited().then(() => reject(new Error(`It ended by itself: ${victim.output()}`)))
  })
}

async function compare(
  dataDir: string,
  acknowledged: ReadonlyMap<string, readonly { content: string; asideId: string; seq: number }[]>,
  people: number,
): Promise<void> {
  const storage = await openStorage({ dataDir, clock: systemClock(), log: createLog({ level: 'silent' }) })
  expect((await storage.verify()).damaged).toEqual([])
  expect(storage.directory.people.value.administrators.length).toBeGreaterThanOrEqual(people)
  for (const [documentId, appends] of acknowledged) {
    if (appends.length === 0) continue
    const document = await storage.documents.load(documentId as DocumentId)
    if (!document.ok) throw new Error(document.refusal.message)
    const { snapshot, frames, seq, asideCount } = document.value
    const lines = Buffer.concat([snapshot ?? new Uint8Array(), ...frames])
      .toString()
      .split('\n')
    const asides = new Set((await storage.documents.asides(documentId as DocumentId)).map((aside) => aside.id))
    expect(asides.size).toBe(asideCount)
    // Numbers are places: nothing acknowledged moved, was doubled or is missing, neither the text nor what went with it.
    expect(appends.filter((append) => lines[append.seq - 1] !== append.content)).toEqual([])
    expect(appends.filter((append) => !asides.has(append.asideId))).toEqual([])
    expect(lines.length - 1).toBe(seq)
  }
  await storage.close()
}

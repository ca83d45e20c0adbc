import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { backupOf, openFolder, restored } from '../../support/backups.ts'
import { bundleForChild } from '../../support/killing/bundleForChild.ts'
import type { RestoreTold } from '../../support/killing/restoreVictim.ts'
import { Victim } from '../../support/killing/Victim.ts'
import { append, bytes, contentOf, documentId, group, must } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

/** Every so many calls of a restore one process dies; 1 is all of them. */
const stride = Number(process.env.RESTORE_STRIDE ?? 12)

let bundle = ''
beforeAll(async () => {
  bundle = await bundleForChild(join(process.cwd(), 'tests/support/killing/restoreVictim.ts'))
})

/** A restore in a process of its own; how many calls it made, or null when it was killed. */
async function restoreIn(file: string, dataDir: string, at: number, moment: string): Promise<number | null> {
  let calls: number | null = null
  const victim = new Victim<RestoreTold>({ bundle, args: [file, dataDir, `${at}`, moment], onTold: (told) => (calls = told) })
  const exit = await victim.exited()
  expect(exit === null || calls !== null, victim.output()).toBe(true)
  return calls
}

test('[OPS7] killed at any step, a restore leaves the old or the new data, whole, and can be run again', {
  timeout: 900_000,
}, async () => {
  const id = documentId()
  const original = join(temporaryFolder(), 'data')
  const storage = await openFolder(original)
  must(await storage.directory.createGroup(group()))
  must(await storage.documents.create(id, 'record', bytes('old')))
  const file = await backupOf(storage)
  must(await storage.documents.append(id, append(1, { frame: bytes('and newer') })))
  const { epoch } = storage
  await storage.close()

  const copy = (): string => {
    const dataDir = join(temporaryFolder(), 'data')
    cpSync(original, dataDir, { recursive: true })
    return dataDir
  }
  const calls = (await restoreIn(file, copy(), 0, 'before')) ?? 0
  expect(calls).toBeGreaterThan(40)
  const seen = new Set<string>()
  for (const moment of ['before', 'after']) {
    for (let at = 1 + Math.floor(Math.random() * stride); at <= calls; at += stride) {
      const dataDir = copy()
      expect(await restoreIn(file, dataDir, at, moment)).toBeNull()
      const now = await openFolder(dataDir)
      const content = contentOf(must(await now.documents.load(id)))
      const isNew = now.epoch !== epoch
      expect(content, `${moment} ${at}`).toEqual(isNew ? ['old'] : ['old', 'and newer'])
      expect((await now.verify()).damaged).toEqual([])
      seen.add(isNew ? 'new' : 'old')
      await now.close()
      // What was there is never gone: it is put away whole by the start that found the restore unfinished.
      const away = readdirSync(dataDir).filter((name) => name.startsWith('before-'))
      expect(away).toHaveLength(isNew ? 1 : 0)
      if (away[0] !== undefined) {
        const kept = await openFolder(join(dataDir, away[0]))
        expect(contentOf(must(await kept.documents.load(id)))).toEqual(['old', 'and newer'])
        await kept.close()
      }
      await restored(file, dataDir, true)
      expect(readdirSync(dataDir).filter((name) => name.startsWith('restored-'))).toHaveLength(1)
    }
  }
  expect([...seen].sort()).toEqual(['new', 'old'])
})

import { expect, onTestFinished, test } from 'vitest'
import { createLog, systemRandom } from '../../../server/base/index.ts'
import { type Disk, systemDisk } from '../../../server/storage/embedded/Disk.ts'
import type { OpenKeyValue } from '../../../server/storage/embedded/KeyValue.ts'
import { openEmbedded } from '../../../server/storage/embedded/openEmbedded.ts'
import { openLevel } from '../../../server/storage/embedded/openLevel.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { append, bytes, contentOf, documentId, must } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const megabyte = 1024 * 1024
const full = () => Object.assign(new Error('ENOSPC: planted'), { code: 'ENOSPC' })

/** A disk with so much room left for each file; LevelDB needs four megabytes of it to open. */
class LittleRoom {
  left = 100 * megabyte
  asked = 0

  readonly disk: Disk = {
    ...systemDisk(),
    create: async (path) => {
      const file = await systemDisk().create(path)
      const write = async (content: Uint8Array) => {
        this.asked += 1
        if (content.length > this.left) throw full()
        await file.write(content)
      }
      return { ...file, write }
    },
  }

  readonly openKeyValue: OpenKeyValue = async (folder, options) => {
    if (this.left < 4 * megabyte) throw full()
    const store = await openLevel(folder, options)
    return {
      ...store,
      batch: async (writes, how) => {
        if (this.left === 0) throw full()
        await store.batch(writes, how)
      },
    }
  }
}

test('[DUR17] while there is too little room to open the log anew it stays open for reading', async () => {
  const room = new LittleRoom()
  const clock = new ManualClock()
  const { disk, openKeyValue } = room
  const log = createLog({ level: 'silent' })
  const storage = await openEmbedded({ dataDir: temporaryFolder(), clock, log, random: systemRandom(), disk, openKeyValue })
  onTestFinished(() => storage.close())
  const id = documentId()
  must(await storage.documents.create(id, 'record', bytes('1')))
  room.left = 0
  await expect(storage.documents.append(id, append(1, { frame: bytes('2') }))).rejects.toThrow(/not be stored/)
  room.left = megabyte
  for (let second = 0; second < 3; second += 1) {
    const { asked } = room
    clock.advance(1_000)
    await expect.poll(() => room.asked).toBeGreaterThan(asked)
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    expect(contentOf(must(await storage.documents.load(id)))).toEqual(['1'])
  }
  expect(storage.health()).toMatchObject({ saving: false, reason: 'ENOSPC' })
  room.left = 100 * megabyte
  clock.advance(1_000)
  await expect.poll(() => storage.health().saving).toBe(true)
  expect(must(await storage.documents.append(id, append(1, { frame: bytes('2') })))).toBe(2)
})

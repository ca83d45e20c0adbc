import { expect, onTestFinished, test } from 'vitest'
import { createLog, systemRandom } from '../../../server/base/index.ts'
import type { KeyValue, OpenKeyValue } from '../../../server/storage/embedded/KeyValue.ts'
import { openEmbedded } from '../../../server/storage/embedded/openEmbedded.ts'
import { openLevel } from '../../../server/storage/embedded/openLevel.ts'
import { whyNotReady } from '../../../server/transports/http/createMetrics.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { append, bytes, documentId, must } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

/** LevelDB on a disk that hangs in the midst of a sync for as long as the test says. */
class HangingDisk {
  #isHanging = false
  #waiting: (() => void)[] = []
  #tellReached: () => void = () => undefined
  /** Resolves when something hangs. */
  readonly reached = new Promise<void>((resolve) => {
    this.#tellReached = resolve
  })

  hang(): void {
    this.#isHanging = true
  }

  goOn(): void {
    this.#isHanging = false
    for (const go of this.#waiting.splice(0)) go()
  }

  readonly openKeyValue: OpenKeyValue = async (folder, options) => {
    const store = await openLevel(folder, options)
    const slow: KeyValue = {
      ...store,
      batch: async (writes, how) => {
        if (this.#isHanging) await this.#hung()
        return store.batch(writes, how)
      },
    }
    return slow
  }

  #hung(): Promise<void> {
    this.#tellReached()
    return new Promise((resolve) => this.#waiting.push(resolve))
  }
}

test('[DUR5] a write that takes longer than two seconds is told as late, and nothing is refused for it', async () => {
  const disk = new HangingDisk()
  const clock = new ManualClock()
  const log = createLog({ level: 'silent' })
  const { openKeyValue } = disk
  const storage = await openEmbedded({ dataDir: temporaryFolder(), clock, log, random: systemRandom(), openKeyValue })
  onTestFinished(() => storage.close())
  const id = documentId()
  must(await storage.documents.create(id, 'record', bytes('1')))
  disk.hang()
  const writing = storage.documents.append(id, append(1, { frame: bytes('2') }))
  await disk.reached
  // A second one, begun later, waits behind it: the age that counts is that of the oldest.
  clock.advance(1_900)
  const other = storage.documents.create(documentId(), 'record', bytes('1'))
  expect(whyNotReady(storage.health())).toBeNull()
  clock.advance(200)
  expect(storage.health()).toEqual({ saving: true, reason: null, late: true })
  expect(whyNotReady(storage.health())).toBe('slow')
  disk.goOn()
  expect(must(await writing)).toBe(2)
  must(await other)
  expect(whyNotReady(storage.health())).toBeNull()
})

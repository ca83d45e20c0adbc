import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLog, systemClock, systemRandom } from '../../../server/base/index.ts'
import { checkDocument, checkVersion } from '../../../server/rooms/index.ts'
import { formatAfter, type Migration, migrations } from '../../../server/storage/embedded/migrations.ts'
import { openEmbedded } from '../../../server/storage/embedded/openEmbedded.ts'
import { replaceFile } from '../../../server/storage/embedded/replaceFile.ts'
import { CannotOpen, type Storage } from '../../../server/storage/index.ts'
import type { DocumentId, MeetingId } from '../../../shared/base/index.ts'
import { backupOf, contentOfFolder, openFolder, restored } from '../../support/backups.ts'
import { Failing } from '../../support/faults/Failing.ts'
import { bytes, contentOf, documentId, group, must } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { wordsOfRecord } from '../../support/wordsOfRecord.ts'

const surroundings = { clock: systemClock(), random: systemRandom(), log: createLog({ level: 'silent' }) }
const folders = join(process.cwd(), 'tests', 'support', 'folders')

interface Facts {
  readonly meetingId: MeetingId
  readonly secondId: MeetingId
  readonly fingerprint: string
}

/** A folder as the program of the first release left it: a sample record with words of a stock client, adopted; and a second meeting. */
function firstRelease(): { readonly dataDir: string; readonly facts: Facts } {
  const dataDir = join(temporaryFolder(), 'data')
  cpSync(join(folders, 'format1'), dataDir, { recursive: true })
  return { dataDir, facts: JSON.parse(readFileSync(join(folders, 'format1.json'), 'utf8')) as Facts } // our own file
}

function formatOf(dataDir: string): { readonly format: number; readonly state: string } {
  const { content } = JSON.parse(readFileSync(join(dataDir, 'format.json'), 'utf8')) as {
    content: { format: number; state: string }
  }
  return content
}

async function expectFirstRelease(storage: Storage, { meetingId, secondId, fingerprint }: Facts): Promise<void> {
  expect(await storage.verify(checkDocument, checkVersion)).toMatchObject({ groups: 1, meetings: 2, versions: 2, damaged: [] })
  const adopted = await storage.meetings.get(meetingId)
  expect(adopted?.session).toMatchObject({ phase: 'adopted', adoption: { fingerprint } })
  expect((await storage.meetings.version(meetingId, 2))?.fingerprint).toBe(fingerprint)
  const words = async (id: MeetingId) => wordsOfRecord(must(await storage.documents.load(id as string as DocumentId)))
  expect(await words(meetingId)).toContain('Typed by a stock client of the first release.')
  expect(await words(secondId)).toContain('Words of the first release')
  expect(await words(secondId)).toContain('Noted, and kept: ḥāfiẓ — 会议')
}

test('[OPS14] a folder of the first release opens, verifies with its fingerprint, and says the same words', async () => {
  const { dataDir, facts } = firstRelease()
  expect(formatOf(dataDir)).toMatchObject({ format: 1, state: 'ready' })
  const storage = await openFolder(dataDir)
  await expectFirstRelease(storage, facts)
  expect(formatOf(dataDir)).toMatchObject({ format: formatAfter(migrations), state: 'ready' })
  // And it comes through a backup as the same.
  const file = await backupOf(storage)
  await storage.close()
  const copy = await openFolder((await restored(file)).dataDir)
  await expectFirstRelease(copy, facts)
  await copy.close()
})

test('[OPS16] an older program refuses a newer folder with one line and leaves it as it is', async () => {
  const { dataDir } = firstRelease()
  await (await openFolder(dataDir)).close()
  const before = contentOfFolder(dataDir)
  const older = await openEmbedded({ ...surroundings, dataDir, migrations: [] }).catch((error: unknown) => error)
  expect(older).toBeInstanceOf(CannotOpen)
  expect(String(older)).toMatch(/has format 2, this program knows 1: use the program that wrote it/)
  expect(contentOfFolder(dataDir)).toEqual(before)
})

/** A step that changes rows and a file: every row gets a second one beside it, and a file says how many. */
const doubling: Migration = {
  name: 'for every row a second one',
  async run({ disk, folder, store }) {
    let rows = 0
    for await (const [key, value] of store.entries('x/', 'x0')) {
      await store.batch([{ type: 'put', key: key.replace('x/', 'z/'), value }], { sync: true })
      rows += 1
    }
    await replaceFile(disk, join(folder, 'count.json'), bytes(`${rows}`))
    await store.batch([{ type: 'put', key: 'done', value: bytes('yes') }], { sync: true })
  },
}

/** A folder of today's format with five rows for the step to work on, and a document. */
async function before(): Promise<{ readonly dataDir: string; readonly id: DocumentId }> {
  const dataDir = join(temporaryFolder(), 'data')
  const { openLevel } = await import('../../../server/storage/embedded/openLevel.ts')
  const id = documentId()
  const storage = await openFolder(dataDir)
  must(await storage.directory.createGroup(group()))
  must(await storage.documents.create(id, 'record', bytes('words')))
  await storage.close()
  const store = await openLevel(join(dataDir, 'log'), { create: false })
  for (let n = 0; n < 5; n++) await store.batch([{ type: 'put', key: `x/${n}`, value: bytes(`${n}`) }], { sync: true })
  await store.close()
  return { dataDir, id }
}

test.each([
  ['before', 'ENOSPC'],
  ['after', 'EIO'],
] as const)('[OPS15] a step between formats that is cut %s any of its calls is ended by the next start', async (moment, code) => {
  const steps = [...migrations, doubling, { name: 'nothing more', run: () => Promise.resolve() }]
  const counting = new Failing()
  const sound = await before()
  await (await openEmbedded({ ...surroundings, ...counting, dataDir: sound.dataDir, migrations: steps })).close()
  expect(counting.calls).toBeGreaterThan(30)
  let cut = 0
  for (let n = 1; n <= counting.calls; n++) {
    const { dataDir, id } = await before()
    const failing = new Failing()
    failing.failNth(n, code, moment)
    const first = await openEmbedded({ ...surroundings, ...failing, dataDir, migrations: steps }).catch((error: unknown) => error)
    if (first instanceof Error) {
      expect(first, `call ${n}`).toBeInstanceOf(CannotOpen)
      cut += 1
      // From the first change on only the newer program opens it.
      if (formatOf(dataDir).format > formatAfter(migrations)) {
        await expect(openFolder(dataDir), `call ${n}`).rejects.toThrow(/use the program that wrote it/)
      }
    } else await (first as Storage).close().catch(() => undefined)
    const storage = await openEmbedded({ ...surroundings, dataDir, migrations: steps })
    expect(contentOf(must(await storage.documents.load(id)))).toEqual(['words'])
    expect(formatOf(dataDir)).toMatchObject({ format: formatAfter(steps), state: 'ready' })
    expect(readFileSync(join(dataDir, 'count.json'), 'utf8')).toBe('5')
    await storage.close()
  }
  expect(cut).toBeGreaterThan(25)
})

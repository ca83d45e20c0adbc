import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createCrc32c } from '../../../server/storage/embedded/crc32c.ts'
import { markDamagedBlocks } from '../../../server/storage/embedded/markDamagedBlocks.ts'
import { CannotOpen, type Storage } from '../../../server/storage/index.ts'
import type { DocumentId } from '../../../shared/base/index.ts'
import { contentOfFolder, openFolder } from '../../support/backups.ts'
import { seeded } from '../../support/faults/seeded.ts'
import { append, bytes, contentOf, documentId, group, must } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const rounds = Number(process.env.TABLE_ROUNDS ?? 12)

/** Sixty documents of several blocks each, all of them in LevelDB's tables. */
async function filled(dataDir: string): Promise<ReadonlyMap<DocumentId, string>> {
  const storage = await openFolder(dataDir)
  must(await storage.directory.createGroup(group()))
  const truth = new Map<DocumentId, string>()
  for (let n = 0; n < 60; n++) {
    const id = documentId()
    must(await storage.documents.create(id, 'record', bytes('0')))
    const frame = `${n} ${id.repeat(90)}`
    must(await storage.documents.append(id, append(1, { frame: bytes(frame) })))
    truth.set(id, `0${frame}`)
  }
  await storage.close()
  // Opening puts what is in the log into a table.
  await (await openFolder(dataDir)).close()
  return truth
}

function tablesOf(dataDir: string): readonly string[] {
  return readdirSync(join(dataDir, 'log')).filter((name) => name.endsWith('.ldb'))
}

/** Flips bits anywhere in the tables, half of them where the index and the filter are. */
function spoil(dataDir: string, seed: number): void {
  const random = seeded(seed)
  for (const name of tablesOf(dataDir)) {
    const path = join(dataDir, 'log', name)
    const content = readFileSync(path)
    for (let flip = 0; flip < 3; flip++) {
      const isLate = random() < 0.5
      const at = isLate ? content.length - 1 - Math.floor(random() * 3000) : Math.floor(random() * content.length)
      content[at] = (content[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    }
    writeFileSync(path, content)
  }
}

let original = ''
let truth: ReadonlyMap<DocumentId, string> = new Map()
beforeAll(async () => {
  original = mkdtempSync(join(tmpdir(), 'rapporteur-test-'))
  truth = await filled(original)
  return () => rmSync(original, { recursive: true, force: true })
})

function copy(): string {
  const dataDir = join(temporaryFolder(), 'data')
  cpSync(original, dataDir, { recursive: true })
  return dataDir
}

test('[OPS21] a damaged table ends no process: what cannot be read is named, no text comes back wrong, and the rest works', {
  timeout: 900_000,
}, async () => {
  expect(tablesOf(original).length).toBeGreaterThan(0)
  let [damagedDocuments, working] = [0, 0]
  for (let seed = 1; seed <= rounds; seed++) {
    const dataDir = copy()
    spoil(dataDir, seed)
    const storage = await openFolder(dataDir).catch((error: unknown) => error)
    if (storage instanceof Error) {
      expect(storage, `seed ${seed}`).toBeInstanceOf(CannotOpen)
      continue
    }
    const seen = await readAll(storage as Storage, seed) // it is no error
    damagedDocuments += seen.damaged
    working += seen.working
  }
  expect(damagedDocuments).toBeGreaterThan(0)
  expect(working).toBeGreaterThan(rounds * 10)
})

async function readAll(storage: Storage, seed: number): Promise<{ readonly damaged: number; readonly working: number }> {
  let [damaged, working] = [0, 0]
  for (const [id, text] of truth) {
    const document = await storage.documents.load(id).catch((error: unknown) => {
      expect(String(error), `seed ${seed}`).toContain(`document ${id} is damaged`)
      return null
    })
    if (document === null) damaged += 1
    else {
      expect(contentOf(must(document)).join(''), `seed ${seed}`).toBe(text)
      must(await storage.documents.append(id, append(2, { frame: bytes('more') })))
      working += 1
    }
  }
  const told = (await storage.verify()).damaged
  if (damaged > 0) expect(told.length, `seed ${seed}`).toBeGreaterThan(0)
  await storage.close()
  return { damaged, working }
}

test('[OPS22] whole tables are left as they are, and a damaged block is marked by one byte, once', async () => {
  const dataDir = copy()
  const before = contentOfFolder(dataDir)
  expect(await markDamagedBlocks(join(dataDir, 'log'), true)).toEqual([])
  expect(contentOfFolder(dataDir)).toEqual(before)
  const name = tablesOf(dataDir)[0] ?? ''
  const path = join(dataDir, 'log', name)
  const content = readFileSync(path)
  content[5000] = (content[5000] ?? 0) ^ 1
  writeFileSync(path, content)
  expect(await markDamagedBlocks(join(dataDir, 'log'), false)).toEqual([`${name}: 1`])
  const marked = readFileSync(path)
  expect([...marked.keys()].filter((at) => marked[at] !== content[at])).toHaveLength(1)
  expect(await markDamagedBlocks(join(dataDir, 'log'), true)).toEqual([])
  expect(readFileSync(path).equals(marked)).toBe(true)
})

test('[OPS22] the checksum of blocks is the one of RFC 3720', () => {
  const crc32c = createCrc32c()
  expect(crc32c(bytes('123456789'))).toBe(0xe3069283)
  expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa)
  expect(crc32c(new Uint8Array(32).fill(0xff))).toBe(0x62a8ab43)
  expect(crc32c(Uint8Array.from({ length: 32 }, (_, n) => n))).toBe(0x46dd794e)
})

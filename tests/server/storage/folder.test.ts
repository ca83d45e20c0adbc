import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { createLog, systemClock, systemRandom } from '../../../server/base/index.ts'
import { openEmbedded } from '../../../server/storage/embedded/openEmbedded.ts'
import { CannotOpen, openStorage, type Storage } from '../../../server/storage/index.ts'
import { Failing } from '../../support/faults/Failing.ts'
import { bundleForChild } from '../../support/killing/bundleForChild.ts'
import type { StorageTold } from '../../support/killing/storageVictim.ts'
import { Victim } from '../../support/killing/Victim.ts'
import { bytes, documentId, group, must } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const surroundings = { clock: systemClock(), random: systemRandom(), log: createLog({ level: 'silent' }) }

let bundle = ''
beforeAll(async () => {
  bundle = await bundleForChild(join(process.cwd(), 'tests/support/killing/storageVictim.ts'))
})

async function open(dataDir: string): Promise<Storage> {
  const storage = await openStorage({ ...surroundings, dataDir })
  onTestFinished(() => storage.close())
  return storage
}

async function usedFolder(): Promise<string> {
  const dataDir = temporaryFolder()
  const storage = await open(dataDir)
  must(await storage.documents.create(documentId(), 'record', bytes('words')))
  must(await storage.directory.createGroup(group()))
  await storage.close()
  return dataDir
}

/** Another process that opens the folder and then only sits there. */
function sitter(dataDir: string): Promise<Victim<StorageTold>> {
  return new Promise((resolve, reject) => {
    const victim = new Victim<StorageTold>({ bundle, args: [dataDir, '1', 'sit'], onTold: () => resolve(victim) })
    void victim.exited().then(() => reject(new Error(victim.output())))
  })
}

/** The one line with which opening is refused. */
async function refusal(opening: Promise<Storage>): Promise<string> {
  const error = await opening.then(
    () => new Error('It was opened'),
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(CannotOpen)
  const line = error instanceof Error ? error.message : ''
  expect(line).not.toContain('\n')
  return line
}

test('[STO23] a second process on the same folder is refused and told who holds it', async () => {
  const dataDir = temporaryFolder()
  const first = await open(dataDir)
  const second = new Victim<StorageTold>({ bundle, args: [dataDir, '1', 'sit'], onTold: () => {} })
  expect(await second.exited()).toBe(1)
  expect(second.output()).toContain(`in use by process ${process.pid}, running since`)
  expect(await refusal(open(dataDir))).toContain(`process ${process.pid}`)
  expect(first.health().saving).toBe(true)
})

test('[STO24] the lock of a killed process does not block the next one', async () => {
  const dataDir = temporaryFolder()
  const first = await sitter(dataDir)
  expect(await refusal(open(dataDir))).toMatch(/in use by process \d+/)
  await first.kill()
  expect(existsSync(join(dataDir, 'rapporteur.lock'))).toBe(true)
  const storage = await open(dataDir)
  expect(readFileSync(join(dataDir, 'rapporteur.lock'), 'utf8')).toContain(`process ${process.pid},`)
  await storage.close()
  expect(existsSync(join(dataDir, 'rapporteur.lock'))).toBe(false)
})

test('[STO25] a folder with foreign things in it is refused and left as it is', async () => {
  const dataDir = temporaryFolder()
  writeFileSync(join(dataDir, 'holiday.jpg'), 'x')
  expect(await refusal(open(dataDir))).toContain('holiday.jpg')
  expect(readdirSync(dataDir)).toEqual(['holiday.jpg'])
  writeFileSync(join(dataDir, 'a file'), 'x')
  expect(await refusal(open(join(dataDir, 'a file')))).toContain('a file')
})

test.each(['format.json', 'people.json', 'groups', 'log'])(
  '[STO26] a folder without its %s is refused; a fresh start never covers up a loss',
  async (part) => {
    const dataDir = await usedFolder()
    renameSync(join(dataDir, part), `${dataDir}-${part}`)
    onTestFinished(() => rmSync(`${dataDir}-${part}`, { recursive: true, force: true }))
    await refusal(open(dataDir))
    await refusal(open(dataDir))
    rmSync(join(dataDir, part), { recursive: true, force: true })
    renameSync(`${dataDir}-${part}`, join(dataDir, part))
    expect((await (await open(dataDir)).verify()).documents).toBe(1)
  },
)

test('[STO26] a log with content and nothing else is refused as damaged', async () => {
  const dataDir = await usedFolder()
  for (const part of ['format.json', 'people.json', 'groups']) rmSync(join(dataDir, part), { recursive: true })
  expect(await refusal(open(dataDir))).toContain('damaged')
})

test('[STO27] a first start that was cut short at any step is finished by the next one', async () => {
  const calls = await firstStart(0)
  expect(calls).toBeGreaterThan(20)
  for (let n = 1; n <= calls; n++) await firstStart(n)
})

async function firstStart(n: number): Promise<number> {
  const failing = new Failing()
  if (n > 0) failing.failNth(n, 'EIO', n % 2 === 0 ? 'before' : 'after')
  const dataDir = join(temporaryFolder(), 'not', 'there', 'yet')
  const first = await openEmbedded({ ...surroundings, ...failing, dataDir }).catch(() => null)
  const calls = failing.calls
  await first?.close().catch(() => undefined)
  const storage = await openStorage({ ...surroundings, dataDir })
  must(await storage.directory.createGroup(group()))
  expect((await storage.verify()).damaged).toEqual([])
  await storage.close()
  return calls
}

test('[STO28] a folder of a newer program, or with a damaged format file, is refused', async () => {
  const dataDir = await usedFolder()
  const path = join(dataDir, 'format.json')
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace('"ready"', '"reedy"'))
  expect(await refusal(open(dataDir))).toContain('format.json is damaged')
  const storage = temporaryFolder()
  const { writeJsonText } = await import('../../../server/storage/embedded/jsonText.ts')
  writeFileSync(join(storage, 'format.json'), writeJsonText({ format: 99, epoch: 'x', state: 'ready' }))
  expect(await refusal(open(storage))).toMatch(/has format 99, this program knows \d+: use the program/)
})

test('[STO29] what is in the folder is for its owner alone', async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const storage = await open(dataDir)
  must(await storage.directory.createGroup(group()))
  const closed = (path: string) => (statSync(path).mode & 0o077) === 0
  const names = ['', 'log', 'groups', 'people.json', 'format.json', 'rapporteur.lock']
  expect(names.filter((name) => !closed(join(dataDir, name)))).toEqual([])
  expect(readdirSync(join(dataDir, 'groups')).filter((name) => !closed(join(dataDir, 'groups', name)))).toEqual([])
})

test.skipIf(process.getuid?.() === 0)('[STO25] a folder that cannot be written is refused with one line', async () => {
  const above = temporaryFolder()
  mkdirSync(join(above, 'data'))
  chmodSync(join(above, 'data'), 0o500)
  expect(await refusal(open(join(above, 'data')))).toContain('data')
})

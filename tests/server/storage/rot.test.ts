import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ClassicLevel } from 'classic-level'
import { expect, onTestFinished, test } from 'vitest'
import { createLog, createNewId, systemClock } from '../../../server/base/index.ts'
import { CannotOpen, openStorage, type Storage } from '../../../server/storage/index.ts'
import type { DocumentId, GroupId, MeetingId } from '../../../shared/base/index.ts'
import { seeded } from '../../support/faults/seeded.ts'
import { append, aside, bytes, contentOf, group, meeting, must, somebody } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const rounds = Number(process.env.ROT_ROUNDS ?? 20)

function open(dataDir: string): Promise<Storage> {
  return openStorage({ dataDir, clock: systemClock(), log: createLog({ level: 'silent' }) })
}

interface Filled {
  readonly dataDir: string
  readonly groupId: GroupId
  readonly sick: MeetingId
  readonly well: MeetingId
}

/** A folder with one group and two meetings with some of everything, closed. */
async function filled(): Promise<Filled> {
  const dataDir = temporaryFolder()
  const storage = await open(dataDir)
  const file = group()
  must(await storage.directory.createGroup(file))
  const meetings = [meeting(file.group.id), meeting(file.group.id)] as const
  for (const one of meetings) {
    must(await storage.meetings.create(one, bytes('1')))
    const id = documentOf(one.meetingId)
    const stored = append(1, { frame: bytes('2'), bindings: [{ clientId: 5, person: somebody }], asides: [aside()] })
    must(await storage.documents.append(id, stored))
    must(await storage.documents.compact(id, 1, bytes('1')))
    must(await storage.documents.append(id, append(2, { frame: bytes('3') })))
    must(await storage.documents.append(id, append(3, { frame: bytes('4') })))
  }
  await storage.close()
  return { dataDir, groupId: file.group.id, sick: meetings[0].meetingId, well: meetings[1].meetingId }
}

function documentOf(meetingId: MeetingId): DocumentId {
  return meetingId as string as DocumentId
}

/** Changes what lies under a key behind the back of storage; null takes it away. */
async function spoil(dataDir: string, key: string, change: (value: Uint8Array) => Uint8Array | null): Promise<void> {
  const db = new ClassicLevel<string, Uint8Array>(join(dataDir, 'log'), { keyEncoding: 'utf8', valueEncoding: 'view' })
  const value = await db.get(key)
  if (value === undefined) throw new Error(`There is no ${key}: ${(await db.keys().all()).join(' ')}`)
  const spoilt = change(value)
  await (spoilt === null ? db.del(key) : db.put(key, spoilt))
  await db.close()
}

function flipped(value: Uint8Array): Uint8Array {
  const copy = new Uint8Array(value)
  copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 1
  return copy
}

/** The twelve digits under which a frame is kept. */
function frame(seq: number): string {
  return `f/${seq.toString(16).padStart(12, '0')}`
}

const injuries: readonly (readonly [string, string, (value: Uint8Array) => Uint8Array | null])[] = [
  ['a frame with a flipped bit', frame(3), flipped],
  ['a frame cut short', frame(4), (value) => value.slice(0, -1)],
  ['an empty frame', frame(3), () => new Uint8Array()],
  ['a missing frame in the middle', frame(3), () => null],
  ['a missing last frame', frame(4), () => null],
  ['a snapshot with a flipped bit', 'snapshot', flipped],
  ['a missing snapshot', 'snapshot', () => null],
  ['a head with a flipped bit', 'head', flipped],
  ['a missing head', 'head', () => null],
  ['a binding with a flipped bit', 'b/5', flipped],
]

test.each(injuries)('[STO38] a document with %s is named and cannot be opened; the others work', async (_what, part, change) => {
  const { dataDir, sick, well } = await filled()
  await spoil(dataDir, `d/${sick}/${part}`, change)
  const storage = await open(dataDir)
  onTestFinished(() => storage.close())
  await expect(storage.documents.load(documentOf(sick))).rejects.toThrow(`document ${sick} is damaged`)
  expect(contentOf(must(await storage.documents.load(documentOf(well))))).toEqual(['1', '2', '3', '4'])
  expect(must(await storage.documents.append(documentOf(well), append(4, { frame: bytes('5') })))).toBe(5)
  const { damaged } = await storage.verify()
  expect(damaged.map((one) => one.what)).toContain(`document ${sick}`)
  expect(damaged.filter((one) => one.what.includes(well))).toEqual([])
})

test('[STO38] a frame under the number of another is noticed', async () => {
  const { dataDir, sick } = await filled()
  let other: Uint8Array | null = null
  await spoil(dataDir, `d/${sick}/${frame(3)}`, (value) => {
    other = value
    return value
  })
  await spoil(dataDir, `d/${sick}/${frame(4)}`, () => other)
  const storage = await open(dataDir)
  onTestFinished(() => storage.close())
  await expect(storage.documents.load(documentOf(sick))).rejects.toThrow('damaged')
})

test('[STO38] a record that is gone although its meeting is there is damaged and not unknown', async () => {
  const { dataDir, sick } = await filled()
  const db = new ClassicLevel(join(dataDir, 'log'))
  await db.clear({ gte: `d/${sick}/`, lt: `d/${sick}0` })
  await db.close()
  const storage = await open(dataDir)
  onTestFinished(() => storage.close())
  await expect(storage.documents.load(documentOf(sick))).rejects.toThrow('damaged')
  expect((await storage.verify()).damaged.map((one) => one.what)).toContain(`meeting ${sick}`)
})

test('[STO39] a damaged meeting is named and does not hide the others of its group', async () => {
  for (const change of [flipped, () => null]) {
    const { dataDir, groupId, sick, well } = await filled()
    await spoil(dataDir, `m/${sick}`, change)
    const storage = await open(dataDir)
    expect((await storage.meetings.list(groupId)).map((one) => one.meetingId)).toEqual([well])
    expect((await storage.verify()).damaged.map((one) => one.what)).toContain(`meeting ${sick}`)
    await storage.close()
  }
})

test('[STO39] damaged lists, commands and texts aside are named too', async () => {
  const { dataDir, groupId, sick } = await filled()
  await spoil(dataDir, `g/${groupId}/${sick}`, flipped)
  const db = new ClassicLevel(join(dataDir, 'log'))
  const asideKey = (await db.keys({ gte: `a/${sick}/`, lt: `a/${sick}0` }).all())[0] ?? ''
  await db.close()
  await spoil(dataDir, asideKey, flipped)
  const storage = await open(dataDir)
  onTestFinished(() => storage.close())
  const named = (await storage.verify()).damaged.map((one) => one.what)
  expect(named).toContain(`list of meetings of group ${groupId}`)
  expect(named).toContain(`texts aside of document ${sick}`)
  await expect(storage.documents.asides(documentOf(sick))).rejects.toThrow()
})

test('[STO45] a damaged group keeps only itself shut; damaged people refuse the start', async () => {
  const { dataDir, groupId } = await filled()
  const healthy = group('Healthy')
  const before = await open(dataDir)
  must(await before.directory.createGroup(healthy))
  await before.close()
  const path = join(dataDir, 'groups', `${groupId}.json`)
  const text = readFileSync(path, 'utf8')
  for (const spoilt of [text.replace('Universalization', 'Universalisation'), text.slice(0, -9), '', '{"a":1}']) {
    writeFileSync(path, spoilt)
    const storage = await open(dataDir)
    await expect(storage.directory.group(groupId)).rejects.toThrow(`group ${groupId} is damaged`)
    expect((await storage.directory.group(healthy.group.id))?.value).toEqual(healthy)
    expect((await storage.directory.createGroup({ ...healthy, group: { ...healthy.group, id: groupId } })).ok).toBe(false)
    expect((await storage.verify()).damaged.map((one) => one.what)).toContain(`group ${groupId}`)
    await storage.close()
  }
  writeFileSync(path, text)
  const people = join(dataDir, 'people.json')
  writeFileSync(people, readFileSync(people, 'utf8').replace('"links": []', '"links": [1]'))
  await expect(open(dataDir)).rejects.toThrow(/people.json is damaged/)
})

test('[STO47] what LevelDB leaves out of a damaged log is told by verify from then on', async () => {
  const { dataDir } = await filled()
  const name = readdirSync(join(dataDir, 'log')).find((one) => one.endsWith('.log')) ?? ''
  const path = join(dataDir, 'log', name)
  const content = readFileSync(path)
  const middle = Math.floor(content.length / 2)
  content[middle] = (content[middle] ?? 0) ^ 1
  writeFileSync(path, content)
  for (let start = 0; start < 3; start++) {
    const storage = await open(dataDir)
    const told = (await storage.verify()).damaged.filter((one) => one.what === 'log')
    expect(told).toHaveLength(1)
    expect(told[0]?.why).toMatch(/left out when it was opened at 2\d{3}-.*power cut only\): \d+\.log, \d+, /)
    await storage.close()
  }
})

test('[STO46] whatever bytes of the store are flipped, no text comes back wrong without a word', {
  timeout: 60_000 + rounds * 3_000,
}, async () => {
  let noticed = 0
  for (let seed = 1; seed <= rounds; seed++) noticed += await flipAndRead(seed)
  expect(noticed).toBeGreaterThan(0)
})

async function flipAndRead(seed: number): Promise<number> {
  const random = seeded(seed)
  const dataDir = temporaryFolder()
  const truth = await fill(dataDir, seed % 2 === 0, random)
  const files = readdirSync(join(dataDir, 'log')).filter((name) => /\.(log|ldb)$/.test(name))
  for (const name of files) {
    const path = join(dataDir, 'log', name)
    const content = readFileSync(path)
    if (content.length === 0) continue
    for (let flips = 0; flips < 3; flips++) {
      const at = Math.floor(random() * content.length)
      content[at] = (content[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    }
    writeFileSync(path, content)
  }
  const storage = await open(dataDir).catch((error: unknown) => error)
  // Not to be opened is a word too; it must be one line and ours.
  if (!(typeof storage === 'object' && storage !== null && 'documents' in storage)) {
    expect(storage, `seed ${seed}`).toBeInstanceOf(CannotOpen)
    return 1
  }
  return readAll(storage as Storage, truth, seed)
}

async function readAll(storage: Storage, truth: ReadonlyMap<DocumentId, string>, seed: number): Promise<number> {
  const { damaged } = await storage.verify()
  let wrong = 0
  for (const [id, text] of truth) {
    const loaded = await storage.documents.load(id).catch(() => null)
    if (loaded === null || (loaded.ok && contentOf(loaded.value).join('') === text)) continue
    wrong += 1
  }
  if (damaged.length === 0) expect(wrong, `seed ${seed}`).toBe(0)
  await storage.close()
  return damaged.length > 0 ? 1 : 0
}

/** Thirty documents; `settled` also has LevelDB put them into its tables. */
async function fill(dataDir: string, settled: boolean, random: () => number): Promise<Map<DocumentId, string>> {
  const storage = await open(dataDir)
  const truth = new Map<DocumentId, string>()
  // Ids from the seed too, so that a seed always makes the same files.
  const seededId = createNewId((byteCount) => Uint8Array.from({ length: byteCount }, () => Math.floor(random() * 256)))
  for (let n = 0; n < 30; n++) {
    const id = seededId<DocumentId>()
    must(await storage.documents.create(id, 'record', bytes(`${n}.`)))
    let text = `${n}.`
    for (let seq = 1; seq <= 5; seq++) {
      const part = `${seq} ${id.repeat(8)}\n`
      must(await storage.documents.append(id, append(seq, { frame: bytes(part) })))
      text += part
    }
    truth.set(id, text)
  }
  await storage.close()
  if (settled) await (await open(dataDir)).close()
  return truth
}

import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock, systemRandom } from '../../../server/base/index.ts'
import { readBackup } from '../../../server/storage/embedded/backup/readBackup.ts'
import { writeBackup } from '../../../server/storage/embedded/backup/writeBackup.ts'
import { CannotOpen, keepBackup, type Storage, verifyBackup } from '../../../server/storage/index.ts'
import type { DocumentId, GroupId } from '../../../shared/base/index.ts'
import { ok } from '../../../shared/base/index.ts'
import { backupOf, changedCopy, contentOfFolder, openFolder, restored } from '../../support/backups.ts'
import { append, aside, bytes, contentOf, documentId, group, meeting, must } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

async function open(dataDir = join(temporaryFolder(), 'data')): Promise<Storage> {
  const storage = await openFolder(dataDir)
  onTestFinished(() => storage.close())
  return storage
}

/** A storage with a group, a meeting and words aside. */
async function filled(dataDir?: string): Promise<{ storage: Storage; groupId: GroupId; document: DocumentId }> {
  const storage = await open(dataDir)
  const file = group()
  must(await storage.directory.createGroup(file))
  const made = meeting(file.group.id)
  must(await storage.meetings.create(made, bytes('first')))
  const document = made.meetingId as string as DocumentId
  must(await storage.documents.append(document, append(1, { frame: bytes('second'), asides: [aside()] })))
  return { storage, groupId: file.group.id, document }
}

/** The one line of a refusal. */
async function refusal(doing: Promise<unknown>): Promise<string> {
  const error = await doing.then(
    () => new Error('It was done'),
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(CannotOpen)
  const line = error instanceof Error ? error.message : ''
  expect(line).not.toContain('\n')
  return line
}

async function rowsOf(storage: Storage): Promise<Map<string, string>> {
  const rows = new Map<string, string>()
  for await (const part of readBackup(storage.backup())) {
    if (part.kind === 'rows') for (const [key, value] of part.rows) rows.set(key, Buffer.from(value).toString('base64'))
  }
  return rows
}

test('[OPS1] what is in a backup is from one moment, while log, groups and people are written', async () => {
  const storage = await open()
  const file = group()
  const held = must(await storage.directory.createGroup(file))
  const [one, other] = [documentId(), documentId()]
  for (const id of [one, other]) must(await storage.documents.create(id, 'record', bytes('0')))
  let written = 0
  let going = true
  // Each is written only when the one before is acknowledged: a moment in which a later one is ahead does not exist.
  const writing = (async () => {
    while (going) {
      must(await storage.documents.append(one, append(written + 1, { frame: bytes(`${written}`) })))
      must(await held.update((value) => ok({ value: { ...value, group: { ...value.group, name: `${written}` } }, result: null })))
      must(await storage.documents.append(other, append(written + 1, { frame: bytes(`${written}`) })))
      await storage.directory.people.update((value) => ok({ value: { ...value, administrators: [`${written}`] }, result: null }))
      written += 1
    }
  })()
  for (let round = 0; round < 12; round++) {
    const before = written
    const taken = storage.backup()
    // Whoever asked may be slow to read: what is written meanwhile is not in it.
    while (written < before + 3) await new Promise((resolve) => setImmediate(resolve))
    const path = join(temporaryFolder(), 'backup')
    await keepBackup(taken, path, () => {})
    const { dataDir } = await restored(path)
    const copy = await openFolder(dataDir)
    const steps = [
      must(await copy.documents.load(one)).seq - 1,
      Number((await copy.directory.group(file.group.id))?.value.group.name) + 1 || 0,
      must(await copy.documents.load(other)).seq - 1,
      Number(copy.directory.people.value.administrators[0] ?? -1) + 1,
    ]
    expect(steps, `round ${round}`).toEqual([...steps].sort((a, b) => b - a))
    expect((steps[0] ?? 0) - (steps[3] ?? 0)).toBeLessThanOrEqual(1)
    // And everything that was acknowledged before it was asked for.
    expect(steps[3]).toBeGreaterThanOrEqual(before)
    expect(steps[0]).toBeLessThanOrEqual(before + 1)
    await copy.close()
  }
  going = false
  await writing
  expect(written).toBeGreaterThan(20)
})

test('[OPS2] a backup is one file for its owner alone, and is never written over anything', async () => {
  const { storage } = await filled()
  const file = await backupOf(storage)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(dirname(file))).toEqual(['backup'])
  const before = readFileSync(file)
  expect(await refusal(keepBackup(storage.backup(), file, () => {}))).toContain('is there already')
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(await refusal(keepBackup(storage.backup(), join(file, 'below'), () => {}))).toContain('ENOTDIR')
})

test('[OPS2] a backup whose bytes stop too early leaves no file', async () => {
  const { storage } = await filled()
  const folder = temporaryFolder()
  async function* cut() {
    let left = 3
    for await (const chunk of storage.backup()) if (left-- > 0) yield chunk
  }
  expect(await refusal(keepBackup(cut(), join(folder, 'backup'), () => {}))).toContain('ends too early')
  async function* failing() {
    yield* cut()
    throw new Error('The line was cut')
  }
  expect(await refusal(keepBackup(failing(), join(folder, 'backup'), () => {}))).toContain('The line was cut')
  expect(readdirSync(folder)).toEqual([])
})

test('[OPS3] a backup with a byte changed, missing or added is refused before anything is touched', async () => {
  const { storage } = await filled()
  const file = await backupOf(storage)
  const { length } = readFileSync(file)
  const dataDir = join(temporaryFolder(), 'data')
  await (await filled(dataDir)).storage.close()
  const before = contentOfFolder(dataDir)
  const spoilt: ((bytes: Buffer) => Uint8Array)[] = [
    (content) => Buffer.concat([content, Buffer.from([0])]),
    () => Buffer.alloc(0),
  ]
  const stride = Math.max(1, Math.floor(length / 400))
  for (let at = 0; at < length; at += stride) {
    spoilt.push((content) => {
      content[at] = (content[at] ?? 0) ^ (1 << (at % 8))
      return content
    })
    if (at % (stride * 8) === 0) spoilt.push((content) => content.subarray(0, at))
  }
  expect(spoilt.length).toBeGreaterThan(400)
  for (const change of spoilt) {
    expect(await refusal(verifyBackup(changedCopy(file, change), () => {}))).toMatch(/is not a whole backup/)
  }
  for (const change of spoilt.slice(0, 20))
    expect(await refusal(restored(changedCopy(file, change), dataDir, true))).toMatch(/whole/)
  expect(contentOfFolder(dataDir)).toEqual(before)
})

test('[OPS4] what is restored is what was backed up, row by row, under an epoch of its own', async () => {
  const { storage, groupId, document } = await filled()
  const file = await backupOf(storage)
  const told = await verifyBackup(file, () => {})
  expect(told).toMatchObject({ groups: 1, meetings: 1, documents: 1, damaged: [], epoch: storage.epoch })
  const { dataDir, epoch } = await restored(file)
  const copy = await open(dataDir)
  expect(copy.epoch).toBe(epoch)
  expect(copy.epoch).not.toBe(storage.epoch)
  expect(await rowsOf(copy)).toEqual(await rowsOf(storage))
  expect(contentOf(must(await copy.documents.load(document)))).toEqual(['first', 'second'])
  expect((await copy.directory.group(groupId))?.value).toEqual((await storage.directory.group(groupId))?.value)
  expect(await copy.verify()).toEqual(await storage.verify())
  // And it goes on: what is written now is there after the next start.
  must(await copy.documents.append(document, append(2, { frame: bytes('third') })))
  await copy.close()
  expect(contentOf(must(await (await open(dataDir)).documents.load(document)))).toEqual(['first', 'second', 'third'])
})

test('[OPS4] a row longer than a frame, and many short ones, come through', async () => {
  const storage = await open()
  const long = documentId()
  const words = bytes('long '.repeat(700_000))
  must(await storage.documents.create(long, 'record', words))
  for (let n = 0; n < 300; n++) must(await storage.documents.create(documentId(), 'record', bytes(`${n}`)))
  const copy = await open((await restored(await backupOf(storage))).dataDir)
  expect(Buffer.from(must(await copy.documents.load(long)).frames[0] ?? []).equals(Buffer.from(words))).toBe(true)
  expect((await copy.verify()).documents).toBe(301)
})

test('[OPS5] restoring over data is refused unless it is asked for, and then what was there is kept beside it', async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const first = await filled(dataDir)
  const file = await backupOf(first.storage)
  must(await first.storage.documents.append(first.document, append(2, { frame: bytes('later') })))
  await first.storage.close()
  const untouched = contentOfFolder(dataDir)
  expect(await refusal(restored(file, dataDir))).toContain('--replace')
  expect(contentOfFolder(dataDir)).toEqual(untouched)
  for (let round = 0; round < 2; round++) {
    const { before } = await restored(file, dataDir, true)
    const now = await open(dataDir)
    expect(contentOf(must(await now.documents.load(first.document)))).toEqual(['first', 'second'])
    must(await now.documents.append(first.document, append(2, { frame: bytes('later') })))
    await now.close()
    // What was put away is a data folder in itself.
    expect(dirname(before ?? '')).toBe(dataDir)
    const kept = await open(before ?? '')
    expect(contentOf(must(await kept.documents.load(first.document)))).toEqual(['first', 'second', 'later'])
    expect((await kept.verify()).damaged).toEqual([])
    await kept.close()
  }
  expect(readdirSync(dataDir).filter((name) => name.startsWith('restored-'))).toHaveLength(1)
})

test('[OPS5] data whose log cannot be opened at all can be replaced, and is kept', async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const { storage, document } = await filled(dataDir)
  const file = await backupOf(storage)
  await storage.close()
  writeFileSync(join(dataDir, 'log', 'CURRENT'), 'nonsense')
  expect(await refusal(openFolder(dataDir))).toContain('cannot be opened')
  const { before } = await restored(file, dataDir, true)
  expect(contentOf(must(await (await open(dataDir)).documents.load(document)))).toEqual(['first', 'second'])
  expect(readFileSync(join(before ?? '', 'log', 'CURRENT'), 'utf8')).toBe('nonsense')
})

test('[OPS6] while a server holds the folder nothing is restored into it, and a folder that is none of ours is left alone', async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const { storage } = await filled(dataDir)
  const file = await backupOf(storage)
  const before = contentOfFolder(dataDir)
  expect(await refusal(restored(file, dataDir, true))).toContain(`in use by process ${process.pid}`)
  expect(contentOfFolder(dataDir)).toEqual(before)
  expect((await storage.verify()).damaged).toEqual([])
  const foreign = temporaryFolder()
  writeFileSync(join(foreign, 'holiday.jpg'), 'x')
  expect(await refusal(restored(file, foreign, true))).toContain('holiday.jpg')
  expect(readdirSync(foreign)).toEqual(['holiday.jpg'])
})

test('[OPS8] restoring data does not restore rights: logins, tokens, links and seats of the backup are ended', async () => {
  const storage = await open()
  const secretHash = 'a'.repeat(64)
  const auth = {
    user: [{ id: 'ada', email: 'ada@example.org' }],
    account: [{ id: 'c', userId: 'ada', password: 'hash' }],
    session: [{ id: 's', token: 'sealed' }],
    verification: [{ id: 'v' }],
  }
  const token = { tokenHash: secretHash, accountId: 'ada', expiresAt: null, createdAt: systemClock().now() }
  const link = { secretHash, kind: 'setPassword', accountId: 'ada', expiresAt: systemClock().now() } as const
  await storage.directory.people.update(() =>
    ok({ value: { auth, administrators: ['ada'], cookieSecret: 'signs', tokens: [token], links: [link] }, result: null }),
  )
  const file = group()
  const seat = {
    id: 'seat',
    secretHash,
    role: 'participant',
    delegationId: null,
    meetingId: null,
    expiresAt: null,
    maxClaims: null,
    claims: 1,
    revokedAt: null,
    createdAt: 1,
    createdBy: 'ada',
  }
  const guest = { id: 'g:guest', seatId: 'seat', name: 'Guest', function: null, tokenHash: secretHash, claimedAt: 1 }
  const member = { id: 'm', accountId: 'ada', email: 'ada@example.org', name: 'Ada', role: 'coordinator', delegationId: null }
  // Rows in the shape that the use cases store.
  const withSeat = { ...file, seats: [seat], guests: [guest], members: [member] } as unknown as typeof file
  must(await storage.directory.createGroup(withSeat))

  const backup = await backupOf(storage)
  const { dataDir, ended } = await restored(backup)
  expect(ended).toEqual({ logins: 1, tokens: 1, links: 1, seats: 1 })
  const copy = await open(dataDir)
  const { people } = copy.directory
  expect(people.value).toEqual({
    auth: { ...auth, session: [], verification: [] },
    administrators: ['ada'],
    tokens: [],
    links: [],
  })
  const groupNow = (await copy.directory.group(file.group.id))?.value
  expect(groupNow?.seats[0]?.revokedAt).not.toBeNull()
  expect(groupNow?.members).toHaveLength(1)
  const stored = [...contentOfFolder(dataDir)].map(([, text]) => Buffer.from(text, 'base64').toString('latin1')).join()
  for (const secret of ['"signs"', 'sealed']) expect(stored).not.toContain(secret)
  expect(groupNow?.guests[0]?.tokenHash).toBe('')
})

test('[OPS11] what can be made again is in no backup, and goes when data is replaced', async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const { storage } = await filled(dataDir)
  mkdirSync(storage.derivedFolder, { recursive: true })
  writeFileSync(join(storage.derivedFolder, 'words'), 'the words of the newer past')
  const file = await backupOf(storage)
  expect(readFileSync(file, 'latin1')).not.toContain('newer past')
  await storage.close()
  await restored(file, dataDir, true)
  expect(existsSync(join(dataDir, 'derived'))).toBe(false)
})

test('[OPS12] a made-up backup chooses no place to write, and no length is believed', async () => {
  const rows = async function* (): AsyncGenerator<readonly [string, Uint8Array]> {}
  const made = async (name: string) => {
    const file = join(temporaryFolder(), 'backup')
    const source = { format: 1, epoch: 'x', at: 0, files: [{ name, read: async () => bytes('{}') }], rows: rows() }
    const parts: Uint8Array[] = []
    for await (const chunk of writeBackup(source)) parts.push(chunk)
    writeFileSync(file, Buffer.concat(parts))
    return file
  }
  const names = [
    '../people.json',
    'groups/../../x.json',
    '/etc/passwd',
    'format.json',
    'log',
    'groups/.json',
    'people.json\0',
    'log/CURRENT',
  ]
  for (const name of names) expect(await refusal(restored(await made(name)))).toContain('is not a whole backup')
  const long = changedCopy(await made('people.json'), (content) => {
    content.writeUInt32BE(0xffff_fff0, 21)
    return content
  })
  expect(await refusal(verifyBackup(long, () => {}))).toContain('damaged')
  const newer = join(temporaryFolder(), 'backup')
  const source = { format: 99, epoch: 'x', at: 0, files: [], rows: rows() }
  await keepBackup(writeBackup(source), newer, () => {})
  const dataDir = join(temporaryFolder(), 'data')
  expect(await refusal(restored(newer, dataDir))).toContain('format 99')
  expect(existsSync(dataDir)).toBe(false)
})

test('[OPS13] a backup of a damaged folder carries the damage as it is and names it', async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const { storage, groupId } = await filled(dataDir)
  await storage.close()
  const path = join(dataDir, 'groups', `${groupId}.json`)
  writeFileSync(path, readFileSync(path, 'utf8').replace('Universalization', 'Universalisation'))
  const sick = await open(dataDir)
  const file = await backupOf(sick)
  expect((await verifyBackup(file, () => {})).damaged).toEqual([`groups/${groupId}.json`])
  const copy = await open((await restored(file)).dataDir)
  await expect(copy.directory.group(groupId)).rejects.toThrow('damaged')
})

test('[OPS10] looking at a folder that holds no data makes nothing there', async () => {
  const { openStorage } = await import('../../../server/storage/index.ts')
  const { createLog } = await import('../../../server/base/index.ts')
  const dataDir = join(temporaryFolder(), 'nowhere')
  const options = { dataDir, clock: systemClock(), random: systemRandom(), log: createLog({ level: 'silent' }), mustExist: true }
  expect(await refusal(openStorage(options))).toContain('There is no data in')
  expect(existsSync(dataDir)).toBe(false)
})

import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLog, createNewId, createReportFault, systemClock, systemRandom } from '../../../server/base/index.ts'
import {
  accountCaller,
  createAdministrator,
  openWorkspace,
  searchRecords,
  type Workspace,
} from '../../../server/meetings/index.ts'
import { openEmbedded } from '../../../server/storage/embedded/openEmbedded.ts'
import type { Storage } from '../../../server/storage/index.ts'
import { runCommand } from '../../../server/transports/machine/runCommand.ts'
import type { SearchAnswer } from '../../../shared/protocol/index.ts'
import { makeArchive } from '../../support/makeArchive.ts'
import { must } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const email = 'ada@example.org'
const questions = ['the', 'mine', 'déminage', 'ألغام', '地雷', 'standing:agreed', 'part:note geneva', '']

interface Opened {
  readonly at: Workspace
  readonly logged: string[]
  /** What is written here the archive does not hear of. */
  readonly unwatched: Storage
  search(q: string): Promise<SearchAnswer>
  close(): Promise<void>
}

/** A server's inside over a data folder, as at a start. */
async function opened(dataDir: string): Promise<Opened> {
  const [clock, random, logged] = [systemClock(), systemRandom(), [] as string[]]
  const log = createLog({ level: 'info', destination: { write: (line: string) => void logged.push(line) } })
  const storage = await openEmbedded({ dataDir, clock, log, random })
  const reportFault = createReportFault(log, createNewId(random))
  const at = await openWorkspace({ storage, clock, random, log, reportFault, publicUrl: 'http://127.0.0.1' })
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    await at.rooms.close()
    await at.archive.close()
    await storage.close()
  }
  onTestFinished(close)
  const search = async (q: string) => {
    const account = at.accounts.findByEmail(email)
    if (account === null) throw new Error('The account was made')
    return must(await searchRecords(at, accountCaller(at, account, 'token'), { q, sort: 'newest', limit: 50 }))
  }
  return { at, logged, unwatched: storage, search, close }
}

/** A data folder with records and an account that is in their group, and everything derived of them. */
async function folderWithRecords(): Promise<{ dataDir: string; answers: string }> {
  const dataDir = temporaryFolder()
  const first = await opened(dataDir)
  const { at } = first
  const account = must(await createAdministrator(at, { email, name: 'Ada', password: 'a long enough password' }))
  const member = { id: at.newId(), accountId: account.id, email, name: 'Ada', role: 'coordinator', delegationId: null } as const
  await makeArchive(at.storage, {
    records: 20,
    groups: 1,
    paragraphs: 10,
    seed: 9,
    closedEvery: 4,
    members: [{ ...member, id: at.newId() }],
  })
  const answers = await everything(first)
  expect(answers.length).toBeGreaterThan(2_000)
  await first.close()
  return { dataDir, answers }
}

async function everything({ search }: Opened): Promise<string> {
  const answers = []
  for (const q of questions) answers.push(await search(q))
  return JSON.stringify(answers)
}

test('[SEA26] a start reads nothing that has not changed, and answers as before', async () => {
  const { dataDir, answers } = await folderWithRecords()
  const again = await opened(dataDir)
  expect(await everything(again)).toBe(answers)
  expect(again.logged.join('')).not.toContain('records to be indexed')
})

test('[SEA26] what was changed since the last write, a copy taken in the middle, and a lost or damaged archive: the answers are the same', async () => {
  const { dataDir, answers } = await folderWithRecords()
  const live = await opened(dataDir)
  await live.search('the')
  const groupId = (await live.at.storage.directory.groups())[0]
  if (groupId === undefined) throw new Error('The group was made')
  const [meeting] = await live.at.storage.meetings.list(groupId)
  if (meeting === undefined) throw new Error('The meetings were made')
  const next = {
    ...meeting.session,
    seq: meeting.session.seq + 1,
    head: { ...meeting.session.head, place: 'Wolkenkuckucksheim' },
  }
  must(await live.at.storage.meetings.commit(meeting.meetingId, { from: meeting.session.seq, next, commands: [] }))
  // What a power cut would leave: nothing was closed or written out.
  const cut = temporaryFolder()
  cpSync(dataDir, cut, { recursive: true })
  await live.close()

  const afterCut = await opened(cut)
  const isAdopted = meeting.session.phase === 'adopted'
  expect((await afterCut.search('wolkenkuckucksheim')).total).toBe(isAdopted ? 0 : 1)
  expect((await afterCut.search('')).pending).toBe(0)
  await afterCut.close()

  const reference = await opened(dataDir)
  const expected = await everything(reference)
  await reference.close()
  if (isAdopted) expect(expected).toBe(answers)

  rmSync(join(dataDir, 'derived'), { recursive: true })
  const lost = await opened(dataDir)
  expect(await everything(lost)).toBe(expected)
  await lost.close()

  for (const file of filesBelow(join(dataDir, 'derived'))) {
    const bytes = readFileSync(file)
    if (bytes.length === 0) continue
    bytes.fill(0x5a, Math.floor(bytes.length / 2), Math.min(bytes.length, Math.floor(bytes.length / 2) + 400))
    writeFileSync(file, bytes)
  }
  const damaged = await opened(dataDir)
  expect(await everything(damaged)).toBe(expected)
})

test('[SEA27] the index is looked through by verify and made anew by command; the records themselves are not touched by either', async () => {
  const { dataDir, answers } = await folderWithRecords()
  const one = await opened(dataDir)
  const sound = await runCommand(one.at, { kind: 'verify' })
  expect(sound).toMatchObject({ exit: 0, line: null, print: { damaged: [], index: { meetings: 20 } } })
  await one.close()
  const [file = ''] = filesBelow(join(dataDir, 'derived', 'search'))
  const bytes = readFileSync(file)
  bytes.fill(0x5a, bytes.length - 100)
  writeFileSync(file, bytes)
  const other = await opened(dataDir)
  expect(await runCommand(other.at, { kind: 'verify' })).toMatchObject({ exit: 1, line: expect.stringContaining(file) })
  const before = await other.at.storage.verify()
  expect(await runCommand(other.at, { kind: 'index.rebuild' })).toEqual({ exit: 0, print: { records: 20 }, line: null })
  expect(await other.at.storage.verify()).toEqual(before)
  expect(await runCommand(other.at, { kind: 'verify' })).toMatchObject({ exit: 0 })
  expect(await everything(other)).toBe(answers)
})

test('[SEA29] verify reads every record again and names the one of which the index says something else than what is stored', async () => {
  const { dataDir } = await folderWithRecords()
  const one = await opened(dataDir)
  const [groupId] = await one.at.storage.directory.groups()
  if (groupId === undefined) throw new Error('The group was made')
  const [meeting] = await one.at.storage.meetings.list(groupId)
  if (meeting === undefined) throw new Error('The meetings were made')
  expect(await runCommand(one.at, { kind: 'verify' })).toMatchObject({ exit: 0 })
  // Stored behind the archive's back: what a fault of ours in keeping step would leave.
  const head = { ...meeting.session.head, title: 'Another title' }
  const next = { ...meeting.session, seq: meeting.session.seq + 1, head }
  must(await one.unwatched.meetings.commit(meeting.meetingId, { from: meeting.session.seq, next, commands: [] }))
  const found = await runCommand(one.at, { kind: 'verify' })
  expect(found).toMatchObject({ exit: 1, line: `Damaged: search index of ${meeting.meetingId}` })
  await runCommand(one.at, { kind: 'index.rebuild' })
  expect(await runCommand(one.at, { kind: 'verify' })).toMatchObject({ exit: 0 })
})

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .sort()
}

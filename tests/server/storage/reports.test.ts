import { join } from 'node:path'
import { ClassicLevel } from 'classic-level'
import { expect, onTestFinished, test } from 'vitest'
import { createLog, systemClock } from '../../../server/base/index.ts'
import { keys } from '../../../server/storage/embedded/keys.ts'
import { openStorage, type StoredReport } from '../../../server/storage/index.ts'
import type { DocumentId, GroupId, MeetingId, Millis, ReportId } from '../../../shared/base/index.ts'
import { append, bytes, codeOf, contentOf, group, must, newId } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

function report(groupId: GroupId, createdAt = 1000): StoredReport {
  const createdBy = { role: 'coordinator', name: 'Ada' } as const
  const head = { reportId: newId<ReportId>(), groupId, meetingIds: [newId<MeetingId>()], title: 'Statement', language: 'en' }
  return { ...head, withClosed: false, createdAt: createdAt as Millis, createdBy }
}

test('[REP26] a report is stored once with its document, listed by its group newest first, and still there after reopening', async () => {
  const dataDir = temporaryFolder()
  const open = () => openStorage({ dataDir, clock: systemClock(), log: createLog({ level: 'silent' }) })
  let storage = await open()
  onTestFinished(() => storage.close())
  const { group: own } = group()
  must(await storage.directory.createGroup({ ...group(), group: own }))
  const [older, newer] = [report(own.id, 1000), report(own.id, 2000)]
  for (const one of [older, newer]) must(await storage.reports.create(one, bytes('first')))
  expect(codeOf(await storage.reports.create(older, bytes('again')))).toBe('conflict')
  const documentId = older.reportId as string as DocumentId // a report's document has its id
  must(await storage.documents.append(documentId, append(1, { frame: bytes('more') })))
  await storage.close()
  storage = await open()
  expect(await storage.reports.list(own.id)).toEqual([newer, older])
  expect(await storage.reports.get(older.reportId)).toEqual(older)
  expect(await storage.reports.get(newId<ReportId>())).toBeNull()
  expect(await storage.reports.list(newId<GroupId>())).toEqual([])
  const loaded = must(await storage.documents.load(documentId))
  expect([loaded.kind, contentOf(loaded)]).toEqual(['report', ['first', 'more']])
  expect((await storage.verify()).damaged).toEqual([])
})

test('[REP27] verify names a report whose head, document, listing or group is missing, and no other', async () => {
  const dataDir = temporaryFolder()
  const open = () => openStorage({ dataDir, clock: systemClock(), log: createLog({ level: 'silent' }) })
  let storage = await open()
  onTestFinished(() => storage.close())
  const { group: own } = group()
  must(await storage.directory.createGroup({ ...group(), group: own }))
  const lost = report(newId<GroupId>())
  const [whole, headless, wordless, unlisted] = [report(own.id), report(own.id), report(own.id), report(own.id)]
  for (const one of [lost, whole, headless, wordless, unlisted]) must(await storage.reports.create(one, bytes('first')))
  await storage.close()
  // Behind the back of storage, as a disk loses things.
  const db = new ClassicLevel<string, Uint8Array>(join(dataDir, 'log'), { keyEncoding: 'utf8', valueEncoding: 'view' })
  const gone = (await db.keys().all()).filter(
    (key) =>
      key === keys.report(headless.reportId) ||
      key.startsWith(`d/${wordless.reportId}/`) ||
      key === keys.reportOfGroup(own.id, unlisted.reportId),
  )
  expect(gone.length).toBeGreaterThanOrEqual(3)
  for (const key of gone) await db.del(key)
  await db.close()
  storage = await open()
  const { damaged } = await storage.verify()
  const sorted = [...damaged].sort((a, b) => (a.why < b.why ? -1 : 1))
  expect(sorted).toEqual([
    { what: `report ${headless.reportId}`, why: 'it cannot be read' },
    { what: `report ${unlisted.reportId}`, why: 'it is missing in the list of its group' },
    { what: `report ${wordless.reportId}`, why: 'its document is missing' },
    { what: `report ${lost.reportId}`, why: `its group ${lost.groupId} is missing` },
  ])
})

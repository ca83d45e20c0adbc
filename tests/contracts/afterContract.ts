import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { checkVersion } from '../../server/rooms/index.ts'
import type { SessionChange, Storage } from '../../server/storage/index.ts'
import type { CommandId, DocumentId, MeetingId } from '../../shared/base/index.ts'
import { adoptionOf, comment, sessionWith, version } from '../support/afterMeeting.ts'
import { append, aside, bytes, codeOf, contentOf, group, meeting, must, newId, somebody } from '../support/storageSamples.ts'
import type { StorageWorld } from './storageContract.ts'

/** What every storage adapter must do for a record after its meeting: versions, comments, the freeze. */
export function afterContract(name: string, newWorld: () => Promise<Pick<StorageWorld, 'open'>>): void {
  describe(name, () => {
    let storage: Storage
    let reopen: () => Promise<void>
    let meetingId: MeetingId
    let documentId: DocumentId

    beforeEach(async () => {
      const world = await newWorld()
      storage = await world.open()
      onTestFinished(() => storage.close())
      reopen = async () => {
        await storage.close()
        storage = await world.open()
      }
      const file = group()
      must(await storage.directory.createGroup(file))
      const one = meeting(file.group.id)
      must(await storage.meetings.create(one, bytes('first')))
      meetingId = one.meetingId
      documentId = meetingId as string as DocumentId // a record's document has its meeting's id
    })

    const commit = (change: SessionChange) => storage.meetings.commit(meetingId, change)

    test('[VLT2] versions and comments are stored in the batch of the session that names them, and read back as they were', async () => {
      const first = await version()
      const [early, late] = [comment(first), comment(first, { at: 2_000_000 as never, text: 'Later' })]
      must(
        await commit({
          from: 0,
          next: sessionWith(1, [first]),
          commands: [],
          rows: { versions: [first], comments: [late, early] },
        }),
      )
      await reopen()
      expect(await storage.meetings.version(meetingId, 1)).toEqual(first)
      expect(await storage.meetings.version(meetingId, 2)).toBeNull()
      expect(await storage.meetings.comments(meetingId)).toEqual([early, late])
      const withdrawn = { ...early, withdrawnAt: late.at }
      must(await commit({ from: 1, next: sessionWith(2, [first]), commands: [], rows: { versions: [], comments: [withdrawn] } }))
      expect(await storage.meetings.comments(meetingId)).toEqual([withdrawn, late])
      expect((await storage.verify(undefined, checkVersion)).damaged).toEqual([])
    })

    test('[VLT3] what is refused stores no row: a session that has moved on, a command applied before, a version that is there', async () => {
      const first = await version()
      const id = newId<CommandId>()
      const rows = { versions: [first], comments: [] }
      must(await commit({ from: 0, next: sessionWith(1, [first]), commands: [{ id, seq: 1 }], rows }))
      const other = await version({ number: 2 }, 'Other words')
      const more = { versions: [other], comments: [comment(first)] }
      expect(codeOf(await commit({ from: 0, next: sessionWith(1, [first, other]), commands: [], rows: more }))).toBe('stale')
      const repeated = must(
        await commit({ from: 1, next: sessionWith(2, [first, other]), commands: [{ id, seq: 2 }], rows: more, freeze: true }),
      )
      expect(repeated.repeated).toEqual([{ id, seq: 1 }])
      const changed = { versions: [{ ...other, number: 1 }], comments: [comment(first)] }
      expect(codeOf(await commit({ from: 1, next: sessionWith(2, [first]), commands: [], rows: changed }))).toBe('conflict')
      expect(await storage.meetings.version(meetingId, 1)).toEqual(first)
      expect(await storage.meetings.version(meetingId, 2)).toBeNull()
      expect(await storage.meetings.comments(meetingId)).toEqual([])
      expect(must(await storage.documents.load(documentId)).isFrozen).toBe(false)
      expect((await storage.meetings.get(meetingId))?.session.seq).toBe(1)
    })

    async function adopt(attribution: 'named' | 'none' = 'named') {
      const first = await version()
      const adopted = { ...first, number: 2, kind: 'adopted', revision: null } as const
      const base = sessionWith(1, [first, adopted], { phase: 'adopted', adoption: adoptionOf(adopted) })
      const next = { ...base, head: { ...base.head, attribution } }
      const rows = { versions: [first, adopted], comments: [] }
      must(await commit({ from: 0, next, commands: [], rows, freeze: true }))
    }

    test('[VLT4] a frozen document takes no frame, no binding and no compaction, whoever asks; words are still kept aside', async () => {
      must(await storage.documents.append(documentId, append(1, { frame: bytes('2') })))
      await adopt()
      for (const again of [false, true]) {
        if (again) await reopen()
        const bindings = [{ clientId: 1, person: somebody }]
        expect(codeOf(await storage.documents.append(documentId, append(2, { frame: bytes('3') })))).toBe('frozen')
        expect(codeOf(await storage.documents.append(documentId, append(9, { frame: bytes('3') })))).toBe('frozen')
        expect(codeOf(await storage.documents.append(documentId, append(2, { bindings })))).toBe('frozen')
        expect(codeOf(await storage.documents.compact(documentId, 2, bytes('all')))).toBe('frozen')
        expect(contentOf(must(await storage.documents.load(documentId)))).toEqual(['first', '2'])
        const late = aside()
        must(await storage.documents.append(documentId, append(2, { asides: [late] })))
        expect(await storage.documents.asides(documentId)).toEqual([late])
        must(await storage.documents.removeAside(documentId, late.id))
        expect(must(await storage.documents.load(documentId))).toMatchObject({ isFrozen: true, bindings: [], asideCount: 0 })
      }
      expect((await storage.verify(undefined, checkVersion)).damaged).toEqual([])
    })

    test('[VLT5] under a rule without names the bindings of ids to persons go with the adoption; under others they stay', async () => {
      const bindings = [{ clientId: 1, person: somebody }]
      must(await storage.documents.append(documentId, append(1, { frame: bytes('2'), bindings })))
      await adopt('none')
      expect(must(await storage.documents.load(documentId)).bindings).toEqual([])
      const other = meeting((await storage.meetings.get(meetingId))?.groupId ?? newId())
      must(await storage.meetings.create(other, bytes('first')))
      meetingId = other.meetingId
      documentId = meetingId as string as DocumentId // as above
      must(await storage.documents.append(documentId, append(1, { frame: bytes('2'), bindings })))
      await adopt('named')
      expect(must(await storage.documents.load(documentId)).bindings).toEqual(bindings)
    })

    test('[VLT6] verify counts versions and names one whose words were changed, one that nobody names, one that is missing, and half an adoption', async () => {
      const first = await version()
      const changed = await version({ number: 2 })
      const forged = { ...changed, paper: { ...changed.paper, group: 'Another group' } }
      const unnamed = await version({ number: 3 })
      const named = sessionWith(1, [first, changed, { ...unnamed, number: 4 }], { adoption: adoptionOf(first) })
      must(await commit({ from: 0, next: named, commands: [], rows: { versions: [first, forged, unnamed], comments: [] } }))
      const found = await storage.verify(undefined, checkVersion)
      expect(found.versions).toBe(3)
      const of = `of meeting ${meetingId}`
      expect(found.damaged).toEqual([
        { what: `version 2 ${of}`, why: 'its words do not bear out its fingerprint' },
        { what: `version 3 ${of}`, why: 'no session names it' },
        { what: `version 4 ${of}`, why: 'the session names it and it is not there' },
        { what: `meeting ${meetingId}`, why: 'it is adopted and its document is not frozen' },
      ])
    })
  })
}

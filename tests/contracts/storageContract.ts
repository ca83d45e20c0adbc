import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Storage } from '../../server/storage/index.ts'
import type { CommandId, DocumentId, GroupId, MeetingId, PersonId } from '../../shared/base/index.ts'
import {
  another,
  append,
  aside,
  authorship,
  bytes,
  change,
  codeOf,
  contentOf,
  documentId,
  group,
  meeting,
  must,
  newId,
  session,
  somebody,
  text,
} from '../support/storageSamples.ts'

/** One place where things last. Every adapter brings its own. */
export interface StorageWorld {
  /** Opens it; only one may have it open at a time. */
  open(): Promise<Storage>
  /** Opens it in a process of its own, stores there until `enough`, kills that process; returns what was acknowledged. */
  storeAndKill(rooms: readonly DocumentId[], enough: number): Promise<readonly { documentId: string; content: string }[]>
}

/** The exam that every storage adapter sits. Each test gets a new, empty world. */
export function storageContract(name: string, newWorld: () => Promise<StorageWorld>): void {
  describe(name, () => {
    let world: StorageWorld
    let storage: Storage

    beforeEach(async () => {
      world = await newWorld()
      storage = await world.open()
      onTestFinished(() => storage.close())
    })

    async function reopen(): Promise<void> {
      await storage.close()
      storage = await world.open()
    }

    async function newDocument(): Promise<DocumentId> {
      const id = documentId()
      must(await storage.documents.create(id, 'record', bytes('1')))
      return id
    }

    async function content(id: DocumentId): Promise<readonly (string | null)[]> {
      return contentOf(must(await storage.documents.load(id)))
    }

    test('[STO1] a document is read back whole and in order, also after opening again', async () => {
      const id = documentId()
      must(await storage.documents.create(id, 'report', bytes('1')))
      const author = authorship({ clientId: 7 })
      const stored = append(1, { frame: bytes('2'), bindings: [{ clientId: 7, person: somebody }], authors: [author] })
      expect(must(await storage.documents.append(id, stored))).toBe(2)
      await reopen()
      const document = must(await storage.documents.load(id))
      expect(contentOf(document)).toEqual(['1', '2'])
      expect(document).toMatchObject({ documentId: id, kind: 'report', seq: 2, snapshot: null, asideCount: 0 })
      expect(document.bindings).toEqual([{ clientId: 7, person: somebody }])
      expect(await storage.documents.authors(id)).toEqual([author])
    })

    test('[STO2] making a document or a meeting that is there is refused and changes nothing', async () => {
      const one = meeting(newId())
      must(await storage.meetings.create(one, bytes('words')))
      expect(codeOf(await storage.meetings.create({ ...one, session: session(5) }, bytes('other')))).toBe('conflict')
      const id = one.meetingId as string as DocumentId
      expect(codeOf(await storage.documents.create(id, 'report', bytes('other')))).toBe('conflict')
      expect(await content(id)).toEqual(['words'])
      expect((await storage.meetings.get(one.meetingId))?.session.seq).toBe(0)
    })

    test('[STO3] an append that builds on another number than the last is refused as stale and stores nothing', async () => {
      const id = await newDocument()
      for (const after of [0, 2]) {
        const late = append(after, { frame: bytes('late'), asides: [aside()], bindings: [{ clientId: 9, person: somebody }] })
        expect(codeOf(await storage.documents.append(id, late))).toBe('stale')
      }
      expect(must(await storage.documents.load(id))).toMatchObject({ seq: 1, bindings: [], asideCount: 0 })
    })

    test('[STO4] an append without a frame stores asides and bindings and leaves the number', async () => {
      const id = await newDocument()
      const stored = append(1, { asides: [aside()], bindings: [{ clientId: 9, person: somebody }] })
      expect(must(await storage.documents.append(id, stored))).toBe(1)
      expect(must(await storage.documents.append(id, append(1)))).toBe(1)
      const document = must(await storage.documents.load(id))
      expect(document).toMatchObject({ seq: 1, asideCount: 1, bindings: [{ clientId: 9, person: somebody }] })
    })

    test('[STO5] an append that brings the client id of somebody else is refused whole', async () => {
      const id = await newDocument()
      must(await storage.documents.append(id, append(1, { bindings: [{ clientId: 9, person: somebody }] })))
      const foreign = append(1, { frame: bytes('2'), bindings: [{ clientId: 9, person: another }] })
      expect(codeOf(await storage.documents.append(id, foreign))).toBe('foreignClient')
      expect(await content(id)).toEqual(['1'])
      const own = append(1, { frame: bytes('2'), bindings: [{ clientId: 9, person: somebody }] })
      expect(must(await storage.documents.append(id, own))).toBe(2)
    })

    test('[STO6] compaction puts the snapshot in the place of the frames up to it; later frames stay', async () => {
      const id = await newDocument()
      for (const seq of [2, 3, 4]) must(await storage.documents.append(id, append(seq - 1, { frame: bytes(`${seq}`) })))
      must(await storage.documents.compact(id, 3, bytes('1+2+3')))
      expect(await content(id)).toEqual(['1+2+3', '4'])
      must(await storage.documents.append(id, append(4, { frame: bytes('5') })))
      must(await storage.documents.compact(id, 5, bytes('all')))
      await reopen()
      expect(must(await storage.documents.load(id))).toMatchObject({ seq: 5, frames: [] })
      expect(await content(id)).toEqual(['all'])
    })

    test('[STO7] compacting what is compacted already, or more than there is, is refused', async () => {
      const id = await newDocument()
      expect(codeOf(await storage.documents.compact(id, 2, bytes('x')))).toBe('stale')
      must(await storage.documents.compact(id, 1, bytes('good')))
      expect(codeOf(await storage.documents.compact(id, 1, bytes('x')))).toBe('stale')
      expect(await content(id)).toEqual(['good'])
    })

    test('[STO8] texts aside are kept whole, counted, listed by person from the oldest on, and removed one by one', async () => {
      const id = await newDocument()
      const late = aside({ at: 3000 as never, update: new Uint8Array([0, 255, 1]), reason: 'deletedUnder', place: null })
      const early = aside({ at: 2000 as never, text: 'früh \u{1f600}' })
      const foreign = aside({ person: another })
      must(await storage.documents.append(id, append(1, { asides: [late, early, foreign] })))
      must(await storage.documents.append(id, append(1, { asides: [early] })))
      await reopen()
      expect(await storage.documents.asides(id, somebody)).toEqual([early, late])
      expect(await storage.documents.asides(id)).toHaveLength(3)
      expect(must(await storage.documents.load(id)).asideCount).toBe(3)
      must(await storage.documents.removeAside(id, early.id))
      expect(codeOf(await storage.documents.removeAside(id, early.id))).toBe('notFound')
      expect(await storage.documents.asides(id, somebody)).toEqual([late])
      expect(must(await storage.documents.load(id)).asideCount).toBe(2)
    })

    test('[STO9] what is not there is told as not there, and never as something empty', async () => {
      const missing = documentId()
      expect(codeOf(await storage.documents.load(missing))).toBe('notFound')
      expect(codeOf(await storage.documents.append(missing, append(0, { frame: bytes('x') })))).toBe('notFound')
      expect(codeOf(await storage.documents.compact(missing, 1, bytes('x')))).toBe('notFound')
      expect(codeOf(await storage.documents.removeAside(missing, newId()))).toBe('notFound')
      expect(await storage.meetings.get(newId<MeetingId>())).toBeNull()
      expect(codeOf(await storage.meetings.commit(newId<MeetingId>(), change(1)))).toBe('notFound')
      expect(await storage.directory.group(newId<GroupId>())).toBeNull()
    })

    test('[STO10] a name that no id can have is never looked up', async () => {
      const id = await newDocument()
      for (const name of [`${id}/f`, '../people', '', 'a'.repeat(65), 'a\u0000b', 'ä']) {
        expect(codeOf(await storage.documents.load(name as DocumentId))).toBe('notFound')
        expect(await storage.meetings.get(name as MeetingId)).toBeNull()
        expect(await storage.meetings.list(name as GroupId)).toEqual([])
        expect(await storage.directory.group(name as GroupId)).toBeNull()
        await expect(storage.documents.create(name as DocumentId, 'record', bytes('x'))).rejects.toThrow(/no id has/)
        const stranger = group()
        const named = { ...stranger, group: { ...stranger.group, id: name as GroupId } }
        await expect(storage.directory.createGroup(named)).rejects.toThrow(/no id has/)
      }
    })

    test('[STO11] making a meeting makes its document with it', async () => {
      const one = meeting(newId())
      must(await storage.meetings.create(one, bytes('first')))
      await reopen()
      expect(await storage.meetings.get(one.meetingId)).toEqual(one)
      const document = must(await storage.documents.load(one.meetingId as string as DocumentId))
      expect([document.kind, document.seq, text(document.frames[0])]).toEqual(['record', 1, 'first'])
    })

    test('[STO12] a session is stored only as the successor of the stored one', async () => {
      const { meetingId } = await newMeeting()
      expect(must(await storage.meetings.commit(meetingId, change(1)))).toEqual({ seq: 1, repeated: [] })
      for (const seq of [1, 3, 0]) expect(codeOf(await storage.meetings.commit(meetingId, change(seq)))).toBe('stale')
      await reopen()
      expect((await storage.meetings.get(meetingId))?.session).toEqual(session(1))
    })

    test('[STO13] a command id is applied once; brought again it answers what it led to and stores nothing', async () => {
      const { meetingId } = await newMeeting()
      const command = newId<CommandId>()
      expect(await storage.meetings.appliedCommand(meetingId, command)).toBeNull()
      must(await storage.meetings.commit(meetingId, change(1, command)))
      must(await storage.meetings.commit(meetingId, change(2, newId<CommandId>())))
      await reopen()
      const again = must(await storage.meetings.commit(meetingId, change(3, command)))
      expect(again).toEqual({ seq: 2, repeated: [{ id: command, seq: 1 }] })
      expect(await storage.meetings.appliedCommand(meetingId, command)).toBe(1)
      expect((await storage.meetings.get(meetingId))?.session.seq).toBe(2)
      const elsewhere = await newMeeting()
      expect(must(await storage.meetings.commit(elsewhere.meetingId, change(1, command))).repeated).toEqual([])
    })

    test('[STO58] many commands are stored in one commit, each with the number it led to, or none of them', async () => {
      const { meetingId } = await newMeeting()
      const [one, two, three] = [newId<CommandId>(), newId<CommandId>(), newId<CommandId>()]
      const both = [one, two].map((id, index) => ({ id, seq: index + 1 }))
      must(await storage.meetings.commit(meetingId, { from: 0, next: session(2), commands: both }))
      const mixed = [two, three].map((id, index) => ({ id, seq: index + 3 }))
      const refused = must(await storage.meetings.commit(meetingId, { from: 2, next: session(4), commands: mixed }))
      expect(refused).toEqual({ seq: 2, repeated: [{ id: two, seq: 2 }] })
      await reopen()
      const applied = await Promise.all([one, two, three].map((id) => storage.meetings.appliedCommand(meetingId, id)))
      expect(applied).toEqual([1, 2, null])
      expect((await storage.meetings.get(meetingId))?.session.seq).toBe(2)
    })

    test('[STO59] a tighter attribution takes what it forbids out of the stored authorship, with the change that sets it', async () => {
      const { meetingId } = await newMeeting()
      const id = meetingId as string as DocumentId
      const author = authorship({ clientId: 7, delegationId: newId(), delegationType: 'state' })
      const stored = append(1, { frame: bytes('2'), bindings: [{ clientId: 7, person: somebody }], authors: [author] })
      must(await storage.documents.append(id, stored))
      const refused = await storage.meetings.commit(meetingId, { ...change(3), tighten: 'none' })
      expect([codeOf(refused), await storage.documents.authors(id)]).toEqual(['stale', [author]])
      must(await storage.meetings.commit(meetingId, { ...change(1), tighten: 'delegationType' }))
      expect(await storage.documents.authors(id)).toEqual([{ ...author, delegationId: null }])
      must(await storage.meetings.commit(meetingId, { ...change(2), tighten: 'none' }))
      await reopen()
      expect(await storage.documents.authors(id)).toEqual([])
      expect(must(await storage.documents.load(id)).bindings).toEqual([{ clientId: 7, person: somebody }])
    })

    test('[STO60] a session that an earlier version stored is read with everything that has been added since', async () => {
      const one = meeting(newId())
      const { seq, head } = one.session
      // As the version before this one wrote it: without floor, clocks or attendance, and with a name for who acted.
      const old = { seq, head, phase: 'draft', history: [{ phase: 'draft', at: 5, by: 'Ada' }], standings: {}, statuses: {} }
      must(await storage.meetings.create({ ...one, session: old as unknown as typeof one.session }, bytes('x')))
      const read = await storage.meetings.get(one.meetingId)
      expect(read?.session).toMatchObject({ phase: 'draft', current: null, interventions: [], floor: { requests: [] } })
      expect(read?.session.history).toEqual([{ phase: 'draft', at: 5, actor: { role: null, name: 'Ada' } }])
    })

    test('[STO14] of many writers on one number exactly one is taken', async () => {
      const { meetingId } = await newMeeting()
      const id = await newDocument()
      const writers = Array.from({ length: 20 }, (_, index) => index)
      const appends = await Promise.all(writers.map((n) => storage.documents.append(id, append(1, { frame: bytes(`${n}`) }))))
      const commits = await Promise.all(writers.map(() => storage.meetings.commit(meetingId, change(1, newId<CommandId>()))))
      const made = await Promise.all(writers.map((n) => storage.documents.create('same' as DocumentId, 'record', bytes(`${n}`))))
      for (const answers of [appends, commits, made]) expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
      expect(await content(id)).toHaveLength(2)
    })

    test('[STO15] a group has its own meetings, the newest first', async () => {
      const groupId = newId<GroupId>()
      const [early, late, same] = [meeting(groupId, 1000), meeting(groupId, 2000), meeting(groupId, 2000)]
      for (const one of [early, late, same, meeting(newId())]) must(await storage.meetings.create(one, bytes('x')))
      const listed = (await storage.meetings.list(groupId)).map((one) => one.meetingId)
      expect(listed).toEqual([...[late.meetingId, same.meetingId].sort(), early.meetingId])
      expect(await storage.meetings.list(newId<GroupId>())).toEqual([])
    })

    test('[STO16] what was acknowledged is there after the process was killed', async () => {
      const rooms = [documentId(), documentId()]
      await storage.close()
      const acknowledged = await world.storeAndKill(rooms, 60)
      storage = await world.open()
      expect(acknowledged.length).toBeGreaterThanOrEqual(60)
      const kept = new Set((await Promise.all(rooms.map(content))).flat().flatMap((part) => part?.split('\n') ?? []))
      expect(acknowledged.filter((one) => !kept.has(one.content))).toEqual([])
      expect((await storage.verify()).damaged).toEqual([])
    })

    test('[STO17] a group and its changes are read back as they were, and made once', async () => {
      const file = group('Résumé \u202e group')
      const made = await Promise.all([storage.directory.createGroup(file), storage.directory.createGroup(file)])
      expect(made.filter((answer) => answer.ok)).toHaveLength(1)
      const stored = await storage.directory.group(file.group.id)
      const renamed = { ...file, group: { ...file.group, name: 'New' } }
      expect(must((await stored?.update(() => ({ ok: true, value: { value: renamed, result: 'done' } }))) ?? never())).toBe(
        'done',
      )
      await reopen()
      expect(await storage.directory.groups()).toEqual([file.group.id])
      expect((await storage.directory.group(file.group.id))?.value).toEqual(renamed)
    })

    test('[STO18] changes of one file take their turn, and each sees the one before', async () => {
      const { people } = storage.directory
      const counts = await Promise.all(
        Array.from({ length: 50 }, () =>
          people.update((value) => {
            const administrators = [...value.administrators, newId()]
            return { ok: true, value: { value: { ...value, administrators }, result: administrators.length } }
          }),
        ),
      )
      expect(counts.map(must)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
      await reopen()
      expect(storage.directory.people.value.administrators).toHaveLength(50)
    })

    test('[STO18] a write that comes just as the one before is answered is not forgotten', async () => {
      const id = await newDocument()
      for (let breaths = 0; breaths < 12; breaths++) {
        must(await storage.documents.append(id, append(breaths + 1, { frame: bytes('x') })))
        must(await storage.directory.people.update((value) => ({ ok: true, value: { value: { ...value }, result: null } })))
        for (let breath = 0; breath < breaths; breath++) await null
      }
      expect(await content(id)).toHaveLength(13)
    })

    test('[STO19] a refused or throwing change of a file stores nothing and does not disturb the others', async () => {
      const { people } = storage.directory
      const before = people.value
      const refusal = { code: 'forbidden', message: 'No.' } as const
      const answers = await Promise.allSettled([
        people.update(() => ({ ok: false, refusal })),
        people.update(() => {
          throw new Error('a fault in the change')
        }),
        people.update((value) => ({ ok: true, value: { value, result: 'same' } })),
      ])
      expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(people.value).toBe(before)
    })

    test('[STO20] the epoch is made once and stays; another place has another', async () => {
      const { epoch } = storage
      await reopen()
      expect(storage.epoch).toBe(epoch)
      expect(epoch).toMatch(/^[\w-]{22}$/)
      const other = await (await newWorld()).open()
      expect(other.epoch).not.toBe(epoch)
      await other.close()
    })

    test('[STO21] verify counts what is there, finds nothing wrong with it, and asks the caller about each document', async () => {
      const file = group()
      must(await storage.directory.createGroup(file))
      const one = meeting(file.group.id)
      must(await storage.meetings.create(one, bytes('first')))
      const stored = append(1, { frame: bytes('2'), asides: [aside()], bindings: [{ clientId: 1, person: 'a:x' as PersonId }] })
      must(await storage.documents.append(one.meetingId as string as DocumentId, stored))
      const found = { groups: 1, meetings: 1, documents: 1, frames: 2, versions: 0 }
      expect(await storage.verify()).toEqual({ ...found, damaged: [] })
      const why = await storage.verify((document) => (contentOf(document).join() === 'first,2' ? 'odd words' : null))
      expect(why).toEqual({ ...found, damaged: [{ what: `document ${one.meetingId}`, why: 'odd words' }] })
    })

    test('[STO22] closing waits for what was accepted; afterwards nothing is accepted', async () => {
      const id = await newDocument()
      const accepted = storage.documents.append(id, append(1, { frame: bytes('2') }))
      await storage.close()
      expect(must(await accepted)).toBe(2)
      await expect(storage.documents.append(id, append(2, { frame: bytes('3') }))).rejects.toThrow()
      const change = storage.directory.people.update((value) => ({ ok: true, value: { value: { ...value }, result: null } }))
      await expect(change).rejects.toThrow(/closed/)
      storage = await world.open()
      expect(await content(id)).toEqual(['1', '2'])
    })

    async function newMeeting(): Promise<{ meetingId: MeetingId }> {
      const one = meeting(newId())
      must(await storage.meetings.create(one, bytes('first')))
      return one
    }
  })
}

function never(): never {
  throw new Error('The group is not there')
}

import {
  type CommandId,
  type DocumentId,
  type GroupId,
  type MeetingId,
  ok,
  type Result,
  refuse,
} from '../../../shared/base/index.ts'
import { completeSession, type RecordComment } from '../../../shared/session/index.ts'
import type {
  AppliedCommand,
  BroughtVersion,
  Committed,
  Meetings,
  SessionChange,
  StoredMeeting,
  StoredSource,
  StoredVersion,
} from '../port.ts'
import { afterWrites, readComments, readVersion, versionWrite } from './afterRows.ts'
import { firstWrites } from './EmbeddedDocuments.ts'
import { freezeDocument } from './freezeDocument.ts'
import type { Write } from './KeyValue.ts'
import { isName, keys, partsOf, ranges } from './keys.ts'
import { Damaged } from './readDocument.ts'
import type { SyncedLog } from './SyncedLog.ts'
import { sealJson, unsealJson } from './seal.ts'
import { readSources, sourceWrites } from './sourceRows.ts'
import type { Turns } from './Turns.ts'
import { tightenAuthors } from './tightenAuthors.ts'

/** Meetings with their session data in the log, changed by compare-and-set. */
export class EmbeddedMeetings implements Meetings {
  readonly #log: SyncedLog
  readonly #turns: Turns
  readonly #onDamage: (damage: Damaged) => void

  constructor(log: SyncedLog, turns: Turns, onDamage: (damage: Damaged) => void) {
    this.#log = log
    this.#turns = turns
    this.#onDamage = onDamage
  }

  async create(
    meeting: StoredMeeting,
    first: Uint8Array,
    sources: readonly StoredSource[] = [],
    brought?: BroughtVersion,
  ): Promise<Result<null>> {
    const { meetingId, groupId } = meeting
    if (!isName(meetingId) || !isName(groupId)) throw new Error('A meeting or group id has a letter that no id has')
    // A record's document has its meeting's id (DECIDED 10), so making one waits its turn at both.
    const documentId: DocumentId = documentOf(meetingId)
    return this.#turns.take(sessionOf(meetingId), () =>
      this.#turns.take(documentId, async () => {
        const there = [keys.meeting(meetingId), keys.head(documentId)].map((key) => this.#log.get(key))
        if ((await Promise.all(there)).some((found) => found !== undefined)) {
          return refuse('conflict', 'This meeting is already there.')
        }
        const listed = keys.meetingOfGroup(groupId, meetingId)
        const listing: Write = { type: 'put', key: listed, value: sealJson(listed, meeting.createdAt) }
        const kept = sourceWrites(meetingId, sources)
        const document = firstWrites(documentId, 'record', first, { isFrozen: brought?.freeze === true })
        const version = brought === undefined ? [] : [versionWrite(meetingId, brought.version)]
        await this.#log.write([meetingWrite(meeting), listing, ...document, ...kept, ...version])
        return ok(null)
      }),
    )
  }

  async sources(meetingId: MeetingId): Promise<readonly StoredSource[]> {
    return isName(meetingId) ? readSources(this.#log, meetingId) : []
  }

  async get(meetingId: MeetingId): Promise<StoredMeeting | null> {
    if (!isName(meetingId)) return null
    const key = keys.meeting(meetingId)
    const sealed = await this.#log.get(key)
    if (sealed === undefined) return null
    try {
      const meeting = unsealJson<StoredMeeting>(key, sealed)
      return { ...meeting, session: completeSession(meeting.session) }
    } catch (error) {
      throw new Damaged(`meeting ${meetingId}`, 'its stored bytes do not fit their checksum', error)
    }
  }

  async list(groupId: GroupId): Promise<readonly StoredMeeting[]> {
    if (!isName(groupId)) return []
    const meetings: StoredMeeting[] = []
    for await (const [key] of this.#log.entries(ranges.meetingsOfGroup(groupId))) {
      const meeting = await this.#listed(meetingIdIn(key))
      if (meeting !== null) meetings.push(meeting)
    }
    return meetings.sort((one, other) => other.createdAt - one.createdAt || (one.meetingId < other.meetingId ? -1 : 1))
  }

  commit(meetingId: MeetingId, change: SessionChange): Promise<Result<Committed>> {
    const commit = () => this.#commit(meetingId, change)
    // Authorship and the mark of a freeze lie with the document: whoever writes them waits its turn there, too.
    const work =
      change.tighten === undefined && change.freeze === undefined ? commit : () => this.#turns.take(documentOf(meetingId), commit)
    return this.#turns.take(sessionOf(meetingId), work)
  }

  async appliedCommand(meetingId: MeetingId, commandId: CommandId): Promise<number | null> {
    if (!isName(meetingId) || !isName(commandId)) return null
    const key = keys.command(meetingId, commandId)
    const sealed = await this.#log.get(key)
    return sealed === undefined ? null : unsealJson<number>(key, sealed)
  }

  async version(meetingId: MeetingId, number: number): Promise<StoredVersion | null> {
    return isName(meetingId) ? readVersion(this.#log, meetingId, number) : null
  }

  async comments(meetingId: MeetingId): Promise<readonly RecordComment[]> {
    return isName(meetingId) ? readComments(this.#log, meetingId) : []
  }

  async #commit(
    meetingId: MeetingId,
    { from, next, commands, tighten, rows, freeze }: SessionChange,
  ): Promise<Result<Committed>> {
    const meeting = await this.get(meetingId)
    if (meeting === null) return refuse('notFound', 'There is no such meeting.')
    const repeated = await this.#repeated(meetingId, commands)
    if (repeated.length > 0) return ok({ seq: meeting.session.seq, repeated })
    if (meeting.session.seq !== from) return refuse('stale', 'The meeting has changed since.')
    const writes = [meetingWrite({ ...meeting, session: next }), ...commands.map((one) => commandWrite(meetingId, one))]
    if (rows !== undefined) {
      const after = await afterWrites(this.#log, meetingId, rows)
      if (after === null) return refuse('conflict', 'A version of this number is already there.')
      writes.push(...after)
    }
    if (freeze === true) writes.push(...(await freezeDocument(this.#log, documentOf(meetingId), next.head.attribution)))
    if (tighten !== undefined) writes.push(...(await tightenAuthors(this.#log, documentOf(meetingId), tighten)))
    await this.#log.write(writes)
    return ok({ seq: next.seq, repeated: [] })
  }

  async #repeated(meetingId: MeetingId, commands: readonly AppliedCommand[]): Promise<AppliedCommand[]> {
    const seen = await Promise.all(
      commands.map(async ({ id }) => {
        const seq = await this.appliedCommand(meetingId, id)
        return seq === null ? [] : [{ id, seq }]
      }),
    )
    return seen.flat()
  }

  /** A damaged meeting must not hide the others of its group; it is told, and named by `verify`. */
  async #listed(meetingId: MeetingId): Promise<StoredMeeting | null> {
    try {
      const meeting = await this.get(meetingId)
      if (meeting === null) throw new Damaged(`meeting ${meetingId}`, 'it is listed and not there')
      return meeting
    } catch (error) {
      if (!(error instanceof Damaged)) throw error
      this.#onDamage(error)
      return null
    }
  }
}

/** The id under which a meeting's record is kept. */
export function documentOf(meetingId: MeetingId): DocumentId {
  // The same letters under another brand, by DECIDED 10.
  return meetingId as string as DocumentId
}

/** Commands and typing do not wait for each other: a session has turns of its own. */
function sessionOf(meetingId: MeetingId): string {
  return `session ${meetingId}`
}

function meetingIdIn(key: string): MeetingId {
  // Keys of this range are made from a meeting's id alone.
  return partsOf(key).part as MeetingId
}

function meetingWrite(meeting: StoredMeeting): Write {
  const key = keys.meeting(meeting.meetingId)
  return { type: 'put', key, value: sealJson(key, meeting) }
}

function commandWrite(meetingId: MeetingId, { id, seq }: AppliedCommand): Write {
  const key = keys.command(meetingId, id)
  return { type: 'put', key, value: sealJson(key, seq) }
}

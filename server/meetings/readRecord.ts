import { type Caller, visibleTo } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import { type MeetingRecord, recordAt } from '../../shared/record/index.ts'
import { nameIn } from '../rooms/index.ts'
import { type EnteredMeeting, enterMeeting } from './enterMeeting.ts'
import { presentVersion, storedVersion } from './versionAnswers.ts'
import type { Workspace } from './Workspace.ts'

/** A record with the version that it is; both null for a draft, which is nobody's version. */
export interface ReadRecord {
  readonly record: MeetingRecord
  readonly version: number | null
  readonly fingerprint: string | null
  readonly isWithdrawn: boolean
}

/** The record as it is stored, or as one of its versions has it, less what is closed to the caller. Reading opens nothing for writing. */
export async function readRecord(
  at: Workspace,
  caller: Caller,
  meetingId: string,
  version: number | undefined,
): Promise<Result<ReadRecord>> {
  const entered = await enterMeeting(at, caller, meetingId, 'record.read')
  return entered.ok ? recordFor(at, entered.value, version) : entered
}

/** The same for whoever has entered already. */
export async function recordFor(
  at: Pick<Workspace, 'rooms' | 'storage'>,
  entered: EnteredMeeting,
  version?: number,
): Promise<Result<ReadRecord>> {
  const { meeting, file, place } = entered
  const live = await at.rooms.readRecord(meeting.meetingId)
  if (!live.ok) return live
  const present = presentVersion(meeting.session)
  const wanted = version ?? present?.number ?? null
  // What is out is what the document says; after a corrigendum or an addendum only the version has the words that stand.
  if (wanted === null) return ok({ record: visibleTo(place.role, live.value), ...noVersion })
  const stored = await storedVersion(at, entered, wanted)
  if (!stored.ok) return stored
  const { number, fingerprint, paper } = stored.value
  const isAsInDocument = version === undefined && (present?.kind === 'circulated' || present?.kind === 'adopted')
  const record = isAsInDocument ? live.value : recordAt(live.value, paper, nameIn(file.delegations))
  const isWithdrawn = present?.kind === 'withdrawn'
  return ok({
    record: visibleTo(place.role, record),
    version: number,
    fingerprint,
    isWithdrawn,
  })
}

const noVersion = { version: null, fingerprint: null, isWithdrawn: false } as const

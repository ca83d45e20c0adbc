import type { MeetingId } from '../../shared/base/index.ts'
import type { RecordPaper } from '../../shared/record/index.ts'
import type { WholeRecord } from '../archive/index.ts'
import { sha256 } from '../base/index.ts'
import type { Delegation } from '../storage/index.ts'
import type { EnteredMeeting } from './enterMeeting.ts'
import type { Place } from './placeIn.ts'
import { recordFor } from './readRecord.ts'
import { presentVersion, storedVersion } from './versionAnswers.ts'
import type { Workspace } from './Workspace.ts'

/** Nobody in particular, inside: nothing is closed to them. What each caller may see is taken away when they ask. */
const inside: Omit<Place, 'person'> = { name: '', role: 'coordinator', delegationId: null, onlyMeeting: null }

/** A record as those inside read it now, for what is derived from all records; null when there is no such meeting. */
export async function readWhole(at: Pick<Workspace, 'storage' | 'rooms'>, meetingId: MeetingId): Promise<WholeRecord | null> {
  const meeting = await at.storage.meetings.get(meetingId)
  if (meeting === null) return null
  const group = await at.storage.directory.group(meeting.groupId)
  if (group === null) throw new Error(`Meeting ${meetingId} has no group`)
  const file = group.value
  // `a:` is the account of nobody: no right is asked by it.
  const entered: EnteredMeeting = { meeting, file, place: { ...inside, person: 'a:' as Place['person'] } }
  const read = await recordFor(at, entered)
  if (!read.ok) throw new Error(`The record of ${meetingId} cannot be read: ${read.refusal.code}`)
  const { version } = read.value
  const present = presentVersion(meeting.session)
  const hasNamesOfVersion = version !== null && present?.kind !== 'circulated' && present?.kind !== 'adopted'
  const names = hasNamesOfVersion ? hashOfNames(file.delegations) : null
  const paper = version === null ? null : await storedVersion(at, entered, version)
  if (paper !== null && !paper.ok) throw new Error(`Version ${version} of ${meetingId} is missing`)
  const numbers = paper === null ? {} : numbersIn(paper.value.paper)
  return { meetingId, createdAt: meeting.createdAt, ...read.value, numbers, names }
}

/** What delegations are called: an older version names a delegation only while it is still called so. */
export function hashOfNames(delegations: readonly Delegation[]): string {
  return sha256(JSON.stringify(delegations.map(({ id, name, code }) => [id, name, code])))
}

/** Numbers of paragraphs by what bears them; notes, which have no id, by their place under their item. */
function numbersIn({ parts }: RecordPaper): Readonly<Record<string, string>> {
  const numbers: Record<string, string> = {}
  const notes = new Map<string, number>()
  for (const part of parts) {
    if (part.number === null || part.kind === 'item' || part.kind === 'action') continue
    if (part.kind === 'note') {
      // An addendum was never an item of the agenda: its key stands for it (`recordAt`).
      const owner = part.item ?? part.key.split(':').slice(0, -1).join(':')
      const place = notes.get(owner) ?? 0
      notes.set(owner, place + 1)
      numbers[`note:${owner}:${place}`] = part.number
    } else numbers[part.key] = part.number
  }
  return numbers
}

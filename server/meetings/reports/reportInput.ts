import type { MeetingId, PersonId } from '../../../shared/base/index.ts'
import {
  composeReport,
  type ReportGroup,
  type ReportInput,
  type ReportMeeting,
  type SourcesNow,
} from '../../../shared/report/index.ts'
import type { GroupFile, StoredMeeting, StoredReport } from '../../storage/index.ts'
import type { Place } from '../placeIn.ts'
import { recordFor } from '../readRecord.ts'
import type { Workspace } from '../Workspace.ts'

/** What a report is composed from: the records as the office reads them. Who may read the report is asked before. */
export async function reportInput(
  at: Pick<Workspace, 'storage' | 'rooms'>,
  file: GroupFile,
  { meetingIds, language, withClosed }: Pick<StoredReport, 'meetingIds' | 'language' | 'withClosed'>,
): Promise<ReportInput> {
  const meetings: ReportMeeting[] = []
  for (const meetingId of meetingIds) {
    const meeting = await at.storage.meetings.get(meetingId)
    // Meetings are never taken away; one that cannot be read must not look like one whose words were removed.
    if (meeting === null) throw new Error(`Meeting ${meetingId} of a report is missing`)
    meetings.push(await reportMeeting(at, file, meeting))
  }
  return { language, group: reportGroup(file), meetings, delegations: file.delegations, withClosed }
}

/** What the sources of a report say now. */
export async function readSources(at: Pick<Workspace, 'storage' | 'rooms'>, report: StoredReport): Promise<SourcesNow> {
  const group = await at.storage.directory.group(report.groupId)
  if (group === null) throw new Error(`Report ${report.reportId} has no group`)
  const { present, meetings, leftOut } = composeReport(await reportInput(at, group.value, report))
  return { present, meetings, leftOut }
}

/** In the order of their dates, those without one by when they were made. */
export function inOrder(meetings: readonly StoredMeeting[]): readonly MeetingId[] {
  const dayOf = ({ session: { head }, createdAt }: StoredMeeting): string => head.startsAt ?? new Date(createdAt).toISOString()
  return [...meetings]
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a.createdAt - b.createdAt))
    .map(({ meetingId }) => meetingId)
}

async function reportMeeting(
  at: Pick<Workspace, 'storage' | 'rooms'>,
  file: GroupFile,
  meeting: StoredMeeting,
): Promise<ReportMeeting> {
  const read = await recordFor(at, { meeting, file, place: office })
  if (!read.ok) throw new Error(`Meeting ${meeting.meetingId} of a report cannot be read: ${read.refusal.code}`)
  return { meetingId: meeting.meetingId, ...read.value }
}

/** Nobody in particular: a report is composed of what its office may read, and those who read it may see all of that. */
const office: Place = { person: '' as PersonId, name: '', role: 'coordinator', delegationId: null, onlyMeeting: null }

function reportGroup({ group, delegations, members }: GroupFile): ReportGroup {
  const { name, purpose, openTo, meets, convention } = group
  const held = new Set(members.flatMap(({ role, delegationId }) => (role === 'coordinator' ? (delegationId ?? []) : [])))
  // Of two Coordinators from two delegations neither is taken for the one.
  const [only] = held.size === 1 ? held : []
  const coordinator = delegations.find(({ id }) => id === only)?.name ?? null
  return { name, purpose, openTo, meets, convention, coordinator, secretariat: null }
}

import type { Caller } from '../../../shared/access/index.ts'
import { type GroupId, type MeetingId, never } from '../../../shared/base/index.ts'
import type { MeetingRecord } from '../../../shared/record/index.ts'
import type { LedgerCommand, LedgerSurroundings, MeetingFacts } from '../../../shared/register/index.ts'
import { enterMeeting } from '../enterMeeting.ts'
import { recordFor } from '../readRecord.ts'
import type { Workspace } from '../Workspace.ts'

/** The records that a command speaks of, as the caller may see them; of other groups' meetings nothing. */
export async function ledgerSurroundings(
  at: Workspace,
  caller: Caller,
  groupId: GroupId,
  command: LedgerCommand,
): Promise<LedgerSurroundings> {
  const records = new Map<MeetingId, MeetingRecord>()
  for (const meetingId of meetingsIn(command)) {
    const entered = await enterMeeting(at, caller, meetingId, 'record.read')
    if (!entered.ok || entered.value.meeting.groupId !== groupId) continue
    const read = await recordFor(at, entered.value)
    if (read.ok) records.set(meetingId, read.value.record)
  }
  const meeting = (id: MeetingId): MeetingFacts | null => {
    const record = records.get(id)
    return record === undefined ? null : factsOf(record)
  }
  return {
    meeting,
    action: (id, action) => {
      const record = records.get(id)
      const found = record?.actions.find((one) => one.id === action && one.number !== null)
      if (record === undefined || found === undefined) return null
      return { ...factsOf(record), lead: found.lead, partners: found.partners }
    },
    outcome: (id, outcome) => {
      const record = records.get(id)
      const found = record?.outcomes.find((one) => one.id === outcome && !one.removed)
      return record === undefined || found === undefined ? null : factsOf(record)
    },
  }
}

/** The meetings that a command names; the first is the one in which the sender acts. */
export function meetingsIn(command: LedgerCommand): readonly MeetingId[] {
  switch (command.kind) {
    case 'action.progress':
    case 'outcome.implement':
    case 'backlog.take':
      return [command.meeting]
    case 'outcome.supersede':
      return [command.meeting, command.by.meeting]
    case 'progress.withdraw':
    case 'fact.withdraw':
    case 'backlog.propose':
    case 'backlog.withdraw':
    case 'backlog.decline':
    case 'backlog.move':
    case 'template.save':
    case 'template.remove':
      return []
    default:
      return never(command)
  }
}

function factsOf({ head, session }: MeetingRecord): MeetingFacts {
  return { phase: session.phase, attribution: head.attribution, startsAt: head.startsAt }
}

import { visibleTo } from '../../shared/access/index.ts'
import type { GroupId } from '../../shared/base/index.ts'
import type { MeetingRecord } from '../../shared/record/index.ts'
import type { ArchiveLine, LineCounts, WholeRecord } from './Digest.ts'

/** The line of a record, counted for those inside and for observers. */
export function lineOf(
  groupId: GroupId,
  stamp: string,
  { meetingId, createdAt, record, version, fingerprint }: WholeRecord,
): ArchiveLine {
  const { title, startsAt, place, formalMeeting, symbol } = record.head
  const { phase } = record.session
  const counts = { all: countsOf(record), open: countsOf(visibleTo('observer', record)) }
  return {
    groupId,
    meetingId,
    createdAt,
    stamp,
    title,
    startsAt,
    place,
    formalMeeting,
    symbol,
    phase,
    version,
    fingerprint,
    ...counts,
  }
}

function countsOf({ outcomes, actions, session }: MeetingRecord): LineCounts {
  const present = actions.filter((action) => !action.removed)
  return {
    outcomes: outcomes.filter((outcome) => !outcome.removed).length,
    actions: present.length,
    openActions: present.filter(({ status }) => status === 'open' || status === 'inProgress').length,
    delegations: session.attending.filter(({ state }) => state === 'present').length,
  }
}

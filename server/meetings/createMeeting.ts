import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result, refuse } from '../../shared/base/index.ts'
import type { MeetingAnswer } from '../../shared/protocol/index.ts'
import type { MeetingHead } from '../../shared/record/index.ts'
import { newSession } from '../../shared/session/index.ts'
import type { StoredMeeting } from '../storage/index.ts'
import { checkHead } from './checkHead.ts'
import { enterGroup } from './enterGroup.ts'
import { firstUpdate } from './firstUpdate.ts'
import { type Given, given } from './given.ts'
import { meetingAnswerOf } from './meetingAnswer.ts'
import type { Workspace } from './Workspace.ts'

type NewMeeting = Pick<MeetingHead, 'title'> &
  Given<Pick<MeetingHead, 'startsAt' | 'endsAt' | 'timeZone' | 'place' | 'formalMeeting'>> & {
    readonly from?: string | undefined
  }

/** A planned meeting with an empty record. Its document is made here and only here (RELIABILITY C4). */
export async function createMeeting(
  at: Workspace,
  caller: Caller,
  groupId: string,
  { from, ...body }: NewMeeting,
): Promise<Result<MeetingAnswer>> {
  const entered = await enterGroup(at, caller, groupId, 'meeting.create')
  if (!entered.ok) return entered
  if (from !== undefined) return refuse('invalid', 'Starting from earlier meetings is not possible yet.')
  const fits = checkHead(body)
  if (!fits.ok) return fits
  const { file, place } = entered.value
  const meeting: StoredMeeting = {
    meetingId: at.newId(),
    groupId: file.group.id,
    createdAt: at.clock.now(),
    session: newSession({ ...usualHead, ...given(body), title: body.title }),
  }
  const made = await at.storage.meetings.create(meeting, firstUpdate(at.random, []))
  return made.ok ? ok(meetingAnswerOf(at, { meeting, file, place })) : made
}

const usualHead: Omit<MeetingHead, 'title'> = {
  formalMeeting: null,
  startsAt: null,
  endsAt: null,
  timeZone: null,
  place: null,
  links: [],
  language: 'en',
  attribution: 'named',
  symbol: null,
}

/** A head of which only the title is known. */
export function headOf(title: string): MeetingHead {
  return { ...usualHead, title }
}

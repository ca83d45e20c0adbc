import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { MeetingAnswer } from '../../shared/protocol/index.ts'
import type { MeetingHead } from '../../shared/record/index.ts'
import { onwardAgenda } from '../../shared/register/index.ts'
import { newSession } from '../../shared/session/index.ts'
import type { StoredMeeting } from '../storage/index.ts'
import { checkHead } from './checkHead.ts'
import { enterGroup } from './enterGroup.ts'
import { firstUpdate } from './firstUpdate.ts'
import { type Given, given } from './given.ts'
import { commandLedger } from './ledgers/commandLedger.ts'
import { meetingAnswerOf } from './meetingAnswer.ts'
import { onwardWords } from './onwardWords.ts'
import { type StartAsk, startAgenda } from './startAgenda.ts'
import type { Workspace } from './Workspace.ts'

type NewMeeting = Pick<MeetingHead, 'title'> &
  Given<Pick<MeetingHead, 'startsAt' | 'endsAt' | 'timeZone' | 'place' | 'formalMeeting' | 'language' | 'attribution'>> &
  StartAsk

/**
 * A planned meeting, with an empty record or an agenda out of what is open. Its document is made here and only here
 * (RELIABILITY C4). What earlier records say is read and copied; nothing is written into them.
 */
export async function createMeeting(
  at: Workspace,
  caller: Caller,
  groupId: string,
  { from, items, actions, targets, proposals, template, ...body }: NewMeeting,
): Promise<Result<MeetingAnswer>> {
  const entered = await enterGroup(at, caller, groupId, 'meeting.create')
  if (!entered.ok) return entered
  const fits = checkHead(body)
  if (!fits.ok) return fits
  const { file, place } = entered.value
  const start = await startAgenda(at, entered.value, { from, items, actions, targets, proposals, template })
  if (!start.ok) return start
  const { like, source } = start.value
  // What a group does every time is taken over; the day of a meeting never is.
  const head: MeetingHead = { ...usualHead, ...(like === null ? {} : habitsOf(like)), ...given(body), title: body.title }
  const { edits, closedItems, reviewing } = onwardAgenda(source, onwardWords(head), at.newId)
  const meeting: StoredMeeting = {
    meetingId: at.newId(),
    groupId: file.group.id,
    createdAt: at.clock.now(),
    session: { ...newSession(head), closedItems, reviewing },
  }
  const made = await at.storage.meetings.create(meeting, firstUpdate(at.random, edits))
  if (!made.ok) return made
  // The meeting is there whatever comes: a proposal that somebody settled meanwhile stays as they left it.
  for (const { id: proposal } of source.proposals) {
    await commandLedger(at, caller, file.group.id, { kind: 'backlog.take', id: at.newId(), proposal, meeting: meeting.meetingId })
  }
  return ok(meetingAnswerOf(at, { meeting, file, place }))
}

function habitsOf({ timeZone, place, formalMeeting, language, attribution }: MeetingHead): Partial<MeetingHead> {
  return { timeZone, place, formalMeeting, language, attribution }
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

import { expect, test } from 'vitest'
import { splitMeetings } from '../../../client/features/groups/meetingTimes.ts'
import type { MeetingLineAnswer } from '../../../shared/protocol/index.ts'

function meeting(
  meetingId: string,
  phase: MeetingLineAnswer['phase'],
  startsAt: string | null,
  createdAt = '2026-01-01',
): MeetingLineAnswer {
  return {
    meetingId,
    groupId: 'g',
    title: meetingId,
    phase,
    startsAt,
    endsAt: null,
    timeZone: null,
    place: null,
    formalMeeting: null,
    createdAt,
  }
}

const ids = (list: readonly MeetingLineAnswer[]) => list.map((one) => one.meetingId)

test('[UI14] the meeting that runs comes before the soonest planned one; no date comes last', () => {
  const split = splitMeetings([
    meeting('undated', 'planned', null),
    meeting('later', 'planned', '2027-03-01'),
    meeting('running', 'suspended', '2027-06-01'),
    meeting('sooner', 'planned', '2027-02-03T13:15'),
  ])
  expect(split.next?.meetingId).toBe('running')
  expect(ids(split.upcoming)).toEqual(['sooner', 'later', 'undated'])
})

test('[UI14] records are listed the latest first, an undated one by the day it was made', () => {
  const split = splitMeetings([
    meeting('old', 'adopted', '2002-05-27'),
    meeting('undated', 'draft', null, '2010-01-01'),
    meeting('new', 'circulated', '2026-01-28'),
  ])
  expect(split.next).toBeNull()
  expect(ids(split.past)).toEqual(['new', 'undated', 'old'])
})

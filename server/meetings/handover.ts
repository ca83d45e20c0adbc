import { type Caller, roles } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { HandoverAnswer, NextStepAnswer } from '../../shared/protocol/index.ts'
import { type NextStep, nextSteps, statedDay } from '../../shared/register/index.ts'
import type { GroupFile, StoredMeeting } from '../storage/index.ts'
import { enterGroup } from './enterGroup.ts'
import { iso, openActionOf, openItemOf, openTargetOf, proposalOf } from './openAnswers.ts'
import { findOpen } from './openMatters.ts'
import { isLive } from './placeIn.ts'
import type { Workspace } from './Workspace.ts'

/** The group on one page for whoever takes it over; for its office only. */
export async function readHandover(at: Workspace, caller: Caller, groupId: string): Promise<Result<HandoverAnswer>> {
  const entered = await enterGroup(at, caller, groupId, 'handover.read')
  if (!entered.ok) return entered
  const { file, place } = entered.value
  const found = await findOpen(at, entered.value)
  if (!found.ok) return found
  const now = at.clock.now()
  const all = await at.storage.meetings.list(file.group.id)
  const meetings = all.filter((one) => place.onlyMeeting === null || one.meetingId === place.onlyMeeting)
  const { open, ledger } = found.value
  const waiting = ledger.proposals.filter((one) => one.settled === null)
  const hasRapporteur = file.members.some((one) => one.role === 'rapporteur')
  const steps = nextSteps({ meetings, open, waiting: waiting.length, hasRapporteur, now })
  return ok({
    group: groupOf(file, meetings[0]),
    offices: officesOf(at, file),
    delegations: types.flatMap((type) => {
      const count = file.delegations.filter((one) => one.type === type).length
      return count === 0 ? [] : [{ type, count }]
    }),
    liveLinks: file.seats.filter((seat) => isLive(seat, now) && (seat.maxClaims === null || seat.claims < seat.maxClaims)).length,
    last: lineOf(meetings.find(({ session }) => session.phase !== 'planned')),
    next: lineOf(meetings.filter(({ session }) => session.phase === 'planned').sort(byDay)[0]),
    circulated: meetings.flatMap(circulatedOf),
    items: open.items.map(openItemOf),
    actions: open.actions.map(openActionOf(file, now)),
    targets: open.targets.map(openTargetOf),
    proposals: waiting.map(proposalOf(entered.value)),
    steps: steps.map((step) => stepOf(step, meetings)),
  })
}

const types = ['state', 'unEntity', 'internationalOrganization', 'ngo', 'other'] as const

function groupOf({ group }: GroupFile, newest: StoredMeeting | undefined): HandoverAnswer['group'] {
  const { name, purpose, openTo, meets, convention, rules, outcomeKinds } = group
  const head = newest?.session.head
  return {
    name,
    purpose,
    openTo,
    meets,
    convention,
    ...rules,
    outcomeKinds: [...outcomeKinds],
    attribution: head?.attribution ?? null,
    language: head?.language ?? null,
  }
}

function officesOf(at: Workspace, { members, delegations }: GroupFile): HandoverAnswer['offices'] {
  return roles
    .filter((role) => role === 'coordinator' || role === 'rapporteur')
    .map((role) => ({
      role,
      people: members
        .filter((one) => one.role === role)
        .map(({ accountId, name, delegationId }) => {
          const delegation = delegations.find((one) => one.id === delegationId)
          const of = delegation === undefined ? null : { name: delegation.name, code: delegation.code }
          return { name: at.accounts.find(accountId)?.name ?? name, delegation: of }
        }),
    }))
}

function lineOf(meeting: StoredMeeting | undefined): HandoverAnswer['next'] {
  if (meeting === undefined) return null
  const { head, phase } = meeting.session
  return { meetingId: meeting.meetingId, title: head.title, date: statedDay(head.startsAt), place: head.place, phase }
}

function circulatedOf(meeting: StoredMeeting): HandoverAnswer['circulated'] {
  const { circulation, comments } = meeting.session
  const line = lineOf(meeting)
  if (circulation === null || line === null) return []
  const { deadline, timeZone, mode } = circulation
  const { unanswered, objections } = comments
  return [{ ...line, deadline: iso(deadline), timeZone, mode, unanswered, objections }]
}

/** Earliest day first; what has no day comes last. */
function byDay(a: StoredMeeting, b: StoredMeeting): number {
  const [one, other] = [a.session.head.startsAt ?? '9999', b.session.head.startsAt ?? '9999']
  return one < other ? -1 : one > other ? 1 : 0
}

function stepOf(step: NextStep, meetings: readonly StoredMeeting[]): NextStepAnswer {
  const meeting = 'meeting' in step ? meetings.find((one) => one.meetingId === step.meeting) : undefined
  const line = lineOf(meeting)
  return {
    kind: step.kind,
    meetingId: line?.meetingId ?? null,
    meetingTitle: line?.title ?? null,
    meetingDate: line?.date ?? null,
    count: 'count' in step ? step.count : null,
    until: 'until' in step ? iso(step.until) : null,
    timeZone: 'until' in step ? (meeting?.session.circulation?.timeZone ?? null) : null,
  }
}

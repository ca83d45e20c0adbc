import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { BacklogAnswer, OpenAnswer } from '../../shared/protocol/index.ts'
import { type LedgerState, type Proposal, statedDay } from '../../shared/register/index.ts'
import { type Entered, enterGroup } from './enterGroup.ts'
import { openActionOf, openItemOf, openTargetOf, proposalOf, templateOf } from './openAnswers.ts'
import { findOpen } from './openMatters.ts'
import type { Workspace } from './Workspace.ts'

/** What a new meeting can start from, for whoever may plan one. */
export async function readOpen(at: Workspace, caller: Caller, groupId: string): Promise<Result<OpenAnswer>> {
  const entered = await enterGroup(at, caller, groupId, 'meeting.create')
  if (!entered.ok) return entered
  const found = await findOpen(at, entered.value)
  if (!found.ok) return found
  const { open, records, ledger } = found.value
  const left = new Set([...open.items, ...open.actions, ...open.targets].map((one) => one.meeting.meetingId))
  const newest = records[0]?.record.head
  return ok({
    items: open.items.map(openItemOf),
    actions: open.actions.map(openActionOf(entered.value.file, at.clock.now())),
    targets: open.targets.map(openTargetOf),
    proposals: ledger.proposals.filter((one) => one.settled === null).map(proposalOf(entered.value)),
    templates: ledger.templates.map(templateOf),
    meetings: records
      .filter((one) => left.has(one.meetingId))
      .map(({ meetingId, record: { head } }) => ({ meetingId, title: head.title, date: statedDay(head.startsAt) })),
    usual:
      newest === undefined
        ? null
        : {
            timeZone: newest.timeZone,
            place: newest.place,
            formalMeeting: newest.formalMeeting,
            language: newest.language,
            attribution: newest.attribution,
          },
  })
}

/** The group's backlog, for whoever may propose; whoever has a seat in one meeting sees what they proposed themselves. */
export async function readBacklog(at: Workspace, caller: Caller, groupId: string): Promise<Result<BacklogAnswer>> {
  const entered = await enterGroup(at, caller, groupId, 'backlog.propose')
  if (!entered.ok) return entered
  const ledger = await at.ledgers.read(entered.value.file.group.id)
  const shown = shownProposals(ledger, entered.value)
  const isGuestOfOne = entered.value.place.onlyMeeting !== null
  return ok({
    proposals: [...shown.filter((one) => one.settled === null), ...latestFirst(shown)].map(proposalOf(entered.value)),
    templates: isGuestOfOne ? [] : ledger.templates.map(templateOf),
  })
}

function shownProposals({ proposals }: LedgerState, { place }: Entered): readonly Proposal[] {
  if (place.onlyMeeting === null) return proposals
  return proposals.filter(
    ({ by }) => by.person === place.person || (place.delegationId !== null && by.delegation?.id === place.delegationId),
  )
}

function latestFirst(proposals: readonly Proposal[]): readonly Proposal[] {
  return proposals.filter((one) => one.settled !== null).sort((a, b) => (b.settled?.at ?? 0) - (a.settled?.at ?? 0))
}

import { may } from '../../shared/access/index.ts'
import type { MeetingId, Millis } from '../../shared/base/index.ts'
import type {
  OpenActionAnswer,
  OpenItemAnswer,
  OpenTargetAnswer,
  ProposalAnswer,
  TemplateAnswer,
} from '../../shared/protocol/index.ts'
import { type MeetingRecord, plainText } from '../../shared/record/index.ts'
import {
  isOverdue,
  type OpenAction,
  type OpenItem,
  type OpenTarget,
  type Proposal,
  statedDay,
  type Template,
} from '../../shared/register/index.ts'
import { nameIn } from '../rooms/index.ts'
import type { GroupFile } from '../storage/index.ts'
import type { Entered } from './enterGroup.ts'

/** Where a part of a record can be read, whichever version is the latest. */
export function addressOf(meetingId: MeetingId, part: string): string {
  return `/m/${meetingId}/record#${part}`
}

/** An open item, with where it is from. */
export function openItemOf({ meeting, item, why, under, closed }: OpenItem): OpenItemAnswer {
  const { id, number, title, purpose, minutes } = item
  return { ...originOf(meeting, id, closed), item: id, number, title: plainText(title), why, under, purpose, minutes }
}

/** An open action; overdue when all of the stated period is past. */
export function openActionOf(
  { delegations }: Pick<GroupFile, 'delegations'>,
  now: Millis,
): (one: OpenAction) => OpenActionAnswer {
  const nameOf = nameIn(delegations)
  return (one) => {
    const { meeting, action, status, closed } = one
    const { id, number, task, lead, due } = action
    const said = { task: plainText(task), lead: lead === null ? null : nameOf(lead), due, status, overdue: isOverdue(one, now) }
    return { ...originOf(meeting, id, closed), action: id, number, ...said }
  }
}

/** A target that stands. */
export function openTargetOf({ meeting, target, closed }: OpenTarget): OpenTargetAnswer {
  const { id, figure, atLeast, what, event, whose } = target
  return { ...originOf(meeting, id, closed), target: id, figure, atLeast, what: plainText(what), event, whose }
}

/** A proposal as the caller may see it: who made it may be known to all for whom the backlog is. */
export function proposalOf({ file, place }: Entered): (proposal: Proposal) => ProposalAnswer {
  const isOffice = may(place.role, 'backlog.settle', { phase: null, rules: file.group.rules })
  return ({ id, title, purpose, minutes, why, at, by, settled }) => {
    const isOwn = by.person === place.person || (place.delegationId !== null && by.delegation?.id === place.delegationId)
    const { delegation, name } = by
    return {
      proposal: id,
      title,
      purpose,
      minutes,
      why,
      at: iso(at),
      by: { name, delegation: delegation === null ? null : { name: delegation.name, code: delegation.code } },
      settled:
        settled === null
          ? null
          : {
              how: settled.how,
              why: settled.how === 'declined' ? settled.why : null,
              meetingId: settled.how === 'taken' ? settled.meeting : null,
              at: iso(settled.at),
            },
      mayWithdraw: settled === null && (isOwn || isOffice),
    }
  }
}

/** An agenda to begin with. */
export function templateOf({ id, name, items }: Template): TemplateAnswer {
  return { template: id, name, items: items.map((item) => ({ ...item, children: item.children.map((child) => ({ ...child })) })) }
}

/** A moment as the wire has it. */
export function iso(at: number): string {
  return new Date(at).toISOString()
}

function originOf({ meetingId, head }: MeetingRecord, part: string, closed: boolean) {
  const { title: meetingTitle, startsAt } = head
  return { meetingId, meetingTitle, meetingDate: statedDay(startsAt), closed, address: addressOf(meetingId, part) }
}

import type { GroupAnswer } from '../../../shared/protocol/index.ts'
import { LinkButton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

export interface MeetingWaysProps {
  readonly group: GroupAnswer
}

const ways = [
  ['backlog', 'backlog.propose'],
  ['bring-in', 'meeting.create'],
  ['handover', 'handover.read'],
] as const

/** Ways to a meeting beside a new one: the proposals of delegations, old minutes, what a new coordinator must know. */
export function MeetingWays({ group }: MeetingWaysProps) {
  const { t } = useWords('archive')
  return ways
    .filter(([, right]) => group.rights.includes(right))
    .map(([path]) => (
      <LinkButton key={path} href={`/g/${group.groupId}/${path}`}>
        {t(`ways.${path}`)}
      </LinkButton>
    ))
}

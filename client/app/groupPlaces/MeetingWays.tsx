import type { GroupAnswer } from '../../../shared/protocol/index.ts'
import { LinkButton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

export interface MeetingWaysProps {
  readonly group: GroupAnswer
}

/** Ways to a meeting beside a new one: the proposals of delegations, what a new coordinator must know. */
export function MeetingWays({ group }: MeetingWaysProps) {
  const { t } = useWords('onward')
  const { groupId, rights } = group
  return (
    <>
      {rights.includes('backlog.propose') ? <LinkButton href={`/g/${groupId}/backlog`}>{t('backlogTitle')}</LinkButton> : null}
      {rights.includes('handover.read') ? <LinkButton href={`/g/${groupId}/handover`}>{t('handoverTitle')}</LinkButton> : null}
    </>
  )
}

import { Backlog } from '../../features/onward/index.ts'
import { useWords } from '../../words/index.ts'
import { GroupFrame } from '../GroupFrame.tsx'
import { InsideOnly } from '../InsideOnly.tsx'
import { useParams } from '../router/useParams.ts'

/** `/g/:groupId/backlog`: what delegations want on a later agenda. */
export function BacklogPage() {
  const { t } = useWords('onward')
  const { groupId } = useParams('/g/$groupId/backlog')
  return (
    <InsideOnly>
      {() => (
        <GroupFrame groupId={groupId} current="meetings" title={t('backlogTitle')}>
          {(group) => <Backlog group={group} />}
        </GroupFrame>
      )}
    </InsideOnly>
  )
}

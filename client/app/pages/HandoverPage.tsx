import { Handover } from '../../features/onward/index.ts'
import { useWords } from '../../words/index.ts'
import { GroupFrame } from '../GroupFrame.tsx'
import { InsideOnly } from '../InsideOnly.tsx'
import { useParams } from '../router/useParams.ts'

/** `/g/:groupId/handover`: the group on one page, for its office. */
export function HandoverPage() {
  const { t } = useWords('onward')
  const { groupId } = useParams('/g/$groupId/handover')
  return (
    <InsideOnly>
      {() => (
        <GroupFrame groupId={groupId} current="meetings" title={t('handoverTitle')}>
          {(group) => <Handover group={group} />}
        </GroupFrame>
      )}
    </InsideOnly>
  )
}

import { GroupSettings } from '../../features/groups/index.ts'
import { useWords } from '../../words/index.ts'
import { GroupFrame } from '../GroupFrame.tsx'
import { InsideOnly } from '../InsideOnly.tsx'
import { useParams } from '../router/useParams.ts'

/** `/g/:groupId/settings`: what the coordinator settles. */
export function GroupSettingsPage() {
  const { t } = useWords('groups')
  const { groupId } = useParams('/g/$groupId/settings')
  return (
    <InsideOnly>
      {() => (
        <GroupFrame groupId={groupId} current="settings" title={t('settings.title')}>
          {(group) => <GroupSettings group={group} />}
        </GroupFrame>
      )}
    </InsideOnly>
  )
}

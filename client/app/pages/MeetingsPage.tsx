import { GroupMeetings } from '../../features/groups/index.ts'
import { useWords } from '../../words/index.ts'
import { GroupFrame } from '../GroupFrame.tsx'
import { MeetingWays } from '../groupPlaces/MeetingWays.tsx'
import { InsideOnly } from '../InsideOnly.tsx'
import { useParams } from '../router/useParams.ts'

/** `/g/:groupId/meetings`: every meeting of the group, and the ways to a further one. */
export function MeetingsPage() {
  const { t } = useWords('groups')
  const { groupId } = useParams('/g/$groupId/meetings')
  return (
    <InsideOnly>
      {() => (
        <GroupFrame groupId={groupId} current="meetings" title={t('nav.meetings')}>
          {(group) => (
            <GroupMeetings group={group}>
              <MeetingWays group={group} />
            </GroupMeetings>
          )}
        </GroupFrame>
      )}
    </InsideOnly>
  )
}

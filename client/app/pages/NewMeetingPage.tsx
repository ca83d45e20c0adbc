import { useParams, useRouter } from '@tanstack/react-router'
import { NewMeetingForm } from '../../features/groups/index.ts'
import { useWords } from '../../words/index.ts'
import { GroupFrame } from '../GroupFrame.tsx'
import { InsideOnly } from '../InsideOnly.tsx'

/** `/g/:groupId/meetings/new`: makes a meeting and opens it. */
export function NewMeetingPage() {
  const { t } = useWords('groups')
  const { groupId } = useParams({ from: '/g/$groupId/meetings/new' })
  const router = useRouter()
  return (
    <InsideOnly>
      {() => (
        <GroupFrame groupId={groupId} current="meetings" title={t('meeting.new')} layout="narrow">
          {(group) => <NewMeetingForm group={group} onCreated={(meetingId) => router.history.push(`/m/${meetingId}`)} />}
        </GroupFrame>
      )}
    </InsideOnly>
  )
}

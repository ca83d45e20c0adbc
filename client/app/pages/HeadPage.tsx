import { useParams, useRouter } from '@tanstack/react-router'
import { HeadForm } from '../../features/groups/index.ts'
import { InsideOnly } from '../InsideOnly.tsx'
import { MeetingFrame } from '../MeetingFrame.tsx'

/** `/m/:meetingId/head`: title, date, place, links, attribution. */
export function HeadPage() {
  const { meetingId } = useParams({ from: '/m/$meetingId/head' })
  const router = useRouter()
  return (
    <InsideOnly>
      {() => (
        <MeetingFrame meetingId={meetingId} current="meetings" layout="narrow">
          {(meeting) => <HeadForm meeting={meeting} onSaved={() => router.history.push(`/g/${meeting.groupId}`)} />}
        </MeetingFrame>
      )}
    </InsideOnly>
  )
}

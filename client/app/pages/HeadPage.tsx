import { HeadForm } from '../../features/groups/index.ts'
import { InsideOnly } from '../InsideOnly.tsx'
import { MeetingFrame } from '../MeetingFrame.tsx'
import { useGo } from '../router/useGo.ts'
import { useParams } from '../router/useParams.ts'

/** `/m/:meetingId/head`: title, date, place, links, attribution. */
export function HeadPage() {
  const { meetingId } = useParams('/m/$meetingId/head')
  const go = useGo()
  return (
    <InsideOnly>
      {() => (
        <MeetingFrame meetingId={meetingId} current="meetings" layout="narrow">
          {(meeting) => <HeadForm meeting={meeting} onSaved={() => go(`/g/${meeting.groupId}`)} />}
        </MeetingFrame>
      )}
    </InsideOnly>
  )
}

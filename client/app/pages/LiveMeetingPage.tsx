import { InsideOnly } from '../InsideOnly.tsx'
import { LivePage } from '../live/LivePage.tsx'
import { useParams } from '../router/useParams.ts'

/** `/m/:meetingId`: the live meeting, for whoever is in; offline for whoever was in on this device last. */
export function LiveMeetingPage() {
  const { meetingId } = useParams('/m/$meetingId')
  return (
    <InsideOnly>
      {(session) => {
        const personId = session.account?.personId ?? session.guest?.personId ?? ''
        return <LivePage key={meetingId} meetingId={meetingId} personId={personId} isGuest={session.account === null} />
      }}
    </InsideOnly>
  )
}

import { useParams, useSearch } from '@tanstack/react-router'
import { InsideOnly } from '../InsideOnly.tsx'
import { MeetingFrame } from '../MeetingFrame.tsx'
import { RecordRoom } from '../record/RecordRoom.tsx'

/** `/m/:meetingId/record`: a record to read, to comment on, to make firm and to print; `?version=2` for an earlier text. */
export function RecordPage() {
  const { meetingId } = useParams({ from: '/m/$meetingId/record' })
  const search: { readonly version?: unknown } = useSearch({ strict: false })
  const version = Number(search.version)
  return (
    <InsideOnly>
      {(session) => (
        <MeetingFrame meetingId={meetingId} current="records" layout="bare">
          {(meeting) => (
            <RecordRoom
              key={meetingId}
              meeting={meeting}
              personId={session.account?.personId ?? session.guest?.personId ?? ''}
              version={Number.isInteger(version) && version > 0 ? version : null}
            />
          )}
        </MeetingFrame>
      )}
    </InsideOnly>
  )
}

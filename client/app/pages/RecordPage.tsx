import { InsideOnly } from '../InsideOnly.tsx'
import { MeetingFrame } from '../MeetingFrame.tsx'
import { RecordRoom } from '../record/RecordRoom.tsx'
import { useParams } from '../router/useParams.ts'
import { useSearch } from '../router/useSearch.ts'

/** `/m/:meetingId/record`: a record to read, to comment on, to make firm and to print; `?version=2` for an earlier text. */
export function RecordPage() {
  const { meetingId } = useParams('/m/$meetingId/record')
  const search = useSearch()
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

import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { MeetingAnswer } from '../../../shared/protocol/index.ts'
import { RecordDocument } from '../../features/record/index.ts'
import { queries } from '../../sync/index.ts'
import { Loaded } from '../../ui/index.ts'
import { InsideOnly } from '../InsideOnly.tsx'
import { MeetingFrame } from '../MeetingFrame.tsx'
import { useCoordinatorNames } from '../useCoordinatorNames.ts'

/** `/m/:meetingId/record`: a record to read and to print. */
export function RecordPage() {
  const { meetingId } = useParams({ from: '/m/$meetingId/record' })
  return (
    <InsideOnly>
      {() => (
        <MeetingFrame meetingId={meetingId} layout="bare">
          {(meeting) => <Paper meeting={meeting} />}
        </MeetingFrame>
      )}
    </InsideOnly>
  )
}

interface PaperProps {
  readonly meeting: MeetingAnswer
}

function Paper({ meeting }: PaperProps) {
  const record = useQuery(queries.record(meeting.meetingId))
  const delegations = useQuery(queries.delegations(meeting.groupId))
  const coordinators = useCoordinatorNames(meeting.groupId)
  return (
    <Loaded asked={record}>
      {(data) => (
        <RecordDocument record={data} meeting={meeting} delegations={delegations.data ?? []} coordinators={coordinators} />
      )}
    </Loaded>
  )
}

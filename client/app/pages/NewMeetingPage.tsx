import { useState } from 'react'
import type { GroupAnswer, OpenAnswer } from '../../../shared/protocol/index.ts'
import { ImportRecord, NewMeetingForm } from '../../features/groups/index.ts'
import { newStart, StartFrom, startBody, useOpen } from '../../features/onward/index.ts'
import { Loaded } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { GroupFrame } from '../GroupFrame.tsx'
import { InsideOnly } from '../InsideOnly.tsx'
import { useGo } from '../router/useGo.ts'
import { useParams } from '../router/useParams.ts'
import { useSearch } from '../router/useSearch.ts'

/** `/g/:groupId/meetings/new`: makes a meeting out of what is open, and opens it. `?proposal=` chooses one of the backlog. */
export function NewMeetingPage() {
  const { t } = useWords('groups')
  const { groupId } = useParams('/g/$groupId/meetings/new')
  return (
    <InsideOnly>
      {() => (
        <GroupFrame groupId={groupId} current="meetings" title={t('meeting.new')} layout="narrow">
          {(group) => <AskOpen group={group} />}
        </GroupFrame>
      )}
    </InsideOnly>
  )
}

interface AskOpenProps {
  readonly group: GroupAnswer
}

/** The form comes with what is open: what is chosen in it is what was seen. */
function AskOpen({ group }: AskOpenProps) {
  const open = useOpen(group.groupId)
  return <Loaded asked={open}>{(found) => <StartedForm group={group} open={found} />}</Loaded>
}

function StartedForm({ group, open }: AskOpenProps & { readonly open: OpenAnswer }) {
  const go = useGo()
  const search = useSearch()
  const asked = typeof search.proposal === 'string' ? search.proposal : null
  const [start, setStart] = useState(() => newStart(open, asked))
  const { timeZone, place, formalMeeting, ...rest } = open.usual ?? { timeZone: null, place: null, formalMeeting: null }
  const usual = {
    ...rest,
    ...(timeZone === null ? {} : { timeZone }),
    ...(place === null ? {} : { place }),
    ...(formalMeeting === null ? {} : { formalMeeting }),
  }
  return (
    <>
      <NewMeetingForm
        group={group}
        usual={usual}
        start={<StartFrom open={open} draft={start} onChange={setStart} />}
        startBody={startBody(open, start)}
        onCreated={(meetingId) => go(`/m/${meetingId}`)}
      />
      <ImportRecord groupId={group.groupId} onCreated={(meetingId) => go(`/m/${meetingId}/record`)} />
    </>
  )
}

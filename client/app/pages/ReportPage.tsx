import { useQuery } from '@tanstack/react-query'
import { ApiRefused, reportApi } from '../../sync/index.ts'
import { Bar, Page } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { BarEnd } from '../BarEnd.tsx'
import { GroupTop } from '../GroupTop.tsx'
import { InsideOnly } from '../InsideOnly.tsx'
import { ReportRoom } from '../report/ReportRoom.tsx'
import { useParams } from '../router/useParams.ts'
import { NotFoundPage } from './NotFoundPage.tsx'

/** `/r/:reportId`: a report to the formal meeting, written together; offline for whoever had it open on this device. */
export function ReportPage() {
  const { reportId } = useParams('/r/$reportId')
  return (
    <InsideOnly>
      {(session) => <Framed reportId={reportId} personId={session.account?.personId ?? session.guest?.personId ?? ''} />}
    </InsideOnly>
  )
}

interface FramedProps {
  readonly reportId: string
  readonly personId: string
}

function Framed({ reportId, personId }: FramedProps) {
  const { t } = useWords()
  const asked = useQuery({ queryKey: ['report', reportId], queryFn: () => reportApi.read(reportId) })
  if (asked.error instanceof ApiRefused && asked.error.code === 'notFound') return <NotFoundPage />
  const known = asked.data
  const bar = known ? (
    <GroupTop group={{ groupId: known.groupId, name: known.groupName }} current="records" />
  ) : (
    <Bar>
      <BarEnd />
    </Bar>
  )
  return (
    <Page title={known?.title ?? t('loading')} bar={bar} layout="bare">
      <ReportRoom key={reportId} reportId={reportId} personId={personId} />
    </Page>
  )
}

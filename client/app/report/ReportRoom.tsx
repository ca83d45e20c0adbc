import type { ReportId } from '../../../shared/base/index.ts'
import { WritingProvider } from '../../features/text/index.ts'
import { ReportProvider, useConnection, useReportView } from '../../store/index.ts'
import { EmptyState, LinkButton, Skeleton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './ReportRoom.module.css'
import { ReportSheet } from './ReportSheet.tsx'
import { useOpenReport } from './useOpenReport.ts'

export interface ReportRoomProps {
  readonly reportId: string
  /** Whose copy on this device is opened. */
  readonly personId: string
}

/** Opens a report and shows it, from the copy on this device first. */
export function ReportRoom({ reportId, personId }: ReportRoomProps) {
  const report = useOpenReport(reportId as ReportId, personId) // out of the address; the server knows whether it is one
  if (report === null) return <Opening />
  return (
    <ReportProvider report={report}>
      <WritingProvider>
        <Opened />
      </WritingProvider>
    </ReportProvider>
  )
}

function Opened() {
  const { t } = useWords('live')
  const { t: common } = useWords()
  const view = useReportView()
  const connection = useConnection()
  if (view !== null) return <ReportSheet report={view} />
  if (connection.kind !== 'refused') return <Opening />
  return (
    <div className={styles.opening}>
      <EmptyState title={common(`refusal.${connection.refusal.code}`)} role="alert" headingLevel={1}>
        <LinkButton href="/" variant="primary">
          {t('refused.back')}
        </LinkButton>
      </EmptyState>
    </div>
  )
}

function Opening() {
  return (
    <div className={styles.opening}>
      <Skeleton shape={['title', 'long', 'middle', 'gap', 'long', 'long', 'short']} />
    </div>
  )
}

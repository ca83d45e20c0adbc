import { useMemo, useState } from 'react'
import { useAbout, useIsLive, useMay, useSession } from '../../store/index.ts'
import { Banner, Dialog, EmptyState } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AttendanceDialog.module.css'
import { AttendanceTable } from './AttendanceTable.tsx'
import { type AttendanceRow, attendanceRows } from './attendanceRows.ts'
import { Counts } from './Counts.tsx'
import { OtherParty } from './OtherParty.tsx'
import { PartyDialog } from './PartyDialog.tsx'
import { StatedCounts } from './StatedCounts.tsx'
import { UnrecordedLine } from './UnrecordedLine.tsx'

export interface AttendanceDialogProps {
  readonly onClose: () => void
}

/** The list of attendance: the office records and corrects it, everybody else reads it. */
export function AttendanceDialog({ onClose }: AttendanceDialogProps) {
  const { t, locale } = useWords('attendance')
  const { delegations } = useAbout()
  const attending = useSession((session) => session.attending)
  const mayRun = useMay('attendance.run')
  const isLive = useIsLive()
  const [looked, setLooked] = useState<string | null>(null)
  const rows = useMemo(() => attendanceRows(delegations, attending ?? [], locale), [delegations, attending, locale])
  // Who only reads has no use for those of whom nothing is recorded.
  const shown = useMemo(() => (mayRun ? rows : rows.filter((row) => row.entry !== null)), [mayRun, rows])
  const mayChange = mayRun && isLive
  const open = (row: AttendanceRow) => setLooked(row.key)
  const lookedAt = rows.find((row) => row.key === looked)
  return (
    <Dialog title={t('title')} isOpen onClose={onClose} size="full">
      <div className={styles.parts}>
        <Counts rows={rows} />
        {mayRun && !isLive ? <Banner icon="offline">{t('recordingNeedsConnection')}</Banner> : null}
        {mayChange ? <UnrecordedLine rows={rows} /> : null}
        {shown.length === 0 ? (
          <EmptyState title={t('nobody')} text={mayRun ? t('noDelegations') : undefined} headingLevel={3} />
        ) : (
          <AttendanceTable rows={shown} mayChange={mayChange} onOpen={open} />
        )}
        {mayChange ? <OtherParty /> : null}
        <StatedCounts mayChange={mayChange} />
      </div>
      {lookedAt === undefined ? null : <PartyDialog row={lookedAt} mayChange={mayChange} onClose={() => setLooked(null)} />}
    </Dialog>
  )
}

import { useRun } from '../../store/index.ts'
import { ConfirmDialog } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import type { AttendanceRow } from './attendanceRows.ts'

export interface ForgetDialogProps {
  readonly row: AttendanceRow
  readonly onClose: () => void
}

/** Asks before a delegation goes out of the list, with all that was recorded of it. */
export function ForgetDialog({ row, onClose }: ForgetDialogProps) {
  const { t } = useWords('attendance')
  const run = useRun()
  return (
    <ConfirmDialog
      title={t('forgetAsk', { name: row.name })}
      text={t('forgetText')}
      verb={t('forgetVerb')}
      isOpen
      onConfirm={() => {
        onClose()
        void run({ kind: 'attendance.remove', party: row.party })
      }}
      onClose={onClose}
    />
  )
}

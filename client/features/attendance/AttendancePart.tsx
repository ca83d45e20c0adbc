import { useState } from 'react'
import { useMay, useMe, useSession } from '../../store/index.ts'
import { Button, later } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AttendancePart.module.css'
import { OwnLine } from './OwnLine.tsx'

const AttendanceDialog = later(async () => (await import('./AttendanceDialog.tsx')).AttendanceDialog, ['attendance'])

/** Attendance beside the list of those present: one's own, and the way to the whole list. */
export function AttendancePart() {
  const { t } = useWords('attendance')
  const me = useMe()
  const present = useSession((session) => session.attending.filter((entry) => entry.state === 'present').length)
  const isClosed = useSession((session) => session.closed)
  const mayRun = useMay('attendance.run')
  const [isOpen, setOpen] = useState(false)
  if (me === null || present === null) return null
  if (me.role === 'observer' && isClosed) return null
  return (
    <section className={styles.part} aria-label={t('title')}>
      <div className="spread">
        <h2 className={styles.title}>{t('title')}</h2>
        <span className="micro num">{t('presentCount', { count: present })}</span>
      </div>
      <OwnLine />
      <Button variant="link" onPress={() => setOpen(true)} className={styles.open}>
        {mayRun ? t('manage') : t('look')}
      </Button>
      {isOpen ? <AttendanceDialog onClose={() => setOpen(false)} /> : null}
    </section>
  )
}

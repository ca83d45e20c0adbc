import { useMemo, useState } from 'react'
import { usePeople, useRun, useSession } from '../../store/index.ts'
import { Button, Plate, Plates, useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AttendanceDialog.module.css'
import type { AttendanceRow } from './attendanceRows.ts'
import { type Unrecorded, unrecorded } from './unrecorded.ts'

export interface UnrecordedLineProps {
  readonly rows: readonly AttendanceRow[]
}

/** Delegations that are in the meeting while the list does not have them: one press records all. Nothing is recorded by itself. */
export function UnrecordedLine({ rows }: UnrecordedLineProps) {
  const { t } = useWords('attendance')
  const people = usePeople()
  const isNamed = useSession((session) => session.head.attribution === 'named') === true
  const run = useRun()
  const toast = useToast()
  const [isSending, setSending] = useState(false)
  const found = useMemo(() => unrecorded(rows, people), [rows, people])
  if (found.length === 0) return null
  const recordAll = async () => {
    setSending(true)
    let done = 0
    for (const one of found) {
      if (!(await record(one))) break
      done += 1
    }
    setSending(false)
    if (done > 0) toast(t('room.done', { count: done }))
  }
  const record = ({ row, people: seen }: Unrecorded) => {
    const written = (row.entry?.delegates ?? []).filter(({ person }) => person === null)
    const delegates = [...written, ...seen]
      .map(({ name, function: office }) => ({ name, function: office }))
      .filter((one, place, all) => all.findIndex((other) => other.name === one.name) === place)
    return run({ kind: 'attendance.set', party: row.party, state: 'present', ...(isNamed ? { delegates } : {}) })
  }
  return (
    <section className={styles.unrecorded}>
      <div className={styles.unrecordedWords}>
        <p className="small">{t('room.some', { count: found.length })}</p>
        <Plates>
          {found.map(({ row }) => (
            <Plate key={row.key} code={row.code ?? ''} name={row.name} />
          ))}
        </Plates>
      </div>
      <Button onPress={() => void recordAll()} isPending={isSending}>
        {t('room.record', { count: found.length })}
      </Button>
    </section>
  )
}

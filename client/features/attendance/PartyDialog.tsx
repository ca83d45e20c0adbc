import { useSession } from '../../store/index.ts'
import { Dialog } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AttendanceDialog.module.css'
import type { AttendanceRow } from './attendanceRows.ts'
import { DelegatesForm } from './DelegatesForm.tsx'
import { MovementForm } from './MovementForm.tsx'
import { useMovementWords } from './useMovementWords.ts'

export interface PartyDialogProps {
  readonly row: AttendanceRow
  readonly mayChange: boolean
  readonly onClose: () => void
}

/** One delegation's names, arrivals and departures. */
export function PartyDialog({ row, mayChange, onClose }: PartyDialogProps) {
  const { t } = useWords('attendance')
  const wordsOf = useMovementWords()
  const isNamed = useSession((session) => session.head.attribution === 'named') === true
  const movements = row.entry?.movements ?? []
  return (
    <Dialog title={row.name} isOpen onClose={onClose}>
      <div className={styles.parts}>
        <section>
          <h3 className={styles.heading}>{t('delegates')}</h3>
          {isNamed ? <DelegatesForm row={row} mayChange={mayChange} /> : <p className="small muted">{t('delegatesUnnamed')}</p>}
        </section>
        <section>
          <h3 className={styles.heading}>{t('columnMoves')}</h3>
          <ul className="small num">
            {movements.map((movement) => (
              <li key={movement.at}>{wordsOf(movement)}</li>
            ))}
          </ul>
          {mayChange ? <MovementForm row={row} /> : null}
        </section>
      </div>
    </Dialog>
  )
}

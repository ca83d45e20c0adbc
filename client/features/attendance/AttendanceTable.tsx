import { useMemo, useState } from 'react'
import { Button, EmptyState, Select, TextField, VisuallyHidden } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AttendanceTable.module.css'
import { type AttendanceRow, findRows, type RowState } from './attendanceRows.ts'
import { RowView } from './RowView.tsx'

export interface AttendanceTableProps {
  readonly rows: readonly AttendanceRow[]
  readonly mayChange: boolean
  readonly onOpen: (row: AttendanceRow) => void
}

const states = ['all', 'present', 'apologies', 'absent', 'none'] as const

/** The list by delegation, with a field to find one and a choice of state. */
export function AttendanceTable({ rows, mayChange, onOpen }: AttendanceTableProps) {
  const { t } = useWords('attendance')
  const [words, setWords] = useState('')
  const [state, setState] = useState<RowState | 'all'>('all')
  const found = useMemo(() => findRows(rows, words, state), [rows, words, state])
  const showAll = () => {
    setWords('')
    setState('all')
  }
  return (
    <div>
      <div className={styles.filter}>
        <TextField label={t('filter')} value={words} onChange={setWords} className={styles.find} />
        <Select
          label={t('show')}
          value={state}
          onChange={setState}
          choices={states.map((id) => ({ id, label: t(`show.${id}`) }))}
          className={styles.state}
        />
      </div>
      {found.length === 0 ? (
        <EmptyState title={t('noneFound')} headingLevel={3}>
          <Button onPress={showAll}>{t('showAll')}</Button>
        </EmptyState>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('columnParty')}</th>
              <th scope="col">{t('columnState')}</th>
              <th scope="col">{t('columnMoves')}</th>
              <th scope="col">
                <VisuallyHidden>{t('columnMore')}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map((row) => (
              <RowView key={row.key} row={row} mayChange={mayChange} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

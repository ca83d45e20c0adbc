import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { AttendanceState } from '../../../shared/record/index.ts'
import { useRun, useSession } from '../../store/index.ts'
import { Button, EmptyState, Select, TextField, VisuallyHidden } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AttendanceTable.module.css'
import { type AttendanceRow, findRows, type RowState } from './attendanceRows.ts'
import { ForgetDialog } from './ForgetDialog.tsx'
import { RowMenu } from './RowMenu.tsx'
import { RowView } from './RowView.tsx'
import { useMovementWords } from './useMovementWords.ts'

export interface AttendanceTableProps {
  readonly rows: readonly AttendanceRow[]
  readonly mayChange: boolean
  /** Looks at one delegation's names, arrivals and departures. */
  readonly onOpen: (row: AttendanceRow) => void
}

const states = ['all', 'present', 'apologies', 'absent', 'none'] as const

/** The list by delegation, with a field to find one and a choice of state. One menu serves all its rows. */
export function AttendanceTable({ rows, mayChange, onOpen }: AttendanceTableProps) {
  const { t } = useWords('attendance')
  const isNamed = useSession((session) => session.head.attribution === 'named') === true
  const wordsOf = useMovementWords()
  const run = useRun()
  const [words, setWords] = useState('')
  const [state, setState] = useState<RowState | 'all'>('all')
  const [menuOf, setMenuOf] = useState<string | null>(null)
  const [forgetting, setForgetting] = useState<AttendanceRow | null>(null)
  const anchor = useRef<Element>(null)
  // The letters stand in the field at once; a long list follows when there is time.
  const wanted = useDeferredValue(words)
  const found = useMemo(() => findRows(rows, wanted, state), [rows, wanted, state])
  const openMenu = useCallback((row: AttendanceRow, button: Element) => {
    anchor.current = button
    setMenuOf(row.key)
  }, [])
  const choose = useCallback(
    (row: AttendanceRow, chosen: AttendanceState) => void run({ kind: 'attendance.set', party: row.party, state: chosen }),
    [run],
  )
  const menuRow = rows.find((row) => row.key === menuOf)
  const showAll = () => {
    setWords('')
    setState('all')
  }
  return (
    <div>
      <div className={styles.filter}>
        <TextField label={t('filter')} value={words} onChange={setWords} />
        <Select
          label={t('show')}
          value={state}
          onChange={setState}
          choices={states.map((id) => ({ id, label: t(`show.${id}`) }))}
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
              <RowView
                key={row.key}
                row={row}
                mayChange={mayChange}
                isNamed={isNamed}
                wordsOf={wordsOf}
                onState={choose}
                onMenu={openMenu}
              />
            ))}
          </tbody>
        </table>
      )}
      {menuRow === undefined ? null : (
        <RowMenu
          row={menuRow}
          anchor={anchor}
          onDetails={() => onOpen(menuRow)}
          onForget={() => setForgetting(menuRow)}
          onClose={() => setMenuOf(null)}
        />
      )}
      {forgetting === null ? null : <ForgetDialog row={forgetting} onClose={() => setForgetting(null)} />}
    </div>
  )
}

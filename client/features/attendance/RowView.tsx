import { memo } from 'react'
import type { AttendanceState, Movement } from '../../../shared/record/index.ts'
import { ChoiceButtons, Icon, Plate } from '../../ui/index.ts'
import { useRegions, useWords } from '../../words/index.ts'
import styles from './AttendanceTable.module.css'
import { type AttendanceRow, isSameRow, stateOf } from './attendanceRows.ts'
import { delegateLines } from './delegateLines.ts'

export interface RowViewProps {
  readonly row: AttendanceRow
  readonly mayChange: boolean
  /** The attribution rule lets names be kept. */
  readonly isNamed: boolean
  readonly wordsOf: (movement: Movement) => string
  readonly onState: (row: AttendanceRow, state: AttendanceState) => void
  readonly onMenu: (row: AttendanceRow, anchor: Element) => void
}

const states = ['present', 'apologies', 'absent'] as const

/** One delegation: who it is, whether it is here, and when it came and went. Drawn anew only when something of it changed. */
export const RowView = memo(DrawnRow, (before, after) => {
  const { row, ...rest } = before
  const keys = Object.keys(rest) as (keyof typeof rest)[] // the props but one, as they are
  return isSameRow(row, after.row) && keys.every((key) => before[key] === after[key])
})

function DrawnRow({ row, mayChange, isNamed, wordsOf, onState, onMenu }: RowViewProps) {
  const { t } = useWords('attendance')
  const { t: common } = useWords()
  const regions = useRegions()
  const facts = [
    row.partyStatus === null ? common(`type.${row.type}`) : common(`partyStatus.${row.partyStatus}`),
    ...(row.membership === null ? [] : [common(`membership.${row.membership}`)]),
    ...(row.region === null ? [] : [regions.show(row.region)]),
  ]
  const names = isNamed ? delegateLines(row.entry?.delegates ?? []) : []
  const state = stateOf(row)
  return (
    <tr>
      <th scope="row" className={styles.party}>
        <span className={styles.who}>
          <span className={styles.plate}>{row.code === null ? null : <Plate code={row.code} />}</span>
          <span>
            <bdi>{row.name}</bdi>
            <span className={styles.facts}>{facts.join(' · ')}</span>
            {names.length > 0 ? (
              <span className={styles.facts}>
                <bdi>{names.join('; ')}</bdi>
              </span>
            ) : null}
          </span>
        </span>
      </th>
      <td className={styles.choice}>
        {mayChange ? (
          <ChoiceButtons
            label={t('stateOf', { name: row.name })}
            choices={states.map((id) => ({ id, label: t(`state.${id}`) }))}
            value={state === 'none' ? null : state}
            onChange={(chosen) => onState(row, chosen)}
          />
        ) : (
          t(state === 'absent' ? 'state.absentLong' : `state.${state}`)
        )}
      </td>
      <td className={styles.moves}>
        {(row.entry?.movements ?? []).map((movement) => (
          <span key={movement.at} className="num">
            {wordsOf(movement)}
          </span>
        ))}
      </td>
      <td className={styles.more}>
        {mayChange ? (
          <button
            type="button"
            aria-haspopup="menu"
            aria-label={t('rowMenu', { name: row.name })}
            className={styles.menu}
            onClick={(event) => onMenu(row, event.currentTarget)}
            onKeyDown={(event) => {
              // A click that the browser makes of a key counts as a screen reader's, and the menu would then leave focus on itself.
              if (!['Enter', ' ', 'ArrowDown'].includes(event.key)) return
              event.preventDefault()
              onMenu(row, event.currentTarget)
            }}
          >
            <Icon name="more" />
          </button>
        ) : null}
      </td>
    </tr>
  )
}

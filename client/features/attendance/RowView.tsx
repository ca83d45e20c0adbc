import { useRun, useSession } from '../../store/index.ts'
import { ChoiceButtons, Plate } from '../../ui/index.ts'
import { useRegions, useWords } from '../../words/index.ts'
import styles from './AttendanceTable.module.css'
import { type AttendanceRow, stateOf } from './attendanceRows.ts'
import { delegateLines } from './delegateLines.ts'
import { RowMenu } from './RowMenu.tsx'
import { useMovementWords } from './useMovementWords.ts'

export interface RowViewProps {
  readonly row: AttendanceRow
  readonly mayChange: boolean
  readonly onOpen: (row: AttendanceRow) => void
}

const states = ['present', 'apologies', 'absent'] as const

/** One delegation: who it is, whether it is here, and when it came and went. */
export function RowView({ row, mayChange, onOpen }: RowViewProps) {
  const { t } = useWords('attendance')
  const { t: common } = useWords()
  const regions = useRegions()
  const wordsOf = useMovementWords()
  const isNamed = useSession((session) => session.head.attribution === 'named') === true
  const run = useRun()
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
            onChange={(chosen) => void run({ kind: 'attendance.set', party: row.party, state: chosen })}
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
      <td className={styles.more}>{mayChange ? <RowMenu row={row} onOpen={() => onOpen(row)} /> : null}</td>
    </tr>
  )
}

import type { PaperLine } from '../../../shared/record/index.ts'
import { cx } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './RecordPaper.module.css'

export interface StatedTableProps {
  readonly lines: readonly PaperLine[]
}

/** Attendance as it was stated: names where there are names, counts where only a count was given. */
export function StatedTable({ lines }: StatedTableProps) {
  const { t } = useWords('record')
  const common = useWords()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('attendanceCapacity')}</th>
          <th scope="col">{t('attendanceWho')}</th>
          <th scope="col" className={styles.end}>
            {t('attendanceCount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: attendance lines are stated in an order and have no other name
          <tr key={place}>
            <td>{common.t(line.party ? `type.${line.delegationType}` : `types.${line.delegationType}`)}</td>
            <td dir="auto">
              {line.party?.name}
              {line.note ? <span className={styles.sub}>{line.note}</span> : null}
            </td>
            <td className={cx(styles.end, 'num')} dir="auto">
              {line.statedCount}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import type { ReportLength } from '../../../shared/report/index.ts'
import { wordsPerMinute } from '../../../shared/report/index.ts'
import { cx, Icon } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './ReportFacts.module.css'

export interface ReadingTimeProps {
  readonly length: ReportLength
}

/** Above this a chair begins to look at the clock: the founding statement took about five minutes. */
const longSeconds = 6 * 60

/** How long the report takes when it is read aloud, and whether that is long for a formal meeting. */
export function ReadingTime({ length: { words, readingSeconds } }: ReadingTimeProps) {
  const { t } = useWords('report')
  const minutes = Math.floor(readingSeconds / 60)
  const time = minutes === 0 ? t('seconds', { seconds: readingSeconds }) : t('minutes', { minutes, seconds: readingSeconds % 60 })
  const isLong = readingSeconds > longSeconds
  return (
    <section>
      <h2>{t('readAloud')}</h2>
      <p className={cx(styles.time, 'num')}>{time}</p>
      <p className="micro">{t('pace', { count: words, pace: wordsPerMinute })}</p>
      {isLong ? (
        <p className={styles.long} role="status">
          <Icon name="warning" /> {t('long')}
        </p>
      ) : (
        <p className="micro">{t('usual')}</p>
      )}
    </section>
  )
}

import type { HandoverAnswer } from '../../../shared/protocol/index.ts'
import { TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Handover.module.css'
import { momentWords } from './momentWords.ts'

export interface CirculatedLinesProps {
  readonly circulated: HandoverAnswer['circulated']
}

/** Records that are out, each with its deadline and how it becomes firm. */
export function CirculatedLines({ circulated }: CirculatedLinesProps) {
  const { t, locale } = useWords('onward')
  if (circulated.length === 0) return <p className="muted small">{t('circulatedNone')}</p>
  return (
    <ul className={styles.lines}>
      {circulated.map((one) => (
        <li key={one.meetingId}>
          <TextLink href={`/m/${one.meetingId}/record`}>
            <span dir="auto">{one.title}</span>
          </TextLink>
          <span className="micro num">
            {t('until', { moment: momentWords(one.deadline, one.timeZone, locale), zone: one.timeZone })} ·{' '}
            {t(`mode.${one.mode}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}

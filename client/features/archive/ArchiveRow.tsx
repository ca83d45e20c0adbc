import type { ArchiveLineAnswer } from '../../../shared/protocol/index.ts'
import { State, TextLink } from '../../ui/index.ts'
import { formatPlainDate, useWords } from '../../words/index.ts'
import styles from './Records.module.css'

export interface ArchiveRowProps {
  readonly line: ArchiveLineAnswer
  readonly showsGroup: boolean
}

/** One record: its day and place, how firm it is, and what it holds. */
export function ArchiveRow({ line, showsGroup }: ArchiveRowProps) {
  const { t, locale } = useWords('archive')
  const common = useWords()
  const isFirm = line.phase === 'adopted'
  const isOver = !['planned', 'inSession', 'suspended'].includes(line.phase)
  const day = [formatPlainDate(line.startsAt, locale), line.place].filter(Boolean).join(', ')
  const counts = [
    t('outcomes', { count: line.outcomes }),
    line.openActions > 0
      ? `${t('actions', { count: line.actions })} (${t('openActions', { count: line.openActions })})`
      : t('actions', { count: line.actions }),
    ...(line.delegations > 0 ? [t('delegations', { count: line.delegations })] : []),
  ]
  const about = [...(showsGroup ? [line.groupName] : []), ...(day === '' ? [] : [line.title])]
  return (
    <li>
      <TextLink href={`/m/${line.meetingId}${isOver ? '/record' : ''}`} isQuiet className={styles.line}>
        <span className="spread">
          <b dir="auto">{day || line.title}</b>
          <State tone={isFirm ? 'ok' : line.phase === 'inSession' ? 'live' : 'plain'} icon={isFirm ? 'check' : undefined}>
            {common.t(`phase.${line.phase}`)}
          </State>
        </span>
        <span className={styles.about}>
          <span dir="auto">{[...about, counts.join(', ')].join('. ')}</span>
          {line.symbol === null ? null : <bdi className="num">{line.symbol}</bdi>}
        </span>
      </TextLink>
    </li>
  )
}

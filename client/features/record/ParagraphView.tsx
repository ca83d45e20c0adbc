import type { DelegationAnswer } from '../../../shared/protocol/index.ts'
import type { MeetingRecord } from '../../../shared/record/index.ts'
import { cx } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { TextView } from '../text/index.ts'
import type { Paragraph } from './outline.ts'
import styles from './RecordPaper.module.css'
import { usePartyName } from './usePartyName.ts'
import { useStandingWords } from './useStandingWords.ts'

export interface ParagraphViewProps {
  readonly paragraph: Paragraph
  readonly record: MeetingRecord
  readonly delegations: readonly DelegationAnswer[]
}

/** One numbered paragraph, which can be pointed at by its address. */
export function ParagraphView({ paragraph, record, delegations }: ParagraphViewProps) {
  const { t } = useWords('record')
  const { number } = paragraph
  return (
    <div
      className={cx(styles.paragraph, paragraph.kind === 'qualifier' && styles.qualifier)}
      id={`p${number}`}
      lang={record.head.language}
    >
      <a className={cx(styles.number, 'num')} href={`#p${number}`} aria-label={t('paragraph', { number })}>
        {number}.
      </a>
      <div dir="auto">
        <Words paragraph={paragraph} record={record} delegations={delegations} />
      </div>
    </div>
  )
}

function Words({ paragraph, record, delegations }: ParagraphViewProps) {
  const { t } = useWords('record')
  const nameOf = usePartyName(delegations)
  const standingOf = useStandingWords(record)
  switch (paragraph.kind) {
    case 'note':
      return <TextView text={[paragraph.block]} kind="notes" />
    case 'outcome': {
      const { outcome } = paragraph
      const verb = outcome.kind === '' ? null : <i className={styles.verb}>{outcome.kind}</i>
      // Without a verb, a view is introduced as what it is: never as an outcome of the group.
      const isView = outcome.standing === 'coordinatorView' && verb === null
      return (
        <>
          {isView ? <i className={styles.verb}>{t('viewOf')}</i> : null}
          {!isView && outcome.actor ? <bdi>{nameOf(outcome.actor)} </bdi> : null}
          {verb} <TextView text={outcome.text} kind="line" />{' '}
          <span className={cx(styles.facts, 'num')}>
            {t('outcome', { number: outcome.number ?? '' })}, {standingOf(outcome)}
            {verb === null && outcome.standing !== 'coordinatorView' ? `, ${t('verbMissing')}` : ''}
          </span>
        </>
      )
    }
    case 'qualifier':
      return (
        <>
          {paragraph.qualifier.kind === '' ? null : <i className={styles.verb}>{paragraph.qualifier.kind}</i>}{' '}
          <TextView text={paragraph.qualifier.text} kind="line" />{' '}
          <span className={cx(styles.facts, 'num')}>
            {t('qualifier')}, {t('outcome', { number: paragraph.outcome.number ?? '' })}
          </span>
        </>
      )
    case 'target': {
      const { target } = paragraph
      const figure = target.atLeast ? t('targetAtLeast', { figure: target.figure }) : String(target.figure)
      return (
        <>
          <bdi>{figure}</bdi> <TextView text={target.what} kind="line" />{' '}
          {target.event ? t('targetBy', { event: target.event }) : null}{' '}
          <span className={styles.facts}>
            {target.whose ? t('targetWhose', { whose: target.whose }) : t('targetWhoseUnknown')}
          </span>
        </>
      )
    }
  }
}

import type { ReactNode } from 'react'
import type { MeetingRecord } from '../../../shared/record/index.ts'
import { cx } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { TextView } from '../text/index.ts'
import { anchorOf, type Paragraph } from './outline.ts'
import { PartAnchor } from './PartAnchor.tsx'
import { PartNumber } from './PartNumber.tsx'
import styles from './RecordPaper.module.css'
import { ReviewWords } from './ReviewWords.tsx'
import { useStandingWords } from './useStandingWords.ts'

export interface ParagraphViewProps {
  readonly paragraph: Paragraph
  readonly language: string
  readonly record: MeetingRecord
  /** Of an outcome that a qualification belongs to: "4.1". */
  readonly labelOf: (outcome: string) => string
  /** What stands under the words: comments. */
  readonly under?: ReactNode
}

/** One numbered paragraph, which can be pointed at by its address. */
export function ParagraphView({ paragraph, language, record, labelOf, under }: ParagraphViewProps) {
  const number = paragraph.number ?? ''
  const className = cx(styles.paragraph, paragraph.kind === 'qualifier' && styles.qualifier)
  return (
    <div className={className} id={anchorOf(number)} lang={language}>
      <PartAnchor part={paragraph} />
      <PartNumber part={paragraph} className={styles.number}>
        {`${number}.`}
      </PartNumber>
      <div dir="auto">
        <Words paragraph={paragraph} record={record} labelOf={labelOf} />
      </div>
      {under}
    </div>
  )
}

function Words({ paragraph, record, labelOf }: Omit<ParagraphViewProps, 'language' | 'under'>) {
  const { t } = useWords('record')
  const standingOf = useStandingWords(record)
  switch (paragraph.kind) {
    case 'note':
      return <TextView text={[paragraph.block]} kind="notes" />
    case 'review':
      return <ReviewWords review={paragraph} />
    case 'outcome': {
      const { verb: word, actor, standing, label } = paragraph
      const verb = word === '' ? null : <i className={styles.verb}>{word}</i>
      // Without a verb, a view is introduced as what it is: never as an outcome of the group.
      const isView = standing === 'coordinatorView' && verb === null
      return (
        <>
          {isView ? <i className={styles.verb}>{t('viewOf')}</i> : null}
          {!isView && actor !== null ? <bdi>{actor.name} </bdi> : null}
          {verb} <TextView text={paragraph.text} kind="line" />{' '}
          <span className={cx(styles.facts, 'num')}>
            {t('outcome', { number: label ?? '' })}, {standingOf(paragraph)}
            {verb === null && standing !== 'coordinatorView' ? `, ${t('verbMissing')}` : ''}
          </span>
        </>
      )
    }
    case 'qualifier':
      return (
        <>
          {paragraph.word === '' ? null : <i className={styles.verb}>{paragraph.word}</i>}{' '}
          <TextView text={paragraph.text} kind="line" />{' '}
          <span className={cx(styles.facts, 'num')}>
            {t('qualifier')}, {t('outcome', { number: labelOf(paragraph.outcome) })}
          </span>
        </>
      )
    case 'target': {
      const figure = paragraph.atLeast ? t('targetAtLeast', { figure: paragraph.figure }) : String(paragraph.figure)
      return (
        <>
          <bdi>{figure}</bdi> <TextView text={paragraph.what} kind="line" />{' '}
          {paragraph.event ? t('targetBy', { event: paragraph.event }) : null}{' '}
          <span className={styles.facts}>
            {paragraph.whose ? t('targetWhose', { whose: paragraph.whose }) : t('targetWhoseUnknown')}
          </span>
        </>
      )
    }
  }
}

import type { ReactNode } from 'react'
import { useState } from 'react'
import type { SentenceId } from '../../../shared/base/index.ts'
import type { WordChange } from '../../../shared/record/index.ts'
import type { ReportView, SentenceView } from '../../../shared/report/index.ts'
import { Button, cx, useDrag } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { PartDialog } from './PartDialog.tsx'
import { RemovedSentences } from './RemovedSentences.tsx'
import styles from './ReportPaper.module.css'
import { Sentence } from './Sentence.tsx'
import type { SentenceActions } from './useSentenceActions.ts'
import { wordsOfPart } from './wordsOfPart.ts'

export interface ReportPaperProps {
  readonly report: ReportView
  readonly mayWrite: boolean
  readonly actions: SentenceActions
  /** Where somebody writes just now. */
  readonly writersOf: (path: string) => ReactNode
  /** Old and new words in one text. */
  readonly diffOf: (words: readonly WordChange[]) => ReactNode
  /** Who took part. */
  readonly annex: ReactNode
}

/** The report as it will be read out: its parts with their names in the margin, each sentence with where it comes from. */
export function ReportPaper({ report, mayWrite, actions, writersOf, diffOf, annex }: ReportPaperProps) {
  const { t } = useWords('report')
  const [moving, setMoving] = useState<SentenceView | null>(null)
  const drag = useDrag((id, landing) => {
    // Rows bear the ids of sentences.
    actions.drop(id as SentenceId, landing.id as SentenceId, landing.side)
  })
  const { language } = report
  return (
    <article className={styles.paper} aria-label={report.title}>
      {report.parts.map(({ part, sentences }) => {
        if (sentences.length === 0 && (!mayWrite || part !== 'actionInvited')) {
          return mayWrite ? <EmptyPart key={part} name={t(wordsOfPart(part))} onAdd={() => actions.add(part, 'last')} /> : null
        }
        return (
          <section
            key={part}
            className={cx(styles.part, sentences.length === 0 && styles.offered)}
            aria-labelledby={`part-${part}`}
          >
            <h2 id={`part-${part}`} className={styles.name}>
              {t(wordsOfPart(part))}
            </h2>
            {sentences.length === 0 ? <p className={styles.offer}>{t('inviteText')}</p> : null}
            <ol className={styles.sentences} data-part={part}>
              {sentences.map((sentence, index) => (
                <Sentence
                  key={sentence.id}
                  sentence={sentence}
                  place={index + 1}
                  isFirst={index === 0}
                  isLast={index === sentences.length - 1}
                  language={language}
                  meeting={report.meetings.find(({ meetingId }) => meetingId === sentence.source?.meetingId) ?? null}
                  isOnlyMeeting={report.meetings.length === 1}
                  mayWrite={mayWrite}
                  actions={actions}
                  onSetPart={() => setMoving(sentence)}
                  grip={drag.grip}
                  isDragged={drag.dragged === sentence.id}
                  landing={drag.landing?.id === sentence.id ? drag.landing.side : null}
                  writersOf={writersOf}
                  diffOf={diffOf}
                />
              ))}
            </ol>
            {mayWrite ? (
              <Button variant="ghost" className={styles.add} onPress={() => actions.add(part, 'last')}>
                {part === 'actionInvited' ? t('addInvite') : t('addTo', { part: t(wordsOfPart(part)) })}
              </Button>
            ) : null}
          </section>
        )
      })}
      {annex}
      {mayWrite && report.removed.length > 0 ? <RemovedSentences sentences={report.removed} actions={actions} /> : null}
      {moving === null ? null : <PartDialog sentence={moving} actions={actions} onClose={() => setMoving(null)} />}
    </article>
  )
}

interface EmptyPartProps {
  readonly name: string
  readonly onAdd: () => void
}

/** A part of which the records say nothing: nothing is supplied, and the office may write it. */
function EmptyPart({ name, onAdd }: EmptyPartProps) {
  const { t } = useWords('report')
  return (
    <section className={cx(styles.part, styles.offered)}>
      <h2 className={styles.name}>{name}</h2>
      <p className={styles.offer}>{t('nothingKnown')}</p>
      <Button variant="ghost" className={styles.add} onPress={onAdd}>
        {t('addTo', { part: name })}
      </Button>
    </section>
  )
}

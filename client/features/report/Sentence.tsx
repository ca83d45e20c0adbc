import { memo, type ReactNode } from 'react'
import type { RichText, WordChange } from '../../../shared/record/index.ts'
import { type ReportedMeeting, type SentenceView, sentencePathOf } from '../../../shared/report/index.ts'
import { cx, type Drag, Icon, MenuButton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { useDesk, WritableText } from '../text/index.ts'
import styles from './ReportPaper.module.css'
import { SentenceMark } from './SentenceMark.tsx'
import { SentenceSource } from './SentenceSource.tsx'
import { sentenceAnchor } from './sentenceAnchor.ts'
import type { SentenceActions } from './useSentenceActions.ts'
import { wordsOfPart } from './wordsOfPart.ts'

export interface SentenceProps {
  readonly sentence: SentenceView
  /** 1 … n in its part. */
  readonly place: number
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly language: string
  /** The meeting it was taken from. */
  readonly meeting: ReportedMeeting | null
  readonly isOnlyMeeting: boolean
  readonly mayWrite: boolean
  readonly actions: SentenceActions
  readonly onSetPart: () => void
  readonly grip: Drag['grip']
  readonly isDragged: boolean
  readonly landing: 'before' | 'after' | null
  readonly writersOf: (path: string) => ReactNode
  readonly diffOf: (words: readonly WordChange[]) => ReactNode
}

/** One sentence of the report: its number and grip before it, where it comes from beside it, and under it what changed there. */
export const Sentence = memo(function Sentence(props: SentenceProps) {
  const {
    sentence,
    place,
    isFirst,
    isLast,
    language,
    meeting,
    isOnlyMeeting,
    mayWrite,
    actions,
    grip,
    isDragged,
    landing,
    writersOf,
  } = props
  const { t } = useWords('report')
  const desk = useDesk()
  const path = sentencePathOf(sentence.id)
  const part = t(wordsOfPart(sentence.part))
  const name = sentence.number === null ? t('sentenceOf', { place, part }) : t('outcomeOf', { number: sentence.number })
  const act = (what: 'up' | 'down' | 'part' | 'after' | 'own' | 'remove') => {
    if (what === 'up') actions.shift(sentence.id, -1)
    if (what === 'down') actions.shift(sentence.id, 1)
    if (what === 'part') props.onSetPart()
    if (what === 'after') actions.add(sentence.part, sentence.id)
    if (what === 'own') actions.makeOwn(sentence.id)
    if (what === 'remove') actions.remove(sentence.id)
  }
  const entries = [
    { id: 'up' as const, label: t('moveUp'), icon: 'up' as const, isDisabled: isFirst },
    { id: 'down' as const, label: t('moveDown'), icon: 'down' as const, isDisabled: isLast },
    { id: 'part' as const, label: t('setPart'), icon: 'list' as const },
    { id: 'after' as const, label: t('addAfter'), icon: 'plus' as const },
    ...(sentence.source === null ? [] : [{ id: 'own' as const, label: t('makeOwn'), icon: 'link' as const }]),
    { id: 'remove' as const, label: t('remove'), icon: 'trash' as const, isDanger: true },
  ]
  return (
    <li
      id={sentenceAnchor(sentence.id)}
      className={cx(
        styles.sentence,
        sentence.part === 'heading' && styles.heading,
        isDragged && styles.dragged,
        landing === 'before' && styles.landBefore,
        landing === 'after' && styles.landAfter,
      )}
      data-row={sentence.id}
      data-sentence={sentence.id}
      tabIndex={-1}
    >
      {mayWrite ? (
        <span className={styles.grip} {...grip(sentence.id)} aria-hidden="true">
          <Icon name="grip" />
        </span>
      ) : null}
      {sentence.number === null ? null : <span className={cx(styles.number, 'num')}>{sentence.number}.</span>}
      <div className={styles.text} lang={language} dir="auto">
        <WritableText
          path={path}
          kind="line"
          text={richText(sentence.text)}
          itemId=""
          label={name}
          canWrite={mayWrite}
          hint={t('hint')}
          onEnter={() => desk.leave(path)}
        />
        <SentenceMark sentence={sentence} mayWrite={mayWrite} actions={actions} diffOf={props.diffOf} />
        {writersOf(path)}
      </div>
      <div className={styles.aside}>
        <SentenceSource sentence={sentence} meeting={meeting} isOnly={isOnlyMeeting} />
        {mayWrite ? (
          <MenuButton variant="ghost" label={t('menuOf', { name })} entries={entries} onAction={act} className={styles.more}>
            <Icon name="more" />
          </MenuButton>
        ) : null}
      </div>
    </li>
  )
})

function richText(text: string): RichText {
  return [{ kind: 'paragraph', runs: text === '' ? [] : [{ text }] }]
}

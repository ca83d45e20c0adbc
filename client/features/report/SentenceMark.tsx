import { type ReactNode, useMemo } from 'react'
import { compareWords, type WordChange } from '../../../shared/record/index.ts'
import type { SentenceView } from '../../../shared/report/index.ts'
import { Button, Icon, TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './SentenceMark.module.css'
import type { SentenceActions } from './useSentenceActions.ts'

export interface SentenceMarkProps {
  readonly sentence: SentenceView
  readonly mayWrite: boolean
  readonly actions: SentenceActions
  readonly diffOf: (words: readonly WordChange[]) => ReactNode
}

/** The source of a sentence says something else now, or is gone: in words, with the difference and the way to follow it. */
export function SentenceMark({ sentence, mayWrite, actions, diffOf }: SentenceMarkProps) {
  const { t } = useWords('report')
  const { id, text, sourceState, present } = sentence
  const words = useMemo(() => (present === null ? [] : compareWords(text, present.words)), [text, present])
  if (sourceState === 'own' || sourceState === 'same') return null
  if (sourceState === 'removed' || present === null) {
    return (
      <div className={styles.mark} role="note">
        <p className={styles.title}>
          <Icon name="warning" /> {t('sourceRemoved')}
        </p>
        {mayWrite ? (
          <div className="row wrap">
            <Button onPress={() => actions.remove(id)}>{t('remove')}</Button>
            <Button onPress={() => actions.makeOwn(id)}>{t('keepAsOwn')}</Button>
          </div>
        ) : null}
      </div>
    )
  }
  const isSame = text === present.words
  return (
    <div className={styles.mark} role="note">
      <p className={styles.title}>
        <Icon name="warning" /> {present.reportable ? t(isSame ? 'sourceSameWords' : 'sourceChanged') : t('notReportable')}
      </p>
      {present.reportable && !isSame ? <p className={styles.words}>{diffOf(words)}</p> : null}
      <div className="row wrap">
        {!mayWrite ? null : present.reportable ? (
          <Button onPress={() => actions.refresh(id)}>{t(isSame ? 'markSeen' : 'takeIn')}</Button>
        ) : (
          <>
            <Button onPress={() => actions.remove(id)}>{t('remove')}</Button>
            <Button onPress={() => actions.makeOwn(id)}>{t('keepAsOwn')}</Button>
          </>
        )}
        {present.address === null ? null : <TextLink href={present.address}>{t('seeSource')}</TextLink>}
      </div>
    </div>
  )
}

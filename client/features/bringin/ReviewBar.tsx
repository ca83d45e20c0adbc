import type { BringInAnswer, BringInFind } from '../../../shared/protocol/index.ts'
import { Button, IconButton, PageTitle } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import type { Decisions } from './decisions.ts'
import { FileField } from './FileField.tsx'
import { formatName } from './formatName.ts'
import { ReadingProblem } from './ReadingProblem.tsx'
import styles from './Review.module.css'

export interface ReviewBarProps {
  readonly preview: BringInAnswer
  readonly finds: readonly BringInFind[]
  readonly decisions: Decisions
  readonly isReading: boolean
  readonly readError: Error | null
  readonly onPair: (file: File) => void
  readonly onOther: () => void
  readonly onMarked: () => void
  readonly onHelp: () => void
}

/** What was read, how much was found, and the choices for all of it. */
export function ReviewBar({
  preview,
  finds,
  decisions,
  isReading,
  readError,
  onPair,
  onOther,
  onMarked,
  onHelp,
}: ReviewBarProps) {
  const { t } = useWords('bringin')
  const { sources, problems } = preview
  const marked = finds.filter((find) => find.certainty === 'marked').length
  const hasOpen = finds.some((find) => find.certainty === 'marked' && !decisions.has(find.id))
  return (
    <header className={styles.head}>
      <PageTitle
        sub={t('found', {
          marked: t('markedCount', { count: marked }),
          candidates: t('candidateCount', { count: finds.length - marked }),
        })}
      >
        {t('reviewTitle')}
      </PageTitle>
      <ul className={styles.files}>
        {sources.map(({ part, name, format, lines }) => (
          <li key={part}>
            <b>{t(`part.${part}`)}</b> <bdi dir="auto">{name}</bdi>{' '}
            <span className="micro">
              {formatName(format) ?? t('format.text')}, {t('lineCount', { count: lines.length })}
            </span>
          </li>
        ))}
        {problems.map(({ part, problem, words }) => (
          <li key={`${part} ${problem}`} className={styles.note}>
            {t(`problem.${problem}`, { words, count: Number(words) || 0 })}
          </li>
        ))}
      </ul>
      <div className="row wrap">
        <Button variant="primary" onPress={onMarked} isDisabled={!hasOpen}>
          {t('takeMarked')}
        </Button>
        {sources.length < 2 ? <FileField label={t('addAgenda')} isReading={isReading} onChoose={onPair} /> : null}
        <Button onPress={onOther}>{t('otherFile')}</Button>
        <IconButton icon="keyboard" label={t('keys')} onPress={onHelp} />
      </div>
      <div role="status">{isReading ? <p className="micro">{t('reading')}</p> : <ReadingProblem error={readError} />}</div>
    </header>
  )
}

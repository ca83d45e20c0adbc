import type { Turn } from '../../../shared/record/index.ts'
import { formatList, useWords } from '../../words/index.ts'
import styles from './RecordPaper.module.css'
import { type SpokenTurns, speakersOf } from './speakersOf.ts'

export interface SpeakersLineProps {
  readonly turns: readonly Turn[]
  /** They spoke while no item was open. */
  readonly isOutside?: boolean | undefined
}

/** Who spoke, as far as the attribution rule lets it be kept; nothing where nothing was. */
export function SpeakersLine({ turns: spoken, isOutside = false }: SpeakersLineProps) {
  const { t, locale } = useWords('record')
  const common = useWords()
  const speakers = speakersOf(spoken)
  if (speakers.length === 0) return null
  const names = formatList(speakers.map(wordsOf), locale)
  return (
    <p className={styles.note} dir="auto">
      {isOutside ? t('speakersBefore', { names }) : t('speakers', { names })}
    </p>
  )

  function wordsOf({ name, type, intervention, onBehalfOf, asObserver, turns }: SpokenTurns): string {
    const who = name ?? common.t(`types.${type ?? 'other'}`)
    const facts = [
      ...(intervention === 'statement' ? [] : [t(`turn.${intervention}`)]),
      ...(onBehalfOf === null ? [] : [t('turnOnBehalf', { names: onBehalfOf })]),
      ...(asObserver ? [t('turnObserver')] : []),
      ...(turns > 1 || name === null ? [String(turns)] : []),
    ]
    return facts.length === 0 ? who : t('speakerTurn', { name: who, facts: facts.join('; ') })
  }
}

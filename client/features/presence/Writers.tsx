import { useWriters } from '../../store/index.ts'
import { Plate, State } from '../../ui/index.ts'
import { formatList, useWords } from '../../words/index.ts'
import styles from './Writers.module.css'

export interface WritersProps {
  readonly path: string
  /** The sentence for one and for many, with the names. */
  readonly sentence: 'writing' | 'isDrafting'
}

/** Who writes in a text just now, in words, with their plates. */
export function Writers({ path, sentence }: WritersProps) {
  const { t, locale } = useWords('live')
  const writers = useWriters(path, null)
  if (writers.length === 0) return null
  const names = formatList(
    writers.map((writer) => writer.code),
    locale,
  )
  const words = sentence === 'writing' ? t('writing', { count: writers.length, names }) : t('isDrafting', { names })
  return (
    <State>
      <span className={styles.writers}>
        {writers.map((writer) => (
          <span key={writer.connection} aria-hidden="true">
            <Plate code={writer.code} colour={writer.colour} />
          </span>
        ))}
        <span>{words}</span>
      </span>
    </State>
  )
}

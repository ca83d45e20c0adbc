import { useWriters } from '../../store/index.ts'
import { Plate, State } from '../../ui/index.ts'
import { listPieces, useWords } from '../../words/index.ts'
import styles from './Writers.module.css'

export interface WritersProps {
  readonly path: string
  /** The sentence for one and for many, with the names. */
  readonly sentence: 'writing' | 'isDrafting'
}

/** Where the plates go into the sentence; no catalogue holds this sign. */
const gap = '\ufffc'

/** Who writes in a text just now: a sentence with their plates as its names. */
export function Writers({ path, sentence }: WritersProps) {
  const { t, locale } = useWords('live')
  const writers = useWriters(path, null)
  if (writers.length === 0) return null
  const words = sentence === 'writing' ? t('writing', { count: writers.length, names: gap }) : t('isDrafting', { names: gap })
  const [before = '', after = ''] = words.split(gap)
  const codes = writers.map((writer) => writer.code)
  const unseen = [...writers]
  return (
    <State>
      <span className={styles.writers}>
        {before}
        {listPieces(codes, locale).map((piece) => {
          const writer = piece.isPart ? unseen.shift() : undefined
          if (writer === undefined) return piece.text
          return <Plate key={writer.connection} code={writer.code} colour={writer.colour} />
        })}
        {after}
      </span>
    </State>
  )
}

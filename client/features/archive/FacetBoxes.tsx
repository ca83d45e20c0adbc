import { useState } from 'react'
import type { SearchAnswer } from '../../../shared/protocol/index.ts'
import { Button } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Records.module.css'
import type { TickFacet } from './recordsQuery.ts'
import { useFacetWords } from './useFacetWords.ts'

export interface FacetBoxesProps {
  readonly facet: TickFacet
  readonly rows: SearchAnswer['facets'][TickFacet]
  readonly chosen: readonly string[]
  readonly onTick: (value: string, isOn: boolean) => void
}

/** Of a long list the most frequent are enough to begin with. */
const shownAtFirst = 6

/** One facet: a box for each value, with how many passages have it. What is ticked stays, even where nothing is left of it. */
export function FacetBoxes({ facet, rows, chosen, onTick }: FacetBoxesProps) {
  const { t } = useWords('archive')
  const wordsOf = useFacetWords()
  const [showsAll, setShowsAll] = useState(false)
  const missing = chosen.filter((value) => !rows.some((row) => row.value === value))
  const all = [...rows, ...missing.map((value) => ({ value, label: value, count: 0 }))]
  if (all.length === 0) return null
  const shown = showsAll ? all : all.filter((row, place) => place < shownAtFirst || chosen.includes(row.value))
  return (
    <fieldset className={styles.facet}>
      <legend>{t(`facet.${facet}`)}</legend>
      {shown.map(({ value, label, count }) => (
        <label key={value} className={styles.box}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={(event) => onTick(value, event.target.checked)} />
          <span dir="auto">{wordsOf(facet, value, label)}</span>
          <span className="num micro">{count}</span>
        </label>
      ))}
      {shown.length < all.length ? (
        <Button variant="link" onPress={() => setShowsAll(true)}>
          {t('facetMore', { count: all.length - shown.length })}
        </Button>
      ) : null}
    </fieldset>
  )
}

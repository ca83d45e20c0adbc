import { useState } from 'react'
import type { SearchAnswer } from '../../../shared/protocol/index.ts'
import { Button, Chip, ComboBox, cx } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { FacetBoxes } from './FacetBoxes.tsx'
import styles from './Records.module.css'
import { countFilters, type RecordsQuery, type TickFacet, ticked, tickFacets } from './recordsQuery.ts'

export interface FacetsProps {
  readonly facets: SearchAnswer['facets']
  readonly query: RecordsQuery
  readonly onQuery: (query: RecordsQuery) => void
}

/** What the search can be narrowed by, each with how many passages it would leave. */
export function Facets({ facets, query, onQuery }: FacetsProps) {
  const { t } = useWords('archive')
  const [isOpen, setOpen] = useState(false)
  const count = countFilters(query)
  const delegations = facets.delegation.map((row) => ({ id: row.value, label: row.label, hint: String(row.count) }))
  const known =
    query.delegation === null || delegations.some((one) => one.id === query.delegation)
      ? delegations
      : [{ id: query.delegation, label: query.delegation, hint: '0' }, ...delegations]
  return (
    <form className={styles.facets} aria-label={t('filters')} onSubmit={(event) => event.preventDefault()}>
      <span className={styles.facetsOpen}>
        <Chip isOn={isOpen} onChange={setOpen}>
          {count === 0 ? t('filters') : t('filtersCount', { count })}
        </Chip>
      </span>
      <div className={cx(styles.facetList, !isOpen && styles.facetsShut)}>
        {tickFacets.slice(0, 3).map(boxes)}
        {known.length > 0 ? (
          <div className={styles.facet}>
            <ComboBox
              label={t('facet.delegation')}
              placeholder={t('anyDelegation')}
              choices={known}
              value={query.delegation}
              onChange={(delegation) => onQuery({ ...query, delegation })}
            />
          </div>
        ) : null}
        {tickFacets.slice(3).map(boxes)}
        {count > 0 ? (
          <Button
            variant="link"
            onPress={() => onQuery({ ...query, part: [], kind: [], standing: [], year: [], phase: [], delegation: null })}
          >
            {t('clearFilters')}
          </Button>
        ) : null}
      </div>
    </form>
  )

  function boxes(facet: TickFacet) {
    return (
      <FacetBoxes
        key={facet}
        facet={facet}
        rows={facets[facet]}
        chosen={query[facet]}
        onTick={(value, isOn) => onQuery(ticked(query, facet, value, isOn))}
      />
    )
  }
}

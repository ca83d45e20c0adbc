import { Button, EmptyState, Loaded, Select } from '../../ui/index.ts'
import { formatList, useWords } from '../../words/index.ts'
import { Facets } from './Facets.tsx'
import { HitRecord } from './HitRecord.tsx'
import styles from './Records.module.css'
import { countFilters, nothingAsked, type RecordsQuery, tickFacets } from './recordsQuery.ts'
import { useFacetWords } from './useFacetWords.ts'
import { type Found, useFound } from './useFound.ts'

export interface FoundRecordsProps {
  readonly query: RecordsQuery
  readonly groupId: string | null
  readonly onQuery: (query: RecordsQuery) => void
}

/** The answer to a search: facets at the side, passages by record, sorted and paged. */
export function FoundRecords({ query, groupId, onQuery }: FoundRecordsProps) {
  const found = useFound(query, groupId, true)
  const asked = { data: found.first, error: found.error, refetch: found.refetch }
  return (
    <Loaded asked={asked} shape={['short', 'gap', 'title', 'long', 'long', 'gap', 'title', 'long']}>
      {(first) => (
        <div className={styles.find}>
          <Facets facets={first.facets} query={query} onQuery={onQuery} />
          <div aria-busy={found.isOld}>
            <div className={styles.sum}>
              <Sum found={found} query={query} total={first.total} records={first.records} />
              <Sorting query={query} onQuery={onQuery} />
            </div>
            {first.total === 0 ? <Nothing query={query} onQuery={onQuery} /> : null}
            {found.hits.map((hit) => (
              <HitRecord key={hit.meetingId} hit={hit} showsGroup={groupId === null} />
            ))}
            {found.hasMore ? <More found={found} /> : null}
          </div>
        </div>
      )}
    </Loaded>
  )
}

interface SumProps {
  readonly found: Found
  readonly query: RecordsQuery
  readonly total: number
  readonly records: number
}

/** "6 passages in 3 records for 2002, adopted": said to a screen reader when it changes. */
function Sum({ found, query, total, records }: SumProps) {
  const { t, locale } = useWords('archive')
  const wordsOf = useFacetWords()
  const filters = tickFacets.flatMap((facet) => query[facet].map((value) => wordsOf(facet, value, value)))
  const named = query.delegation === null ? filters : [...filters, query.delegation]
  const words = t('found', { passages: t('passages', { count: total }), records: t('records', { count: records }) })
  return (
    <p className="small" role="status">
      <b>{found.isOld ? t('asking') : words}</b>{' '}
      {named.length > 0 ? <span className="muted">{t('foundFor', { filters: formatList(named, locale) })}</span> : null}
    </p>
  )
}

interface SortingProps {
  readonly query: RecordsQuery
  readonly onQuery: (query: RecordsQuery) => void
}

function Sorting({ query, onQuery }: SortingProps) {
  const { t } = useWords('archive')
  return (
    <span className={styles.sorting}>
      <span className="small muted" aria-hidden="true">
        {t('sort')}
      </span>
      <Select
        label={t('sort')}
        isLabelHidden
        className={styles.sort}
        choices={[
          { id: 'best', label: t('sort.best') },
          { id: 'newest', label: t('sort.newest') },
        ]}
        value={query.sort}
        onChange={(sort) => onQuery({ ...query, sort })}
      />
    </span>
  )
}

function Nothing({ query, onQuery }: SortingProps) {
  const { t } = useWords('archive')
  const isFiltered = countFilters(query) > 0
  return (
    <EmptyState title={t('nothing')} text={isFiltered ? t('nothingFiltered') : t('nothingText')}>
      {isFiltered ? (
        <Button onPress={() => onQuery({ ...nothingAsked, q: query.q, sort: query.sort })}>{t('clearFilters')}</Button>
      ) : null}
    </EmptyState>
  )
}

function More({ found }: { readonly found: Found }) {
  const { t } = useWords('archive')
  return (
    <div className={styles.more}>
      <Button onPress={found.more} isPending={found.isFetchingMore}>
        {t('more')}
      </Button>
    </div>
  )
}

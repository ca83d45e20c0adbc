import type { ReactNode } from 'react'
import { PageTitle } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { ArchiveList } from './ArchiveList.tsx'
import { FoundRecords } from './FoundRecords.tsx'
import styles from './Records.module.css'
import { isAsking, type RecordsQuery } from './recordsQuery.ts'
import { SearchField } from './SearchField.tsx'

export interface RecordsProps {
  /** Null: of all the groups one belongs to. */
  readonly groupId: string | null
  readonly query: RecordsQuery
  /** `replace`: the same search, being written; `push`: a further one, which Back leads away from. */
  readonly onQuery: (query: RecordsQuery, how: 'push' | 'replace') => void
  /** The places beside this one. */
  readonly places?: ReactNode
}

/** The archive: a search over every record that is open to the reader, and without a question the records by year. */
export function Records({ groupId, query, onQuery, places }: RecordsProps) {
  const { t } = useWords('archive')
  const push = (next: RecordsQuery) => onQuery(next, 'push')
  return (
    <>
      <div className={styles.head}>
        <PageTitle>{groupId === null ? t('allTitle') : t('title')}</PageTitle>
        {places}
      </div>
      <SearchField
        value={query.q}
        onChange={(q, isDone) => {
          if (q === query.q) return
          onQuery({ ...query, q }, isDone || query.q === '' ? 'push' : 'replace')
        }}
      />
      {isAsking(query) ? <FoundRecords query={query} groupId={groupId} onQuery={push} /> : <ArchiveList groupId={groupId} />}
    </>
  )
}

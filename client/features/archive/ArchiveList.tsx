import { useInfiniteQuery } from '@tanstack/react-query'
import type { ArchiveAnswer } from '../../../shared/protocol/index.ts'
import { archiveApi } from '../../sync/index.ts'
import { Button, EmptyState, Loaded } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { ArchiveRow } from './ArchiveRow.tsx'
import { byYear } from './byYear.ts'
import styles from './Records.module.css'

export interface ArchiveListProps {
  readonly groupId: string | null
}

const perPage = 50

/** Every record by year, and in a year by the formal meeting beside which the group met. */
export function ArchiveList({ groupId }: ArchiveListProps) {
  const { t } = useWords('archive')
  const asked = useInfiniteQuery({
    queryKey: ['archive', groupId],
    queryFn: ({ pageParam, signal }) => archiveApi.archive(groupId, { limit: perPage, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: ArchiveAnswer) => page.next,
  })
  return (
    <Loaded asked={asked} shape={['short', 'long', 'middle', 'gap', 'long', 'middle', 'gap', 'long']}>
      {({ pages }) => {
        const lines = pages.flatMap((page) => page.items)
        const counts = new Map((pages[0]?.years ?? []).map((one) => [one.year, one.count]))
        if (lines.length === 0) return <EmptyState title={t('empty')} text={groupId === null ? t('emptyAll') : t('emptyText')} />
        return (
          <>
            {byYear(lines).map(({ year, meetings }) => (
              <section key={year ?? 'unknown'} className={styles.year} aria-labelledby={`year-${year ?? 'unknown'}`}>
                <h2 id={`year-${year ?? 'unknown'}`}>
                  {year ?? t('yearUnknown')} <span className="num muted">{counts.get(year ?? 'unknown')}</span>
                </h2>
                {meetings.map(({ formalMeeting, lines: records }) => (
                  <div key={formalMeeting ?? ''} className={styles.formal}>
                    <h3 dir="auto">{formalMeeting ?? t('noMargins')}</h3>
                    <ul className={styles.lines}>
                      {records.map((line) => (
                        <ArchiveRow key={line.meetingId} line={line} showsGroup={groupId === null} />
                      ))}
                    </ul>
                  </div>
                ))}
              </section>
            ))}
            {asked.hasNextPage ? (
              <div className={styles.more}>
                <Button onPress={() => void asked.fetchNextPage()} isPending={asked.isFetchingNextPage}>
                  {t('more')}
                </Button>
              </div>
            ) : null}
          </>
        )
      }}
    </Loaded>
  )
}

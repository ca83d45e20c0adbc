import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { GroupAnswer } from '../../../shared/protocol/index.ts'
import { queries, registerFile } from '../../sync/index.ts'
import { Button, EmptyState, Loaded } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { OutcomeFilters } from './OutcomeFilters.tsx'
import { OutcomesTable } from './OutcomesTable.tsx'
import { allOutcomes, type OutcomesQuery } from './outcomesQuery.ts'
import styles from './Register.module.css'
import { RegisterHead } from './RegisterHead.tsx'
import { useOutcomes } from './useOutcomes.ts'

export interface OutcomeRegisterProps {
  readonly group: GroupAnswer
  readonly query: OutcomesQuery
  readonly onQuery: (query: OutcomesQuery, how: 'push' | 'replace') => void
  readonly places: ReactNode
}

/** What a group has settled over all its meetings. */
export function OutcomeRegister({ group, query, onQuery, places }: OutcomeRegisterProps) {
  const { t } = useWords('register')
  const { groupId } = group
  const asking = { ...query }
  const asked = useOutcomes(groupId, asking)
  const meetings = useQuery(queries.meetings(groupId)).data ?? []
  return (
    <>
      <RegisterHead
        groupId={groupId}
        title={t('outcomes.title')}
        sub={t('outcomes.sub')}
        file={registerFile(groupId, 'outcomes.csv', asking)}
        subscribe={null}
        places={places}
      />
      <OutcomeFilters
        query={query}
        onQuery={onQuery}
        kinds={group.outcomeKinds}
        meetings={meetings}
        totals={asked.data?.pages[0]?.totals}
      />
      <Loaded asked={asked} shape={['gap', 'long', 'long', 'gap', 'long', 'long', 'gap', 'long']}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items)
          if (rows.length === 0) return <NoOutcomes query={query} onQuery={onQuery} />
          return (
            <div aria-busy={asked.isPlaceholderData}>
              <OutcomesTable rows={rows} />
              {asked.hasNextPage ? (
                <div className={styles.more}>
                  <Button onPress={() => void asked.fetchNextPage()} isPending={asked.isFetchingNextPage}>
                    {t('more')}
                  </Button>
                </div>
              ) : null}
            </div>
          )
        }}
      </Loaded>
    </>
  )
}

function NoOutcomes({ query, onQuery }: Pick<OutcomeRegisterProps, 'query' | 'onQuery'>) {
  const { t } = useWords('register')
  const isFiltered = JSON.stringify(query) !== JSON.stringify(allOutcomes)
  return (
    <div className={styles.empty}>
      <EmptyState title={t('outcomes.empty')} text={isFiltered ? t('outcomes.emptyFiltered') : t('outcomes.emptyText')}>
        {isFiltered ? <Button onPress={() => onQuery(allOutcomes, 'push')}>{t('clearFilters')}</Button> : null}
      </EmptyState>
    </div>
  )
}

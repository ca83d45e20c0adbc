import { useQuery } from '@tanstack/react-query'
import type { GroupAnswer } from '../../../shared/protocol/index.ts'
import { queries, registerFile } from '../../sync/index.ts'
import { Button, EmptyState, Loaded } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { ActionFilters } from './ActionFilters.tsx'
import { ActionsTable } from './ActionsTable.tsx'
import { type ActionsQuery, actionsAsking, usualActions } from './actionsQuery.ts'
import styles from './Register.module.css'
import { RegisterHead } from './RegisterHead.tsx'
import { useActions } from './useActions.ts'

export interface ActionRegisterProps {
  readonly group: GroupAnswer
  readonly query: ActionsQuery
  readonly onQuery: (query: ActionsQuery) => void
  readonly isGuest: boolean
}

/** Every assignment from every meeting of the group, until it is done. */
export function ActionRegister({ group, query, onQuery, isGuest }: ActionRegisterProps) {
  const { t } = useWords('register')
  const { groupId } = group
  const asking = actionsAsking(query)
  const asked = useActions(groupId, asking)
  const meetings = useQuery(queries.meetings(groupId)).data ?? []
  const delegations = useQuery(queries.delegations(groupId)).data ?? []
  return (
    <>
      <RegisterHead
        groupId={groupId}
        title={t('actions.title')}
        sub={t('actions.sub')}
        file={registerFile(groupId, 'actions.csv', asking)}
        subscribe={{ mayHaveToken: !isGuest }}
      />
      <ActionFilters
        query={query}
        onQuery={onQuery}
        own={group.you.delegationId}
        meetings={meetings}
        delegations={delegations}
        totals={asked.data?.pages[0]?.totals}
      />
      <Loaded asked={asked} shape={['gap', 'short', 'long', 'long', 'gap', 'short', 'long', 'long', 'long']}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items)
          const totals = pages[0]?.totals
          if (rows.length === 0 || totals === undefined) return <NoActions query={query} onQuery={onQuery} />
          return (
            <div aria-busy={asked.isPlaceholderData}>
              <ActionsTable rows={rows} totals={totals} />
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

function NoActions({ query, onQuery }: Pick<ActionRegisterProps, 'query' | 'onQuery'>) {
  const { t } = useWords('register')
  const isUsual = JSON.stringify(query) === JSON.stringify(usualActions)
  return (
    <div className={styles.empty}>
      <EmptyState title={t('actions.empty')} text={isUsual ? t('actions.emptyText') : t('actions.emptyFiltered')}>
        {isUsual ? null : <Button onPress={() => onQuery(usualActions)}>{t('clearFilters')}</Button>}
      </EmptyState>
    </div>
  )
}

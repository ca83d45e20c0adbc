import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BacklogAnswer, GroupAnswer, ProposalAnswer } from '../../../shared/protocol/index.ts'
import { onwardQueries } from '../../sync/index.ts'
import { Button, EmptyState, Icon, Loaded, PageTitle, Section } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Backlog.module.css'
import { ProposalRow } from './ProposalRow.tsx'
import { ProposeDialog } from './ProposeDialog.tsx'
import { Templates } from './Templates.tsx'

export interface BacklogProps {
  readonly group: GroupAnswer
}

/** What delegations want on a later agenda, in the order of the office; for the office also the templates. */
export function Backlog({ group }: BacklogProps) {
  const { t } = useWords('onward')
  const [isProposing, setProposing] = useState(false)
  const asked = useQuery(onwardQueries.backlog(group.groupId))
  return (
    <>
      <div className={styles.top}>
        <PageTitle sub={t('backlogSub')}>{t('backlogTitle')}</PageTitle>
        <Button variant="primary" onPress={() => setProposing(true)}>
          <Icon name="plus" />
          {t('propose')}
        </Button>
      </div>
      <Loaded asked={asked}>
        {(backlog) => (
          <>
            <Waiting group={group} backlog={backlog} />
            {group.rights.includes('templates.manage') ? <Templates group={group} templates={backlog.templates} /> : null}
          </>
        )}
      </Loaded>
      {isProposing ? <ProposeDialog groupId={group.groupId} onClose={() => setProposing(false)} /> : null}
    </>
  )
}

function Waiting({ group, backlog }: BacklogProps & { readonly backlog: BacklogAnswer }) {
  const { t } = useWords('onward')
  const waiting = backlog.proposals.filter((one) => one.settled === null)
  const settled = backlog.proposals.filter((one) => one.settled !== null)
  const row = (proposal: ProposalAnswer, place: number) => (
    <ProposalRow
      key={proposal.proposal}
      group={group}
      proposal={proposal}
      beforeThat={waiting[place - 2]?.proposal ?? null}
      isFirst={place === 0}
      next={waiting[place + 1]?.proposal ?? null}
    />
  )
  return (
    <>
      <Section title={t('waitingTitle')}>
        {waiting.length === 0 ? (
          <EmptyState title={t('backlogEmpty')} text={t('backlogEmptyText')} />
        ) : (
          <ol className={styles.list}>{waiting.map(row)}</ol>
        )}
      </Section>
      {settled.length === 0 ? null : (
        <Section title={t('settledTitle')}>
          <ul className={styles.list}>{settled.map(row)}</ul>
        </Section>
      )}
    </>
  )
}

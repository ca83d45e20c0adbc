import { useState } from 'react'
import type { CommandId } from '../../../shared/base/index.ts'
import type { GroupAnswer, ProposalAnswer } from '../../../shared/protocol/index.ts'
import { FormError, Icon, MenuButton, Plate, TextLink } from '../../ui/index.ts'
import { formatMoment, useWords } from '../../words/index.ts'
import styles from './Backlog.module.css'
import { DeclineDialog } from './DeclineDialog.tsx'
import { TakeDialog } from './TakeDialog.tsx'
import { useLedger } from './useLedger.ts'

export interface ProposalRowProps {
  readonly group: GroupAnswer
  readonly proposal: ProposalAnswer
  readonly beforeThat: string | null
  readonly isFirst: boolean
  readonly next: string | null
}

type Act = 'up' | 'down' | 'plan' | 'take' | 'decline' | 'withdraw'

/** One proposal: what, by whom and why, and what became of it; its menu has what this reader may do. */
export function ProposalRow({ group, proposal, beforeThat, isFirst, next }: ProposalRowProps) {
  const { t, locale } = useWords('onward')
  const ledger = useLedger(group.groupId)
  const [asking, setAsking] = useState<'take' | 'decline' | null>(null)
  const { title, why, by, at, purpose, minutes, settled } = proposal
  const id = proposal.proposal as CommandId // the server's own id, handed back to it
  const isOffice = group.rights.includes('backlog.settle')
  const date = formatMoment(Date.parse(at), locale)
  const facts = [
    purpose === null ? '' : t(`purpose.${purpose}`),
    minutes === null ? '' : t('minutes', { count: minutes }),
  ].filter((fact) => fact !== '')
  const act = (what: Act) => {
    if (what === 'take' || what === 'decline') setAsking(what)
    if (what === 'withdraw') void ledger.send({ kind: 'backlog.withdraw', proposal: id })
    if (what === 'up') void ledger.send({ kind: 'backlog.move', proposal: id, after: beforeThat as CommandId | null }) // as above
    if (what === 'down' && next !== null) void ledger.send({ kind: 'backlog.move', proposal: id, after: next as CommandId }) // as above
  }
  const office = [
    {
      id: 'plan' as const,
      label: t('planWith'),
      icon: 'calendar' as const,
      href: `/g/${group.groupId}/meetings/new?proposal=${id}`,
    },
    { id: 'take' as const, label: t('takeInto'), icon: 'check' as const },
    { id: 'up' as const, label: t('moveUp'), icon: 'up' as const, isDisabled: isFirst },
    { id: 'down' as const, label: t('moveDown'), icon: 'down' as const, isDisabled: next === null },
    { id: 'decline' as const, label: t('decline'), icon: 'close' as const },
  ]
  const entries = [
    ...(isOffice && settled === null ? office : []),
    ...(proposal.mayWithdraw ? [{ id: 'withdraw' as const, label: t('withdraw'), icon: 'undo' as const }] : []),
  ]
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <h3 dir="auto" className={styles.title}>
          {title}
        </h3>
        <p dir="auto" className={styles.why}>
          {why}
        </p>
        <p className={`${styles.facts} micro`}>
          {by.delegation === null ? null : <Plate code={by.delegation.code ?? ''} name={by.delegation.name} />}
          <span dir="auto">{by.name === null ? date : t('proposedBy', { name: by.name, date })}</span>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        {settled === null ? null : <SettledWords settled={settled} />}
        <FormError error={ledger.error} />
      </div>
      {entries.length === 0 ? null : (
        <MenuButton variant="ghost" label={t('proposalMenu', { title })} entries={entries} onAction={act}>
          <Icon name="more" />
        </MenuButton>
      )}
      {asking === 'decline' ? (
        <DeclineDialog groupId={group.groupId} proposal={id} title={title} onClose={() => setAsking(null)} />
      ) : null}
      {asking === 'take' ? (
        <TakeDialog groupId={group.groupId} proposal={id} title={title} onClose={() => setAsking(null)} />
      ) : null}
    </li>
  )
}

function SettledWords({ settled }: { readonly settled: NonNullable<ProposalAnswer['settled']> }) {
  const { t, locale } = useWords('onward')
  const date = formatMoment(Date.parse(settled.at), locale)
  return (
    <p className="small" dir="auto">
      {settled.how === 'declined'
        ? t('settled.declined', { date, why: settled.why ?? '' })
        : t(`settled.${settled.how}`, { date })}{' '}
      {settled.meetingId === null ? null : <TextLink href={`/m/${settled.meetingId}`}>{t('settledMeeting')}</TextLink>}
    </p>
  )
}

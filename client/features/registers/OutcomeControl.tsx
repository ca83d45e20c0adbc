import { useState } from 'react'
import type { OutcomeRowAnswer } from '../../../shared/protocol/index.ts'
import { newCommandId } from '../../sync/index.ts'
import { Icon, MenuButton, State, useToast } from '../../ui/index.ts'
import { useProblem, useWords } from '../../words/index.ts'
import { ImplementDialog } from './ImplementDialog.tsx'
import styles from './Register.module.css'
import { SupersedeDialog } from './SupersedeDialog.tsx'
import { useStateFact } from './useStateFact.ts'

export interface OutcomeControlProps {
  readonly row: OutcomeRowAnswer
}

/** What holds of an outcome now; for the office the words are also the control by which a later fact is stated or taken back. */
export function OutcomeControl({ row }: OutcomeControlProps) {
  const { t } = useWords('register')
  const toast = useToast()
  const describe = useProblem()
  const state = useStateFact(row.groupId)
  const [open, setOpen] = useState<'supersede' | 'implement' | null>(null)
  const { superseded, implemented } = row.later
  const words = (
    <State tone={row.state === 'implemented' ? 'ok' : 'plain'} icon={row.state === 'implemented' ? 'check' : undefined}>
      {t(`state.${row.state}`)}
    </State>
  )
  if (!row.mayAddFact) return words
  const entries = [
    ...(superseded === null
      ? [{ id: 'supersede' as const, label: t('supersede') }]
      : [{ id: 'withdrawSuperseded' as const, label: t('withdrawSuperseded') }]),
    ...(implemented === null
      ? [{ id: 'implement' as const, label: t('implement') }]
      : [{ id: 'withdrawImplemented' as const, label: t('withdrawImplemented') }]),
  ]
  const act = (id: (typeof entries)[number]['id']) => {
    if (id === 'supersede' || id === 'implement') {
      setOpen(id)
      return
    }
    const fact = id === 'withdrawSuperseded' ? superseded?.fact : implemented?.fact
    if (fact === undefined) return
    state.mutate({ kind: 'fact.withdraw', id: newCommandId(), fact }, { onError: (error) => toast(describe(error).sentence) })
  }
  return (
    <>
      <MenuButton
        isBare
        className={styles.control}
        label={`${t(`state.${row.state}`)}: ${t('actOn', { number: row.number ?? '' })}`}
        heading={t('actOn', { number: row.number ?? '' })}
        entries={entries}
        onAction={act}
      >
        {words}
        <Icon name="down" className={styles.opens} />
      </MenuButton>
      {open === 'supersede' ? <SupersedeDialog row={row} onClose={() => setOpen(null)} /> : null}
      {open === 'implement' ? <ImplementDialog row={row} onClose={() => setOpen(null)} /> : null}
    </>
  )
}

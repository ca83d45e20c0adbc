import { useState } from 'react'
import type { ActionRowAnswer } from '../../../shared/protocol/index.ts'
import { Icon, MenuButton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { ProgressDialog } from './ProgressDialog.tsx'
import styles from './Register.module.css'
import { StatusState } from './StatusState.tsx'

export interface StatusControlProps {
  readonly row: ActionRowAnswer
}

type Status = ActionRowAnswer['status']
const statuses: readonly Status[] = ['open', 'inProgress', 'done', 'dropped']

/** How far an action is; for those who may say so the words are also the control, and what is chosen takes a note. */
export function StatusControl({ row }: StatusControlProps) {
  const { t } = useWords('register')
  const [chosen, setChosen] = useState<Status | 'note' | null>(null)
  if (!row.mayProgress) return <StatusState status={row.status} />
  const entries = [
    ...statuses.map((id) => ({ id: id as Status | 'note', label: t(`status.${id}`), isSelected: id === row.status })),
    { id: 'note' as const, label: t('addNote'), isSelected: false },
  ]
  return (
    <>
      <MenuButton
        isBare
        className={styles.control}
        label={t('changeStatus', { status: t(`status.${row.status}`), number: row.number ?? '' })}
        heading={t('statusMenu', { number: row.number ?? '' })}
        entries={entries}
        onAction={setChosen}
      >
        <StatusState status={row.status} />
        <Icon name="down" className={styles.opens} />
      </MenuButton>
      {chosen === null ? null : (
        <ProgressDialog row={row} status={chosen === 'note' ? null : chosen} onClose={() => setChosen(null)} />
      )}
    </>
  )
}

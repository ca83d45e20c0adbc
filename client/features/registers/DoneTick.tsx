import type { ActionRowAnswer } from '../../../shared/protocol/index.ts'
import { newCommandId } from '../../sync/index.ts'
import { useToast } from '../../ui/index.ts'
import { useProblem, useWords } from '../../words/index.ts'
import styles from './Register.module.css'
import { useStateFact } from './useStateFact.ts'

export interface DoneTickProps {
  readonly row: ActionRowAnswer
}

/** The box that says an action is done, for those who may say so; what was ticked by mistake is taken back at once. */
export function DoneTick({ row }: DoneTickProps) {
  const { t } = useWords('register')
  const toast = useToast()
  const describe = useProblem()
  const state = useStateFact(row.groupId)
  const number = row.number ?? ''
  const isDone = row.status === 'done'
  if (!row.mayProgress) return null
  const takeBack = (fact: string) =>
    state
      .mutateAsync({ kind: 'progress.withdraw', id: newCommandId(), fact })
      .catch((error: unknown) => toast(describe(error).sentence))
  const tick = () => {
    if (state.isPending) return
    const fact = newCommandId()
    const status = isDone ? 'open' : 'done'
    // The row moves to another part of the table, and this box with it: the answer is waited for beside it.
    const body = { kind: 'action.progress', id: fact, action: row.action, meeting: row.meetingId, status, note: null } as const
    state.mutateAsync(body).then(
      () =>
        toast(t(isDone ? 'saidOpen' : 'saidDone', { number }), {
          label: t('undo'),
          run: () => void takeBack(fact),
        }),
      (error: unknown) => toast(describe(error).sentence),
    )
  }
  return (
    <input className={styles.tick} type="checkbox" checked={isDone} onChange={tick} aria-label={t('doneLabel', { number })} />
  )
}

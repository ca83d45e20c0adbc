import { useState } from 'react'
import type { ActionRowAnswer } from '../../../shared/protocol/index.ts'
import { newCommandId } from '../../sync/index.ts'
import { Button, Dialog, DialogButtons, FormError, Select, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Register.module.css'
import { useStateFact } from './useStateFact.ts'

export interface ProgressDialogProps {
  readonly row: ActionRowAnswer
  /** Null: only a note, the status stays. */
  readonly status: ActionRowAnswer['status'] | null
  readonly onClose: () => void
}

const choices = ['keep', 'open', 'inProgress', 'done', 'dropped'] as const

/** Notes in the group's register what became of an action. The record in which it was taken on stays as it is. */
export function ProgressDialog({ row, status, onClose }: ProgressDialogProps) {
  const { t } = useWords('register')
  const common = useWords()
  const [chosen, setChosen] = useState<(typeof choices)[number]>(status ?? 'keep')
  const [note, setNote] = useState('')
  // One id for as long as the dialog is open: pressed again after a cut line, it is noted once.
  const [id] = useState(newCommandId)
  const state = useStateFact(row.groupId)
  const isNothing = chosen === 'keep' && note.trim() === ''
  const submit = () => {
    if (isNothing || state.isPending) return
    const said = { status: chosen === 'keep' ? null : chosen, note: note.trim() === '' ? null : note.trim() }
    state.mutate({ kind: 'action.progress', id, action: row.action, meeting: row.meetingId, ...said }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('progressTitle', { number: row.number ?? '' })} isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <p className="small muted" dir="auto">
          {row.task}
        </p>
        <Select
          label={t('statusNow')}
          choices={choices.map((one) => ({
            id: one,
            label: one === 'keep' ? t('statusKeep', { status: t(`status.${row.status}`) }) : t(`status.${one}`),
          }))}
          value={chosen}
          onChange={setChosen}
        />
        <TextField
          label={t('note')}
          isOptional={chosen !== 'keep'}
          help={t('noteHelp')}
          value={note}
          onChange={setNote}
          rows={3}
          maxLength={2000}
        />
        <FormError error={state.error} />
        <DialogButtons>
          <Button type="submit" variant="primary" isPending={state.isPending} isDisabled={isNothing}>
            {t('noteProgress')}
          </Button>
          <Button onPress={onClose}>{common.t('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

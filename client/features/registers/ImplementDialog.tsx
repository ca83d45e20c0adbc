import { useState } from 'react'
import type { OutcomeRowAnswer } from '../../../shared/protocol/index.ts'
import { newCommandId } from '../../sync/index.ts'
import { Button, Dialog, DialogButtons, FormError, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { OutcomeWords } from './OutcomeWords.tsx'
import styles from './Register.module.css'
import { useStateFact } from './useStateFact.ts'

export interface ImplementDialogProps {
  readonly row: OutcomeRowAnswer
  readonly onClose: () => void
}

/** States that what an outcome asked for has been done: a later fact, with a word how. */
export function ImplementDialog({ row, onClose }: ImplementDialogProps) {
  const { t } = useWords('register')
  const common = useWords()
  const [note, setNote] = useState('')
  const [id] = useState(newCommandId)
  const state = useStateFact(row.groupId)
  const submit = () => {
    if (state.isPending) return
    const said = note.trim() === '' ? null : note.trim()
    state.mutate(
      { kind: 'outcome.implement', id, outcome: row.outcome, meeting: row.meetingId, note: said },
      { onSuccess: onClose },
    )
  }
  return (
    <Dialog title={t('implementTitle')} isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <p>
          <OutcomeWords row={row} />
        </p>
        <TextField
          label={t('note')}
          isOptional
          help={t('implementHelp')}
          value={note}
          onChange={setNote}
          rows={3}
          maxLength={2000}
          autoFocus
        />
        <FormError error={state.error} />
        <DialogButtons>
          <Button type="submit" variant="primary" isPending={state.isPending}>
            {t('implementSubmit')}
          </Button>
          <Button onPress={onClose}>{common.t('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

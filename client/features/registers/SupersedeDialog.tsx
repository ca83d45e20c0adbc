import { useState } from 'react'
import type { OutcomeRowAnswer } from '../../../shared/protocol/index.ts'
import { newCommandId } from '../../sync/index.ts'
import { Button, ComboBox, Dialog, DialogButtons, FormError, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { OutcomeWords } from './OutcomeWords.tsx'
import styles from './Register.module.css'
import { useOutcomeName } from './useOutcomeName.ts'
import { useOutcomes } from './useOutcomes.ts'
import { useStateFact } from './useStateFact.ts'

export interface SupersedeDialogProps {
  readonly row: OutcomeRowAnswer
  readonly onClose: () => void
}

/** States that a later outcome stands in the place of this one. Both records stay as they are. */
export function SupersedeDialog({ row, onClose }: SupersedeDialogProps) {
  const { t } = useWords('register')
  const common = useWords()
  const nameOf = useOutcomeName()
  const [by, setBy] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [id] = useState(newCommandId)
  const state = useStateFact(row.groupId)
  const all = useOutcomes(row.groupId, {}).data?.pages.flatMap((page) => page.items) ?? []
  const later = all.filter((one) => one.outcome !== row.outcome && one.mayAddFact)
  const chosen = later.find((one) => one.outcome === by)
  const submit = () => {
    if (state.isPending || chosen === undefined) return
    state.mutate(
      {
        kind: 'outcome.supersede',
        id,
        outcome: row.outcome,
        meeting: row.meetingId,
        by: { outcome: chosen.outcome, meeting: chosen.meetingId },
        note: note.trim() === '' ? null : note.trim(),
      },
      { onSuccess: onClose },
    )
  }
  return (
    <Dialog title={t('supersedeTitle')} isOpen onClose={onClose}>
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
        <ComboBox
          label={t('supersedeField')}
          help={t('supersedeHelp')}
          choices={later.map((one) => ({
            id: one.outcome,
            label: `${one.kind} ${one.text}`.trim().slice(0, 120),
            hint: nameOf(one),
          }))}
          value={by}
          onChange={setBy}
          autoFocus
        />
        <TextField label={t('note')} isOptional value={note} onChange={setNote} rows={2} maxLength={2000} />
        <FormError error={state.error} />
        <DialogButtons>
          <Button type="submit" variant="primary" isPending={state.isPending} isDisabled={chosen === undefined}>
            {t('supersedeSubmit')}
          </Button>
          <Button onPress={onClose}>{common.t('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

import { useState } from 'react'
import type { ActionReview, CarriedAction } from '../../../shared/record/index.ts'
import { useRun } from '../../store/index.ts'
import { Button, DialogButtons, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

export interface ReviewNoteProps {
  readonly carried: CarriedAction
  readonly review: ActionReview | null
  readonly onClose: () => void
}

/** A few words on what was reported; a note that is emptied is taken away. */
export function ReviewNote({ carried, review, onClose }: ReviewNoteProps) {
  const { t } = useWords('onward')
  const common = useWords()
  const run = useRun()
  const before = review?.note ?? ''
  const [note, setNote] = useState(before)
  const [isPending, setPending] = useState(false)
  const save = async () => {
    const words = note.trim()
    if (words === before.trim()) return onClose()
    setPending(true)
    const { action, meeting } = carried
    const said = { status: review?.status ?? null, note: words === '' ? null : words }
    const isDone = await run({ kind: 'action.review', action, meeting, ...said })
    setPending(false)
    if (isDone) onClose()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField label={t('note')} value={note} onChange={setNote} rows={2} maxLength={2_000} autoFocus />
      <DialogButtons>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('saveNote')}
        </Button>
        <Button onPress={onClose}>{common.t('cancel')}</Button>
      </DialogButtons>
    </form>
  )
}

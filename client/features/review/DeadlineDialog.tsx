import { useState } from 'react'
import type { Circulation } from '../../../shared/session/index.ts'
import { useMeeting } from '../../store/index.ts'
import { Button, Dialog, DialogButtons, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { DeadlineFields } from './DeadlineFields.tsx'
import { deadlineOf, draftOf, problemOf } from './deadlineDraft.ts'
import { Problem } from './Problem.tsx'
import styles from './Review.module.css'
import { useSend } from './useSend.ts'

export interface DeadlineDialogProps {
  readonly circulation: Circulation
  readonly onClose: () => void
}

/** A new deadline, sooner or later, with why. */
export function DeadlineDialog({ circulation, onClose }: DeadlineDialogProps) {
  const { t } = useWords('review')
  const { t: common } = useWords()
  const meeting = useMeeting()
  const { send, isPending, problem } = useSend()
  const [draft, setDraft] = useState(() => draftOf(circulation.deadline, circulation.timeZone))
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const wrong = problemOf(draft, meeting.now(), circulation.mode)
  const submit = async () => {
    setTried(true)
    const at = deadlineOf(draft)
    if (wrong !== null || at === null || reason.trim() === '') return
    const deadline = new Date(at).toISOString()
    const { timeZone } = draft
    if (await send({ kind: 'record.setDeadline', deadline, timeZone, reason: reason.trim() })) onClose()
  }
  return (
    <Dialog title={t('deadline.change')} isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <DeadlineFields draft={draft} onChange={setDraft} problem={isTried ? wrong : null} />
        <TextField
          label={t('reason')}
          value={reason}
          onChange={setReason}
          maxLength={500}
          help={t('deadline.reasonHelp')}
          error={isTried && reason.trim() === '' ? t('reasonMissing') : null}
        />
        <Problem text={problem} />
        <DialogButtons>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t('deadline.set')}
          </Button>
          <Button onPress={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

import { useState } from 'react'
import { Button, Dialog, DialogButtons, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { Problem } from './Problem.tsx'
import styles from './Review.module.css'
import { useSend } from './useSend.ts'

export interface RecallDialogProps {
  readonly onClose: () => void
}

/** Takes a circulated record back to draft. */
export function RecallDialog({ onClose }: RecallDialogProps) {
  const { t } = useWords('review')
  const { t: common } = useWords()
  const { send, isPending, problem } = useSend()
  const [reason, setReason] = useState('')
  const submit = async () => {
    const words = reason.trim()
    if (await send({ kind: 'record.recall', ...(words === '' ? {} : { reason: words }) })) onClose()
  }
  return (
    <Dialog title={t('recallAsk')} isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p>{t('recallText')}</p>
        <TextField label={t('reason')} value={reason} onChange={setReason} maxLength={500} isOptional />
        <Problem text={problem} />
        <DialogButtons>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t('recallSend')}
          </Button>
          <Button onPress={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

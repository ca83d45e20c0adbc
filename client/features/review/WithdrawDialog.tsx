import { useState } from 'react'
import { Button, Dialog, DialogButtons, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { Problem } from './Problem.tsx'
import styles from './Review.module.css'
import { useSend } from './useSend.ts'

export interface WithdrawDialogProps {
  readonly onClose: () => void
}

/** Withdraws an adopted record: it stays readable and says so on every page. */
export function WithdrawDialog({ onClose }: WithdrawDialogProps) {
  const { t } = useWords('review')
  const { t: common } = useWords()
  const { send, isPending, problem } = useSend()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const submit = async () => {
    setTried(true)
    if (reason.trim() !== '' && (await send({ kind: 'record.withdraw', reason: reason.trim() }))) onClose()
  }
  return (
    <Dialog title={t('withdrawRecordAsk')} isOpen onClose={onClose} isAlert>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p>{t('withdrawRecordText')}</p>
        <TextField
          label={t('reason')}
          value={reason}
          onChange={setReason}
          maxLength={500}
          error={isTried && reason.trim() === '' ? t('reasonMissing') : null}
        />
        <Problem text={problem} />
        <DialogButtons>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t('withdrawRecordSend')}
          </Button>
          <Button onPress={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

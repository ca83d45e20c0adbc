import { useState } from 'react'
import type { CommandId } from '../../../shared/base/index.ts'
import { Button, Dialog, DialogButtons, FormError, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Backlog.module.css'
import { useLedger } from './useLedger.ts'

export interface DeclineDialogProps {
  readonly groupId: string
  readonly proposal: CommandId
  readonly title: string
  readonly onClose: () => void
}

/** Declines a proposal: never without a word why. */
export function DeclineDialog({ groupId, proposal, title, onClose }: DeclineDialogProps) {
  const { t } = useWords('onward')
  const common = useWords()
  const ledger = useLedger(groupId)
  const [why, setWhy] = useState('')
  const [isTried, setTried] = useState(false)
  const decline = async () => {
    setTried(true)
    if (why.trim() === '') return
    if (await ledger.send({ kind: 'backlog.decline', proposal, why: why.trim() })) onClose()
  }
  return (
    <Dialog title={t('declineTitle', { title })} isOpen onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void decline()
        }}
      >
        <TextField
          label={t('declineWhy')}
          value={why}
          onChange={setWhy}
          rows={3}
          maxLength={2_000}
          error={isTried && why.trim() === '' ? t('whyMissing') : null}
          autoFocus
        />
        <FormError error={ledger.error} />
        <DialogButtons>
          <Button type="submit" variant="primary" isPending={ledger.isPending}>
            {t('decline')}
          </Button>
          <Button onPress={onClose}>{common.t('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

import { useState } from 'react'
import type { Purpose } from '../../../shared/record/index.ts'
import { Button, Dialog, DialogButtons, FormError, Select, TextField, useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Backlog.module.css'
import { useLedger } from './useLedger.ts'

export interface ProposeDialogProps {
  readonly groupId: string
  readonly onClose: () => void
}

const purposes: readonly Purpose[] = ['inform', 'discuss', 'agree', 'report']

/** Proposes an item for a later meeting: what, what for, how long, and why. */
export function ProposeDialog({ groupId, onClose }: ProposeDialogProps) {
  const { t } = useWords('onward')
  const common = useWords()
  const toast = useToast()
  const ledger = useLedger(groupId)
  const [title, setTitle] = useState('')
  const [why, setWhy] = useState('')
  const [purpose, setPurpose] = useState<Purpose | 'none'>('none')
  const [minutes, setMinutes] = useState('')
  const [isTried, setTried] = useState(false)
  const count = minutes.trim() === '' ? null : Number(minutes)
  const isWrong = count !== null && (!Number.isInteger(count) || count < 0 || count > 10_000)
  const send = async () => {
    setTried(true)
    if (title.trim() === '' || why.trim() === '' || isWrong) return
    const item = { title: title.trim(), why: why.trim(), purpose: purpose === 'none' ? null : purpose, minutes: count }
    if (!(await ledger.send({ kind: 'backlog.propose', ...item }))) return
    toast(t('proposed'))
    onClose()
  }
  return (
    <Dialog title={t('propose')} isOpen onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextField
          label={t('proposeTitle')}
          value={title}
          onChange={setTitle}
          maxLength={300}
          error={isTried && title.trim() === '' ? t('titleMissing') : null}
          autoFocus
        />
        <TextField
          label={t('proposeWhy')}
          value={why}
          onChange={setWhy}
          rows={3}
          maxLength={2_000}
          error={isTried && why.trim() === '' ? t('whyMissing') : null}
        />
        <Select
          label={t('proposePurpose')}
          value={purpose}
          onChange={setPurpose}
          choices={[
            { id: 'none' as const, label: t('purpose.none') },
            ...purposes.map((id) => ({ id, label: t(`purpose.${id}`) })),
          ]}
        />
        <TextField
          label={t('proposeMinutes')}
          value={minutes}
          onChange={setMinutes}
          maxLength={5}
          isOptional
          error={isTried && isWrong ? t('minutesWrong') : null}
        />
        <FormError error={ledger.error} />
        <DialogButtons>
          <Button type="submit" variant="primary" isPending={ledger.isPending}>
            {t('send')}
          </Button>
          <Button onPress={onClose}>{common.t('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

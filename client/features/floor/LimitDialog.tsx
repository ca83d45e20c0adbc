import { useState } from 'react'
import { useRun } from '../../store/index.ts'
import { Button, Dialog, DialogButtons, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Dialogs.module.css'
import { limitFrom } from './limitFrom.ts'

export interface LimitDialogProps {
  readonly minutes: number | null
  readonly onClose: () => void
}

/** How long one turn may be; nobody is cut off by it. */
export function LimitDialog({ minutes, onClose }: LimitDialogProps) {
  const { t } = useWords('floor')
  const { t: common } = useWords()
  const run = useRun()
  const [words, setWords] = useState(minutes === null ? '' : String(minutes))
  const [isPending, setPending] = useState(false)
  const wanted = limitFrom(words)
  const save = async () => {
    if (wanted === undefined) return
    setPending(true)
    const done = await run({ kind: 'floor.limit', minutes: wanted })
    setPending(false)
    if (done) onClose()
  }
  return (
    <Dialog title={t('limitTitle')} isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label={t('limitLabel')}
          value={words}
          onChange={setWords}
          help={t('limitHelp')}
          error={wanted === undefined ? t('limitWrong') : null}
          maxLength={3}
          isOptional
          autoFocus
        />
        <DialogButtons>
          <Button type="submit" variant="primary" isPending={isPending}>
            {common('save')}
          </Button>
          <Button onPress={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

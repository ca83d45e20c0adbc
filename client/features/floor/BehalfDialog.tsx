import { useState } from 'react'
import type { InterventionKind } from '../../../shared/record/index.ts'
import { Button, Dialog, DialogButtons, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Dialogs.module.css'
import { KindSelect } from './KindSelect.tsx'

export interface BehalfDialogProps {
  readonly kind: InterventionKind
  readonly behalf: string
  readonly onAsk: (kind: InterventionKind, behalf: string) => void
  readonly onClose: () => void
}

/** Asks for the floor on behalf of others, as it is then shown on the list. */
export function BehalfDialog({ kind, behalf, onAsk, onClose }: BehalfDialogProps) {
  const { t } = useWords('floor')
  const { t: common } = useWords()
  const [chosen, setChosen] = useState(kind)
  const [words, setWords] = useState(behalf)
  const [isMissing, setMissing] = useState(false)
  return (
    <Dialog title={t('askTitle')} isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (words.trim() === '') {
            setMissing(true)
            return
          }
          onAsk(chosen, words.trim())
          onClose()
        }}
      >
        <TextField
          label={t('behalf')}
          value={words}
          onChange={setWords}
          help={t('behalfHelp')}
          error={isMissing && words.trim() === '' ? common('required') : null}
          maxLength={160}
          autoFocus
        />
        <KindSelect value={chosen} onChange={setChosen} />
        <DialogButtons>
          <Button type="submit" variant="primary">
            {t('request')}
          </Button>
          <Button onPress={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

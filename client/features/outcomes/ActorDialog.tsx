import { useState } from 'react'
import type { OutcomeView } from '../../../shared/record/index.ts'
import { useEdit, useParties } from '../../store/index.ts'
import { Button, ComboBox, Dialog, DialogButtons, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './ActorDialog.module.css'

export interface ActorDialogProps {
  readonly outcome: OutcomeView
  readonly onClose: () => void
}

/** Whose outcome it is: a delegation or plain words; empty where the sentence names nobody. */
export function ActorDialog({ outcome, onClose }: ActorDialogProps) {
  const { t } = useWords('live')
  const { t: common } = useWords()
  const parties = useParties()
  const edit = useEdit()
  const { actor } = outcome
  const [choice, setChoice] = useState<string | null>(actor !== null && 'delegation' in actor ? actor.delegation : null)
  const [words, setWords] = useState(actor !== null && 'words' in actor ? actor.words : '')
  const save = () => {
    edit({ kind: 'outcome.set', id: outcome.id, values: { actor: parties.from(choice, words) } })
    onClose()
  }
  return (
    <Dialog title={t('actor')} isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <ComboBox label={t('delegation')} choices={parties.choices} value={choice} onChange={setChoice} />
        <TextField label={t('orWords')} value={words} onChange={setWords} help={t('actorHelp')} isOptional maxLength={300} />
        <DialogButtons>
          <Button type="submit" variant="primary">
            {common('save')}
          </Button>
          <Button onPress={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

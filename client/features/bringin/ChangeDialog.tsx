import { type FormEvent, useState } from 'react'
import type { BringInFind, FindOf } from '../../../shared/protocol/index.ts'
import { Button, Dialog, DialogButtons } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { ChangeField } from './ChangeField.tsx'
import { draftOf, valueOfDraft, wrongFields } from './changeDraft.ts'
import type { FindValue } from './decisions.ts'
import { findFields } from './fields.ts'
import styles from './Review.module.css'

export interface ChangeDialogProps {
  readonly find: BringInFind
  readonly value: FindValue
  readonly items: readonly FindOf<'item'>[]
  readonly verbs: readonly string[]
  readonly title: string
  readonly onClose: () => void
  readonly onSave: (value: FindValue) => void
}

/** A find with its fields to write in, under the words of the source. */
export function ChangeDialog({ find, value, items, verbs, title, onClose, onSave }: ChangeDialogProps) {
  const { t } = useWords('bringin')
  const [draft, setDraft] = useState(() => draftOf(find.kind, value))
  const [isChecked, setChecked] = useState(false)
  const wrong = wrongFields(find.kind, draft)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (wrong.length === 0) onSave(valueOfDraft({ ...find, value } as BringInFind, draft)) // the same find with the value it has now
  }
  return (
    <Dialog title={t('changeTitle', { kind: title })} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate className={styles.form}>
        <p className={styles.quote} dir="auto">
          {find.sourceText}
        </p>
        {findFields[find.kind].map((field, index) => (
          <ChangeField
            key={field.name}
            field={field}
            value={draft[field.name] ?? ''}
            isWrong={isChecked && wrong.includes(field.name)}
            items={items.filter((item) => item.id !== find.id)}
            verbs={verbs}
            hasFocus={index === 0}
            onChange={(words) => setDraft({ ...draft, [field.name]: words })}
          />
        ))}
        <DialogButtons>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary">
            {t('saveChange')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

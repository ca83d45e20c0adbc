import { useState } from 'react'
import { Button, Dialog, DialogButtons, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { Problem } from './Problem.tsx'
import styles from './Review.module.css'
import { useSend } from './useSend.ts'

export interface AddendumDialogProps {
  readonly onClose: () => void
}

/** Adds to an adopted text: a title and paragraphs that stand at its end, numbered on. */
export function AddendumDialog({ onClose }: AddendumDialogProps) {
  const { t } = useWords('review')
  const { t: common } = useWords()
  const { send, isPending, problem } = useSend()
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const paragraphs = paragraphsOf(text)
  const missing = [title, text, reason].some((field) => field.trim() === '')
  const submit = async () => {
    setTried(true)
    if (missing) return
    if (await send({ kind: 'record.addend', title: title.trim(), paragraphs, reason: reason.trim() })) onClose()
  }
  const needs = (field: string) => (isTried && field.trim() === '' ? common('required') : null)
  return (
    <Dialog title={t('addendum')} isOpen onClose={onClose} size="wide">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p className={styles.hint}>{t('addendumText')}</p>
        <TextField label={t('addendumTitle')} value={title} onChange={setTitle} maxLength={300} error={needs(title)} />
        <TextField
          label={t('addendumWords')}
          help={t('addendumHelp', { count: paragraphs.length })}
          value={text}
          onChange={setText}
          rows={8}
          maxLength={200_000}
          error={needs(text)}
        />
        <TextField label={t('reason')} value={reason} onChange={setReason} maxLength={500} error={needs(reason)} />
        <Problem text={problem} />
        <DialogButtons>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t('addendumSend')}
          </Button>
          <Button onPress={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

/** An empty line parts paragraphs. */
function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((one) => one.replace(/\s*\n\s*/g, ' ').trim())
    .filter((one) => one !== '')
}

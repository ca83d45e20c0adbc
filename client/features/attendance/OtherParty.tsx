import { type FormEvent, useState } from 'react'
import { useRun } from '../../store/index.ts'
import { Button, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AttendanceDialog.module.css'

/** Records somebody for whom there is no delegation, in words. */
export function OtherParty() {
  const { t } = useWords('attendance')
  const run = useRun()
  const [words, setWords] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [isSending, setSending] = useState(false)
  const isMissing = words.trim() === ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (isMissing || isSending) return
    setSending(true)
    const done = await run({ kind: 'attendance.set', party: { words: words.trim() }, state: 'present' })
    setSending(false)
    if (!done) return
    setWords('')
    setChecked(false)
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h3 className={styles.heading}>{t('other.title')}</h3>
      <div className={styles.line}>
        <TextField
          label={t('other.words')}
          help={t('other.text')}
          value={words}
          onChange={setWords}
          maxLength={120}
          error={isChecked && isMissing ? t('other.missing') : null}
          className={styles.grow}
        />
        <Button type="submit" isPending={isSending} className={styles.lineButton}>
          {t('other.add')}
        </Button>
      </div>
    </form>
  )
}

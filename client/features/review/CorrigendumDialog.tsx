import { useState } from 'react'
import { type Part, partText } from '../../../shared/record/index.ts'
import { Button, ComboBox, Dialog, DialogButtons, IconButton, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { NewWords } from './NewWords.tsx'
import { Problem } from './Problem.tsx'
import styles from './Review.module.css'
import { beginningOf, usePartName } from './usePartName.ts'
import { useSend } from './useSend.ts'

export interface CorrigendumDialogProps {
  /** What can be mended, in reading order. */
  readonly parts: readonly Part[]
  readonly onClose: () => void
}

/** Mends an adopted text: paragraphs with their new words, and why. Old and new words are kept for good. */
export function CorrigendumDialog({ parts, onClose }: CorrigendumDialogProps) {
  const { t } = useWords('review')
  const { t: common } = useWords()
  const nameOf = usePartName()
  const { send, isPending, problem } = useSend()
  const [words, setWords] = useState<ReadonlyMap<string, string>>(new Map())
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const picked = parts.filter((part) => words.has(part.key))
  const isUnchanged = (part: Part) => {
    const now = (words.get(part.key) ?? '').trim()
    return now === '' || now === partText(part).trim()
  }
  const missing =
    picked.length === 0
      ? t('partMissing')
      : picked.some(isUnchanged)
        ? t('newWordsMissing')
        : reason.trim() === ''
          ? t('reasonMissing')
          : null
  const submit = async () => {
    setTried(true)
    if (missing !== null) return
    const corrections = picked.map((part) => ({ part: part.key, text: (words.get(part.key) ?? '').trim() }))
    if (await send({ kind: 'record.correct', corrections, reason: reason.trim() })) onClose()
  }
  const drop = (key: string) => setWords(new Map([...words].filter(([one]) => one !== key)))
  return (
    <Dialog title={t('corrigendum')} isOpen onClose={onClose} size="wide">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p className={styles.hint}>{t('corrigendumText')}</p>
        {picked.map((part) => (
          <div key={part.key} className={styles.picked}>
            <div className="spread">
              <b>{nameOf(part)}</b>
              <IconButton icon="close" label={t('leaveOut', { part: nameOf(part) })} onPress={() => drop(part.key)} />
            </div>
            <NewWords
              label={t('newWordsOf', { part: nameOf(part) })}
              before={partText(part)}
              value={words.get(part.key) ?? ''}
              onChange={(value) => setWords(new Map(words).set(part.key, value))}
            />
          </div>
        ))}
        <ComboBox
          // A fresh field after each choice, so that the next paragraph can be looked for.
          key={picked.length}
          label={t('mendPart')}
          choices={parts
            .filter((part) => !words.has(part.key))
            .map((part) => ({ id: part.key, label: `${nameOf(part)}: ${beginningOf(part)}` }))}
          value={null}
          onChange={(key) => {
            const part = parts.find((one) => one.key === key)
            if (part !== undefined) setWords(new Map(words).set(part.key, partText(part)))
          }}
        />
        <TextField label={t('reason')} value={reason} onChange={setReason} maxLength={500} />
        <Problem text={problem ?? (isTried ? missing : null)} />
        <DialogButtons>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t('corrigendumSend')}
          </Button>
          <Button onPress={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

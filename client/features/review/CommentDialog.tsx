import { useState } from 'react'
import { type Part, partText } from '../../../shared/record/index.ts'
import type { CommentKind } from '../../../shared/session/index.ts'
import { useIsLive, useMay } from '../../store/index.ts'
import { Button, ChoiceButtons, ComboBox, Dialog, DialogButtons, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { NewWords } from './NewWords.tsx'
import { Problem } from './Problem.tsx'
import styles from './Review.module.css'
import { beginningOf, usePartName } from './usePartName.ts'
import { useSend } from './useSend.ts'

/** How the dialog begins. */
export interface CommentStart {
  /** The key of a part; null: still to be chosen. */
  readonly part: string | null
  readonly what: CommentKind
  readonly text?: string | undefined
  /** The paragraph's words as they should be; without it they begin as they stand. */
  readonly suggestion?: string | undefined
}

export interface CommentDialogProps {
  /** What can be commented on, in reading order. */
  readonly parts: readonly Part[]
  readonly start: CommentStart
  readonly onClose: () => void
  readonly onSent?: (() => void) | undefined
}

const kinds: readonly CommentKind[] = ['correction', 'comment', 'objection']

/** A comment, a correction with its new words, or an objection, for one's delegation. */
export function CommentDialog({ parts, start, onClose, onSent }: CommentDialogProps) {
  const { t } = useWords('review')
  const { t: common } = useWords()
  const nameOf = usePartName()
  const isLive = useIsLive()
  const mayObject = useMay('comment.object')
  const { send, isPending, problem } = useSend()
  const [key, setKey] = useState(start.part)
  const [what, setWhat] = useState<CommentKind>(start.what)
  const [text, setText] = useState(start.text ?? '')
  const [suggestion, setSuggestion] = useState<string | null>(start.suggestion ?? null)
  const [isTried, setTried] = useState(false)
  const part = parts.find((one) => one.key === key) ?? null
  const before = part === null ? '' : partText(part)
  const after = suggestion ?? before
  const isChanged = after.trim() !== before.trim() && after.trim() !== ''
  const missing =
    part === null
      ? t('partMissing')
      : text.trim() === ''
        ? t('textMissing')
        : what === 'correction' && !isChanged
          ? t('newWordsMissing')
          : null
  const submit = async () => {
    setTried(true)
    if (missing !== null || part === null) return
    const isMade = await send({
      kind: 'comment.make',
      part: part.key,
      what,
      text: text.trim(),
      ...(what === 'correction' ? { suggestion: after.trim() } : {}),
    })
    if (!isMade) return
    onSent?.()
    onClose()
  }
  return (
    <Dialog title={part === null ? t('say') : t('sayOn', { part: nameOf(part) })} isOpen onClose={onClose} size="wide">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {start.part === null ? (
          <ComboBox
            label={t('whichPart')}
            choices={parts.map((one) => ({ id: one.key, label: `${nameOf(one)}: ${beginningOf(one)}` }))}
            value={key}
            onChange={(chosen) => {
              setKey(chosen)
              setSuggestion(null)
            }}
            error={isTried && part === null ? t('partMissing') : null}
          />
        ) : null}
        <ChoiceButtons
          label={t('what')}
          choices={kinds.filter((kind) => kind !== 'objection' || mayObject).map((id) => ({ id, label: t(`what.${id}`) }))}
          value={what}
          onChange={setWhat}
        />
        <p className={styles.hint}>{t(`what.${what}.hint`)}</p>
        {what === 'correction' && part !== null ? (
          <NewWords label={t('newWords')} before={before} value={after} onChange={setSuggestion} />
        ) : null}
        <TextField
          label={t(`what.${what}.text`)}
          value={text}
          onChange={setText}
          rows={3}
          maxLength={4_000}
          error={isTried && text.trim() === '' ? t('textMissing') : null}
        />
        <Problem text={problem ?? (isTried ? missing : null)} />
        <DialogButtons>
          <Button type="submit" variant="primary" isPending={isPending} isDisabled={!isLive}>
            {t(`what.${what}.send`)}
          </Button>
          <Button onPress={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

import { useState } from 'react'
import type { CommandId } from '../../../shared/base/index.ts'
import type { CommentAnswer as Comment } from '../../../shared/protocol/index.ts'
import { compareWords } from '../../../shared/record/index.ts'
import type { CommentAnswer } from '../../../shared/session/index.ts'
import { useSession } from '../../store/index.ts'
import { Button, ChoiceButtons, Dialog, DialogButtons, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { Problem } from './Problem.tsx'
import styles from './Review.module.css'
import { useSend } from './useSend.ts'
import { WordDiff } from './WordDiff.tsx'

export interface AnswerDialogProps {
  readonly comment: Comment
  readonly onClose: () => void
}

const answers: readonly CommentAnswer[] = ['takenIn', 'takenInPart', 'notTaken']

/** The office's answer to one comment, with a word why. Taking in says beforehand that the record goes back to draft. */
export function AnswerDialog({ comment, onClose }: AnswerDialogProps) {
  const { t } = useWords('review')
  const { t: common } = useWords()
  const { send, isPending, problem } = useSend()
  const isOut = useSession((session) => session.phase === 'circulated') ?? false
  const [answer, setAnswer] = useState<CommentAnswer | null>(null)
  const [word, setWord] = useState('')
  const [isTried, setTried] = useState(false)
  const missing = answer === null ? t('answerMissing') : word.trim() === '' ? t('wordMissing') : null
  const submit = async () => {
    setTried(true)
    if (missing !== null || answer === null) return
    const id = comment.commentId as CommandId // the server's own id, handed back to it
    if (await send({ kind: 'comment.answer', comment: id, answer, word: word.trim() })) onClose()
  }
  return (
    <Dialog title={t('answerTitle', { what: t(`what.${comment.what}`) })} isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p dir="auto">{comment.text}</p>
        {comment.before !== null && comment.suggestion !== null ? (
          <div className={styles.preview}>
            <WordDiff words={compareWords(comment.before, comment.suggestion)} />
          </div>
        ) : null}
        <ChoiceButtons
          label={t('answer')}
          choices={answers.map((id) => ({ id, label: t(`answer.${id}`) }))}
          value={answer}
          onChange={setAnswer}
        />
        {isOut && answer !== null && answer !== 'notTaken' ? <p className={styles.hint}>{t('answerRecalls')}</p> : null}
        <TextField
          label={t('answerWord')}
          value={word}
          onChange={setWord}
          rows={2}
          maxLength={1_000}
          error={isTried && word.trim() === '' ? t('wordMissing') : null}
        />
        <Problem text={problem ?? (isTried ? missing : null)} />
        <DialogButtons>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t('answerSend')}
          </Button>
          <Button onPress={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

import { useState } from 'react'
import type { CommandId } from '../../../shared/base/index.ts'
import type { CommentAnswer } from '../../../shared/protocol/index.ts'
import { compareWords, type Part, partText } from '../../../shared/record/index.ts'
import { useAbout, useEdit, useIsLive, useMay, useMeeting, useRecord, useRun } from '../../store/index.ts'
import { Button, ConfirmDialog, cx, State, useToast } from '../../ui/index.ts'
import { formatMoment, useWords } from '../../words/index.ts'
import { AnswerDialog } from './AnswerDialog.tsx'
import { AuthorPlate } from './AuthorPlate.tsx'
import styles from './PartComments.module.css'
import { isAgreed, rewritingOf } from './rewriting.ts'
import { WordDiff } from './WordDiff.tsx'

export interface CommentCardProps {
  readonly comment: CommentAnswer
  /** The paragraph as it stands now; null when it is gone. */
  readonly part: Part | null
}

/** One comment, correction or objection: whose, what, its answer, and what one can do with it. */
export function CommentCard({ comment, part }: CommentCardProps) {
  const { t, locale } = useWords('review')
  const { what, text, before, suggestion, author, yours, answer, withdrawnAt } = comment
  const isGone = withdrawnAt !== null
  return (
    <li className={cx(styles.card, what === 'objection' && styles.objection, isGone && styles.gone)}>
      <div className={styles.head}>
        <AuthorPlate author={author} />
        <b>{t(`what.${what}`)}</b>
        <span className="micro num">
          {formatMoment(Date.parse(comment.at), locale)}
          {yours ? ` · ${t('yours')}` : ''}
        </span>
      </div>
      <p className={styles.words} dir="auto">
        {text}
      </p>
      {before !== null && suggestion !== null ? <WordDiff words={compareWords(before, suggestion)} /> : null}
      {isGone ? <span className="micro">{t('withdrawnAt', { date: formatMoment(Date.parse(withdrawnAt), locale) })}</span> : null}
      {answer === null ? null : (
        <div className={styles.answer}>
          <State tone={answer.answer === 'notTaken' ? 'warn' : 'ok'} icon={answer.answer === 'notTaken' ? 'close' : 'check'}>
            <b>{t(`answer.${answer.answer}`)}</b>
          </State>
          <p className={styles.words} dir="auto">
            {answer.word}
          </p>
        </div>
      )}
      <Buttons comment={comment} part={part} />
    </li>
  )
}

function Buttons({ comment, part }: CommentCardProps) {
  const { t } = useWords('review')
  const run = useRun()
  const meeting = useMeeting()
  const edit = useEdit()
  const { outcomeKinds } = useAbout()
  const toast = useToast()
  const isLive = useIsLive()
  const mayAnswer = useMay('comment.answer')
  const mayWithdraw = useMay('comment.withdraw')
  const mayWrite = useMay('record.editText')
  const [asks, setAsks] = useState<'answer' | 'withdraw' | null>(null)
  // The server's own id, handed back to it.
  const id = comment.commentId as CommandId
  const isGone = comment.withdrawnAt !== null
  const isTaken = comment.answer !== null && comment.answer.answer !== 'notTaken'
  const isLocked = useRecord((record) => isAgreed(part, record)) ?? false
  const rewriting = isTaken && mayWrite && !isLocked ? rewritingOf(part, comment.before, comment.suggestion, outcomeKinds) : null
  const write = () => {
    if (rewriting === null) return
    const { path, before, after, verb } = rewriting
    // The words first: the verb of a sentence that says something else by now is nobody's correction.
    const isWritten = meeting.rewrite(path, before, after, compareWords)
    if (isWritten && verb !== null) edit({ kind: 'outcome.set', id: verb.outcome, values: { kind: verb.kind } })
    toast(t(isWritten ? 'written' : 'notWritten'))
  }
  const canAnswer = mayAnswer && !isGone && comment.answer === null
  // What was answered is settled; an objection is open until it is taken in as a whole.
  const isSettled = comment.answer !== null && (comment.what !== 'objection' || comment.answer.answer === 'takenIn')
  const canWithdraw = comment.yours && mayWithdraw && !isGone && !isSettled
  const isByHand = isTaken && mayWrite && rewriting === null && comment.suggestion !== null && !isWritten(comment, part)
  if (!canAnswer && !canWithdraw && rewriting === null && !isByHand) return null
  return (
    <div className={styles.buttons}>
      {canAnswer ? (
        <Button onPress={() => setAsks('answer')} isDisabled={!isLive}>
          {t('answerIt')}
        </Button>
      ) : null}
      {rewriting === null ? null : <Button onPress={write}>{t('writeWords')}</Button>}
      {isByHand ? <span className="micro">{t(isLocked ? 'writeAgreed' : 'writeByHand')}</span> : null}
      {canWithdraw ? (
        <Button variant="ghost" onPress={() => setAsks('withdraw')} isDisabled={!isLive}>
          {t('withdrawIt')}
        </Button>
      ) : null}
      {asks === 'answer' ? <AnswerDialog comment={comment} onClose={() => setAsks(null)} /> : null}
      <ConfirmDialog
        title={t(comment.what === 'objection' ? 'withdrawObjectionAsk' : 'withdrawAsk')}
        text={t('withdrawText')}
        verb={t('withdrawIt')}
        isOpen={asks === 'withdraw'}
        onConfirm={() => {
          setAsks(null)
          void run({ kind: 'comment.withdraw', comment: id })
        }}
        onClose={() => setAsks(null)}
      />
    </div>
  )
}

/** Whether the paragraph already says what was suggested. */
function isWritten({ suggestion }: CommentAnswer, part: Part | null): boolean {
  return part !== null && suggestion !== null && partText(part) === suggestion
}

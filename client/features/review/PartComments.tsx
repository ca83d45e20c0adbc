import { useState } from 'react'
import type { CommentAnswer } from '../../../shared/protocol/index.ts'
import type { Part } from '../../../shared/record/index.ts'
import { useMay } from '../../store/index.ts'
import { IconButton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { CommentCard } from './CommentCard.tsx'
import { CommentDialog } from './CommentDialog.tsx'
import { isCommentable } from './commentable.ts'
import styles from './PartComments.module.css'
import { usePartName } from './usePartName.ts'

export interface PartCommentsProps {
  readonly part: Part
  /** Those on this part. */
  readonly comments: readonly CommentAnswer[]
  /** The text that is shown is the one that is out: only then one can say something on it. */
  readonly isCurrent: boolean
}

/** What was said on one paragraph, and the way to say something. */
export function PartComments({ part, comments, isCurrent }: PartCommentsProps) {
  const { t } = useWords('review')
  const nameOf = usePartName()
  const mayMake = useMay('comment.make')
  const [isOpen, setOpen] = useState(false)
  if (!isCommentable(part)) return null
  const canSay = mayMake && isCurrent
  if (!canSay && comments.length === 0) return null
  return (
    <>
      {canSay ? (
        <span className={styles.say}>
          <IconButton icon="edit" label={t('sayLabel', { part: nameOf(part) })} onPress={() => setOpen(true)} />
        </span>
      ) : null}
      {comments.length > 0 ? (
        <ul className={styles.list} aria-label={t('saidOn', { part: nameOf(part) })}>
          {comments.map((comment) => (
            <CommentCard key={comment.commentId} comment={comment} part={part} />
          ))}
        </ul>
      ) : null}
      {isOpen ? (
        <CommentDialog parts={[part]} start={{ part: part.key, what: 'correction' }} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}

import type { CommentAnswer } from '../../../shared/protocol/index.ts'
import type { Part } from '../../../shared/record/index.ts'
import { useMay } from '../../store/index.ts'
import { IconButton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { CommentCard } from './CommentCard.tsx'
import { isCommentable } from './commentable.ts'
import styles from './PartComments.module.css'
import { usePartName } from './usePartName.ts'

export interface PartCommentsProps {
  readonly part: Part
  /** Those on this part. */
  readonly comments: readonly CommentAnswer[]
  /** The text that is shown is the one that is out: only then one can say something on it. */
  readonly isCurrent: boolean
  /** Asks for the dialog. The page keeps it: it must not close when comments of others arrive and the lists are drawn anew. */
  readonly onSay: (part: Part) => void
}

/** What was said on one paragraph, and the way to say something. */
export function PartComments({ part, comments, isCurrent, onSay }: PartCommentsProps) {
  const { t } = useWords('review')
  const nameOf = usePartName()
  const mayMake = useMay('comment.make')
  if (!isCommentable(part)) return null
  const canSay = mayMake && isCurrent
  if (!canSay && comments.length === 0) return null
  return (
    <>
      {canSay ? (
        <span className={styles.say}>
          <IconButton icon="edit" label={t('sayLabel', { part: nameOf(part) })} onPress={() => onSay(part)} />
        </span>
      ) : null}
      {comments.length > 0 ? (
        <ul className={styles.list} aria-label={t('saidOn', { part: nameOf(part) })}>
          {comments.map((comment) => (
            <CommentCard key={comment.commentId} comment={comment} part={part} />
          ))}
        </ul>
      ) : null}
    </>
  )
}

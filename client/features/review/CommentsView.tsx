import { useState } from 'react'
import type { CommentAnswer } from '../../../shared/protocol/index.ts'
import type { Part } from '../../../shared/record/index.ts'
import { ChoiceButtons, EmptyState, TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { CommentCard } from './CommentCard.tsx'
import styles from './CommentsView.module.css'
import { isOpen } from './useComments.ts'
import { usePartName } from './usePartName.ts'

export interface CommentsViewProps {
  readonly comments: readonly CommentAnswer[]
  /** The paper as it is shown, in reading order. */
  readonly parts: readonly Part[]
  /** The address of a part on this page; null where it has none. */
  readonly hrefOf: (part: Part) => string | null
}

type Filter = 'all' | 'unanswered' | 'objections'
const filters: readonly Filter[] = ['unanswered', 'objections', 'all']
const nothing: ReadonlySet<string> = new Set()

/** Everything that was said on the record, by paragraph; first what still waits for an answer. */
export function CommentsView({ comments, parts, hrefOf }: CommentsViewProps) {
  const { t } = useWords('review')
  const nameOf = usePartName()
  const [filter, setFilter] = useState<Filter>(comments.some(isOpen) ? 'unanswered' : 'all')
  const [met, setMet] = useState<ReadonlySet<string>>(nothing)
  const unmet = comments.filter((comment) => fits(comment, filter) && !met.has(comment.commentId))
  // What was answered or withdrawn while one looks at it stays where it was, with its answer: nothing goes from under a reader's eyes.
  if (unmet.length > 0) setMet(new Set([...met, ...unmet.map((comment) => comment.commentId)]))
  const shown = comments.filter((comment) => fits(comment, filter) || met.has(comment.commentId))
  const groups = groupedBy(shown, parts)
  return (
    <section className={styles.view} aria-label={t('comments')}>
      <ChoiceButtons
        label={t('filter')}
        choices={filters.map((id) => ({
          id,
          label: t(`filter.${id}`, { count: comments.filter((comment) => fits(comment, id)).length }),
        }))}
        value={filter}
        onChange={(chosen) => {
          setFilter(chosen)
          setMet(nothing)
        }}
      />
      {shown.length === 0 ? <EmptyState title={t(comments.length === 0 ? 'commentsNone' : 'filterNone')} /> : null}
      {groups.map(({ key, part, number, all }) => {
        const name = nameOf({ key, number })
        const href = part === null ? null : hrefOf(part)
        return (
          <section key={key} className={styles.group}>
            <h3>
              {href === null ? name : <TextLink href={href}>{name}</TextLink>}
              {part === null ? <span className="micro"> {t('partGone')}</span> : null}
            </h3>
            <ul className={styles.list}>
              {all.map((comment) => (
                <CommentCard key={comment.commentId} comment={comment} part={part} />
              ))}
            </ul>
          </section>
        )
      })}
    </section>
  )
}

function fits(comment: CommentAnswer, filter: Filter): boolean {
  if (filter === 'all') return true
  if (filter === 'unanswered') return isOpen(comment)
  return comment.what === 'objection' && comment.withdrawnAt === null && comment.answer?.answer !== 'takenIn'
}

interface Group {
  readonly key: string
  readonly part: Part | null
  /** As it was when the first of these was made. */
  readonly number: string | null
  readonly all: readonly CommentAnswer[]
}

/** In reading order; what stands on a part that is gone comes last. */
function groupedBy(comments: readonly CommentAnswer[], parts: readonly Part[]): readonly Group[] {
  const byPart = new Map<string, CommentAnswer[]>()
  for (const comment of comments) byPart.set(comment.part, [...(byPart.get(comment.part) ?? []), comment])
  const known = parts.flatMap((part): Group[] => {
    const all = byPart.get(part.key)
    return all === undefined ? [] : [{ key: part.key, part, number: part.number, all }]
  })
  const shown = new Set(known.map((group) => group.key))
  const gone = [...byPart].filter(([key]) => !shown.has(key))
  return [...known, ...gone.map(([key, all]): Group => ({ key, part: null, number: all[0]?.number ?? null, all }))]
}

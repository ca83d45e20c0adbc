import { type Attribution, withoutName } from '../record/index.ts'
import type { CommentAuthor, RecordComment } from './version.ts'

/** A comment as this attribution rule lets it be kept and shown; what the rule allows stays the same object. */
export function withoutAuthor(comment: RecordComment, attribution: Attribution): RecordComment {
  if (attribution === 'named') return comment
  const author = authorUnder(comment.author, attribution)
  const { answer } = comment
  if (author === comment.author && (answer === null || answer.actor.name === null)) return comment
  return { ...comment, author, answer: answer === null ? null : { ...answer, actor: withoutName(answer.actor) } }
}

function authorUnder(author: CommentAuthor | null, attribution: Exclude<Attribution, 'named'>): CommentAuthor | null {
  if (author === null || attribution === 'none' || author.type === null) return null
  const isTypeAlone = author.delegation === null && author.name === null && author.code === null
  return isTypeAlone ? author : { delegation: null, name: null, code: null, type: author.type }
}

import type { CommentAnswer } from '../../../shared/protocol/index.ts'

/** Who has spoken in these, each once, as far as that was kept: the codes on the plates, else names. */
export function voicesOf(comments: readonly CommentAnswer[]): readonly string[] {
  return [...new Set(comments.flatMap(({ author }) => author?.code ?? author?.name ?? []))]
}

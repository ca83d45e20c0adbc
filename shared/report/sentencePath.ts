import { isId, type SentenceId } from '../base/index.ts'

/** A sentence's text as one word, for editors, presence and places of words set aside: `sentences/<id>/text`. */
export function sentencePathOf(id: SentenceId): string {
  return `sentences/${id}/text`
}

/** Reads such a word; null when it names no sentence. */
export function parseSentencePath(word: string): SentenceId | null {
  const [root, id, field, ...rest] = word.split('/')
  if (root !== 'sentences' || field !== 'text' || rest.length > 0 || id === undefined || !isId(id)) return null
  // Branded just after the test that it is an id.
  return id as SentenceId
}

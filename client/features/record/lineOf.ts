import type { RichText } from '../../../shared/record/index.ts'

/** A text of one paragraph as plain words, for where marks have no place. */
export function lineOf(text: RichText): string {
  return text.map((block) => ('runs' in block ? block.runs.map((run) => run.text).join('') : '')).join(' ')
}

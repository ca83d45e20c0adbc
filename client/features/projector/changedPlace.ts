import type { RichText } from '../../../shared/record/index.ts'

/**
 * Where the words changed last: after the letters that are new. A screen on the wall holds no document and cannot tell where a caret
 * stands; it draws the caret of the one who drafts where their letters came in. Null when nothing changed.
 */
export function changedPlace(before: RichText, after: RichText): { readonly block: number; readonly offset: number } | null {
  const old = before.map(lettersOf)
  const now = after.map(lettersOf)
  const block = now.findIndex((letters, at) => letters !== old[at])
  const letters = now[block]
  if (letters === undefined) return null
  const was = old[block] ?? ''
  // From the end: what stays after the change tells where it ended, and of twice the same letter the later one is new.
  let tail = 0
  const most = Math.min(letters.length, was.length)
  let head = 0
  while (head < most && letters[head] === was[head]) head += 1
  while (tail < most - head && letters[letters.length - 1 - tail] === was[was.length - 1 - tail]) tail += 1
  return { block, offset: letters.length - tail }
}

function lettersOf(block: RichText[number]): string {
  return 'runs' in block ? block.runs.map((run) => run.text).join('') : ''
}

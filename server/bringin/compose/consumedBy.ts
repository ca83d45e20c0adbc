import type { BringInFind } from '../../../shared/protocol/index.ts'
import type { Kept } from '../Kept.ts'

/** Which lines say nothing beyond what was taken from them: `minutes 12`. All others stay as notes. */
export function consumedBy(kept: Kept, taken: readonly BringInFind[]): ReadonlySet<string> {
  const ids = new Set(taken.map((find) => find.id))
  const byLine = new Map<string, boolean>()
  for (const find of kept.finds) {
    if (find.kind === 'contradiction' || find.kind === 'language' || find.kind === 'count') continue
    const says = ids.has(find.id) && saysAll(find)
    for (let line = find.sourceFrom; line <= find.sourceTo; line += 1) {
      const key = `${find.part} ${line}`
      // One find of the line that was not taken keeps the whole line.
      byLine.set(key, (byLine.get(key) ?? true) && says)
    }
  }
  return new Set([...byLine].filter(([, says]) => says).map(([key]) => key))
}

/** Whether the find tells the whole of its line. A sentence of prose stays in the notes, marked with what it became. */
function saysAll(find: BringInFind): boolean {
  switch (find.kind) {
    case 'title':
    case 'item':
      return find.reason !== 'fileName'
    case 'date':
    case 'time':
      return (
        find.reason === 'label' ||
        find.reason === 'dayFirst' ||
        find.reason === 'unclearDate' ||
        find.reason === 'dateInTitle' ||
        (find.reason === 'dateInText' && find.certainty === 'marked')
      )
    case 'place':
      return find.reason === 'label'
    case 'person':
      return find.certainty === 'marked' || find.reason === 'heading'
    case 'decision':
    case 'action':
      return find.reason === 'heading' || find.reason === 'table'
    default:
      return false
  }
}

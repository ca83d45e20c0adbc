import type { RichText } from './types.ts'

/** The words of a text without marks: blocks and list items stand on lines of their own. */
export function plainText(text: RichText): string {
  return linesOf(text).join('\n')
}

function linesOf(text: RichText): readonly string[] {
  return text.flatMap((block) => ('items' in block ? block.items.flatMap(linesOf) : [block.runs.map((run) => run.text).join('')]))
}

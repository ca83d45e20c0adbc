import { type Block, hasWords, type RichText } from '../../../shared/record/index.ts'
import type { ListItem, NumberedContent, PrintList, PrintText } from './PrintDocument.ts'

/** Words of the record without marks. */
export function plain(text: string): PrintText {
  return text === '' ? [] : [{ text }]
}

/** An explanation of ours beside the record's words. */
export function aside(text: string): PrintText {
  return text === '' ? [] : [{ text, aside: true }]
}

/** Several texts, with something between those that say something. */
export function joined(texts: readonly PrintText[], between: string): PrintText {
  const said = texts.filter((text) => text.length > 0)
  return said.flatMap((text, index) => (index === 0 ? text : [{ text: between }, ...text]))
}

/** A line of the record (a title, an outcome, a task) as runs. */
export function lineRuns(text: RichText): PrintText {
  return joined(
    text.map((block) => ('runs' in block ? block.runs.filter((run) => run.text !== '') : [])),
    ' ',
  )
}

/** A block of notes as what stands in a numbered paragraph. */
export function blockContent(block: Block): NumberedContent {
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'text', text: block.runs }
    case 'heading':
      return { kind: 'heading', text: block.runs }
    default:
      return listContent(block)
  }
}

function listContent(block: Extract<Block, { readonly items: unknown }>): PrintList {
  return { kind: 'list', isOrdered: block.kind === 'orderedList', items: block.items.map(listItem) }
}

function listItem(blocks: readonly Block[]): ListItem {
  return {
    content: blocks.filter(hasWords).map((block) => ('runs' in block ? { kind: 'text', text: block.runs } : listContent(block))),
  }
}

import { type Became, isLinkAddress, type RichText, type TextRun } from '../../../shared/record/index.ts'
import type { Block, Line } from '../Block.ts'

type NoteBlock = RichText[number]
type List = Extract<NoteBlock, { items: unknown }>

/** Entries in entries go no deeper than this in notes; what lies deeper stands beside. */
const maxDepth = 5

/** Blocks as notes. `becameOf` says what a line was turned into; the line itself stays. */
export function notesOf(blocks: readonly Block[], becameOf: (block: Block) => Became | null = () => null): RichText {
  const notes: NoteBlock[] = []
  let open: { depth: number; kind: List['kind']; items: NoteBlock[][] }[] = []
  const listAt = (line: Line): NoteBlock[] => {
    const depth = Math.min(line.depth, maxDepth)
    const kind = line.marker === 'number' ? 'orderedList' : 'bulletList'
    while ((open.at(-1)?.depth ?? 0) > depth) open.pop()
    const last = open.at(-1)
    // What follows inside an entry, and has no sign of its own.
    if (line.marker === null && last !== undefined) return last.items.at(-1) ?? newEntry(last.items)
    if (last !== undefined && last.depth === depth && last.kind === kind) return newEntry(last.items)
    if (last !== undefined && last.depth === depth) open.pop()
    const holder = open.at(-1)?.items.at(-1) ?? notes
    const items: NoteBlock[][] = []
    holder.push({ kind, items })
    open.push({ depth, kind, items })
    return newEntry(items)
  }
  for (const block of blocks) {
    if (block.kind === 'line' && block.depth > 0) {
      listAt(block).push(paragraph(textOf(block), becameOf(block)))
      continue
    }
    open = []
    if (block.kind === 'heading') notes.push({ kind: 'heading', level: block.level <= 3 ? 2 : 3, runs: runsOf(block.runs) })
    else if (block.kind === 'table') notes.push(...tableLines(block, becameOf))
    else notes.push(paragraph(textOf(block), becameOf(block)))
  }
  return notes
}

/** A tick stays with its line. */
function textOf(line: Line): readonly TextRun[] {
  return line.checked === null ? line.runs : [{ text: line.checked ? '☑ ' : '☐ ' }, ...line.runs]
}

function newEntry(items: NoteBlock[][]): NoteBlock[] {
  const entry: NoteBlock[] = []
  items.push(entry)
  return entry
}

function paragraph(runs: readonly TextRun[], became: Became | null): NoteBlock {
  return { kind: 'paragraph', runs: runsOf(runs), ...(became === null ? {} : { became }) }
}

/** A row of a table is a line of its cells: notes have no tables. */
function tableLines(table: Extract<Block, { kind: 'table' }>, becameOf: (block: Block) => Became | null): readonly NoteBlock[] {
  const line = (cells: readonly string[]) => cells.join(' | ')
  const head: NoteBlock[] = table.head === null ? [] : [{ kind: 'paragraph', runs: [{ text: line(table.head), bold: true }] }]
  return [
    ...head,
    ...table.rows.map((row) =>
      paragraph([{ text: line(row.cells) }], becameOf({ ...table, ...row, kind: 'table', head: null, rows: [] })),
    ),
  ]
}

function runsOf(runs: readonly TextRun[]): readonly TextRun[] {
  return runs
    .filter((run) => run.text !== '')
    .map(({ text, bold, italic, link }) => ({
      text,
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(link !== undefined && isLinkAddress(link) ? { link } : {}),
    }))
}

/** How many letters notes hold. */
export function lengthOf(notes: RichText): number {
  return notes.reduce(
    (sum, block) =>
      sum +
      ('items' in block
        ? block.items.reduce((all, entry) => all + lengthOf(entry), 0)
        : block.runs.reduce((all, run) => all + run.text.length, 0)),
    0,
  )
}

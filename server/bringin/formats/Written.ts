import type { TextRun } from '../../../shared/record/index.ts'
import { type Block, lineOf, type TableRow, wordsOf } from '../Block.ts'

/** What an entry of a list is known by. */
export interface Entry {
  readonly depth: number
  readonly marker: 'bullet' | 'number' | null
  readonly number: string | null
}

/**
 * Blocks of a text that has no lines of its own (HTML, DOCX), with the lines that are shown for it: one for each heading,
 * paragraph, entry and row.
 */
export class Written {
  readonly lines: string[] = []
  readonly blocks: Block[] = []

  heading(level: number, runs: readonly TextRun[]): void {
    const text = wordsOf(runs)
    if (text === '') return
    const at = this.#show(text)
    this.blocks.push({ kind: 'heading', level, from: at, to: at, runs, text })
  }

  /** Breaks within the runs begin new lines. */
  paragraph(runs: readonly TextRun[], entry: Entry | null, isQuote = false): void {
    let isFirst = true
    for (const line of brokenLines(runs)) {
      const text = wordsOf(line)
      if (text === '') continue
      const depth = entry?.depth ?? 0
      const marker = isFirst ? (entry?.marker ?? null) : null
      const number = marker === 'number' ? (entry?.number ?? null) : null
      const sign = marker === null ? '' : marker === 'number' ? `${number ?? '1.'} ` : '• '
      const at = this.#show(`${'  '.repeat(Math.max(0, depth - 1))}${sign}${text}`)
      this.blocks.push(lineOf({ from: at, to: at }, line, { depth, marker, number, isQuote }))
      isFirst = false
    }
  }

  table(rows: readonly (readonly string[])[], hasHead: boolean): void {
    const filled = rows.filter((row) => row.some((cell) => cell !== ''))
    if (filled.length === 0) return
    const placed: TableRow[] = filled.map((cells) => {
      const at = this.#show(cells.join(' | '))
      return { from: at, to: at, cells }
    })
    const [first, ...rest] = placed
    if (first === undefined) return
    const head = hasHead ? first.cells : null
    this.blocks.push({ kind: 'table', from: first.from, to: placed.at(-1)?.to ?? first.to, head, rows: hasHead ? rest : placed })
  }

  #show(text: string): number {
    this.lines.push(text)
    return this.lines.length
  }
}

function brokenLines(runs: readonly TextRun[]): readonly (readonly TextRun[])[] {
  const lines: TextRun[][] = [[]]
  for (const run of runs) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...run, text })
    })
  }
  return lines
}

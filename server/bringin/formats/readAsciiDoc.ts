import { isLinkAddress, type TextRun } from '../../../shared/record/index.ts'
import { type Block, lineOf, type Reading, type TableRow } from '../Block.ts'

/** AsciiDoc as blocks: what minutes use of it. Nothing is included from elsewhere; what is unknown stays as words. */
export function readAsciiDoc(text: string): Reading {
  const reader = new AsciiDocReader(text.split('\n'))
  return reader.read()
}

const fences = /^(-{4,}|\.{4,}|\+{4,}|`{3,})\w*\s*$/
const frames = /^(={4,}|\*{4,}|--|_{4,})\s*$/

class AsciiDocReader {
  readonly #lines: readonly string[]
  readonly #blocks: Block[] = []
  #title: Reading['title'] = null
  #fence: string | null = null
  #quote = false
  #table: { from: number; cells: string[]; lineOf: number[]; columns: number; hasHead: boolean } | null = null
  #options = ''
  #depth = 0
  #pictures = 0

  constructor(lines: readonly string[]) {
    this.#lines = lines
  }

  read(): Reading {
    for (const [index, line] of this.#lines.entries()) this.#take(line, index + 1)
    if (this.#table !== null) this.#closeTable(this.#lines.length)
    const pictures = [{ problem: 'picturesLeftOut' as const, words: String(this.#pictures) }]
    return { lines: this.#lines, blocks: this.#blocks, title: this.#title, problems: this.#pictures > 0 ? pictures : [] }
  }

  #take(raw: string, at: number): void {
    const line = raw.trimEnd()
    if (this.#fence !== null) {
      if (line === this.#fence) this.#fence = null
      else if (line.trim() !== '' && this.#fence !== '////') this.#push(line, at, { isQuote: true })
      return
    }
    if (this.#table !== null) {
      this.#inTable(line, at)
      return
    }
    if (/^\|===/.test(line)) {
      this.#openTable(at)
      return
    }
    if (line === '////' || fences.test(line)) {
      this.#fence = line
      return
    }
    if (frames.test(line)) {
      if (line.startsWith('_')) this.#quote = !this.#quote
      return
    }
    if (line.trim() === '') {
      // Two entries of a list may be apart; only other words end it.
      this.#options = ''
      this.#afterBlank = true
      return
    }
    this.#words(line, at)
    this.#afterBlank = false
  }

  #afterBlank = true

  #words(line: string, at: number): void {
    if (/^\/\/(?!\/)/.test(line) || /^\[\[.*\]\]$/.test(line)) return
    if (/^\[[^\]]*\]$/.test(line) && !/^\[[ x*]\]/.test(line)) {
      this.#options = line
      return
    }
    const attribute = /^:([\w-]+):\s*(.*)$/.exec(line)
    if (attribute !== null) {
      this.#attribute(attribute[1] ?? '', attribute[2] ?? '', at)
      return
    }
    const heading = /^(={1,6}|#{1,6})\s+(\S.*)$/.exec(line)
    if (heading !== null) {
      this.#heading(heading[1]?.length ?? 1, heading[2] ?? '', at)
      return
    }
    if (/^image::/.test(line)) {
      this.#pictures += 1
      return
    }
    if (line === '+') return
    const entry = /^\s*(\*{1,6}|-|\.{1,6}|\d+\.|[a-z]\.)\s+(\S.*)$/.exec(line)
    if (entry !== null) {
      this.#entry(entry[1] ?? '', entry[2] ?? '', at)
      return
    }
    const term = /^(\S.{0,80}?):{2,4}(?:\s+(\S.*))?$/.exec(line)
    if (term !== null) {
      this.#push(`${term[1]}: ${term[2] ?? ''}`, at, {})
      return
    }
    const blockTitle = /^\.(\S.*)$/.exec(line)
    if (blockTitle !== null) {
      this.#push(`*${blockTitle[1]}*`, at, {})
      return
    }
    if (this.#afterBlank) this.#depth = 0
    this.#push(line.replace(/\s\+$/, ''), at, { depth: this.#depth })
  }

  #attribute(name: string, value: string, at: number): void {
    const label = /^(rev)?date$/i.test(name) ? 'Date' : /^(location|place|chair|venue|time|attendees)$/i.test(name) ? name : null
    if (label !== null && value !== '') this.#push(`${label}: ${value}`, at, {})
  }

  #heading(level: number, words: string, at: number): void {
    this.#depth = 0
    const runs = inline(words)
    const text = runs
      .map((run) => run.text)
      .join('')
      .trim()
    if (level === 1 && this.#title === null && this.#blocks.every((block) => block.kind !== 'heading'))
      this.#title = { text, line: at }
    this.#blocks.push({ kind: 'heading', level, from: at, to: at, runs, text })
  }

  #entry(sign: string, words: string, at: number): void {
    const isNumber = /^[.\d]|[a-z]\.$/.test(sign)
    this.#depth = /^(\*+|\.+)$/.test(sign) ? sign.length : 1
    const number = /^\d/.test(sign) ? sign : null
    this.#push(words, at, { depth: this.#depth, marker: isNumber ? 'number' : 'bullet', number })
  }

  #push(words: string, at: number, more: Parameters<typeof lineOf>[2]): void {
    const runs = inline(words.trim())
    const line = lineOf({ from: at, to: at }, runs, { ...more, isQuote: more?.isQuote === true || this.#quote })
    if (line.text !== '') this.#blocks.push(line)
  }

  #openTable(at: number): void {
    const stated = /cols="?([^"\]]+)"?/.exec(this.#options)?.[1]
    const columns = stated === undefined ? 0 : (/^(\d+)\*/.exec(stated)?.[1] ?? stated.split(',').length)
    this.#table = { from: at, cells: [], lineOf: [], columns: Number(columns), hasHead: /header/.test(this.#options) }
    this.#options = ''
  }

  #inTable(line: string, at: number): void {
    const table = this.#table
    if (table === null) return
    if (/^\|===/.test(line)) {
      this.#closeTable(at)
      return
    }
    if (line.trim() === '') {
      if (table.cells.length > 0 && table.cells.length === table.columns) table.hasHead = true
      return
    }
    const pieces = line.split(/(?<!\\)(?:\d+\+|[a-z]|\.\d+\+)?\|/)
    const [before = '', ...cells] = pieces
    if (before.trim() !== '' && table.cells.length > 0) table.cells.push(`${table.cells.pop() ?? ''} ${plain(before)}`.trim())
    for (const cell of cells) {
      table.cells.push(plain(cell))
      table.lineOf.push(at)
    }
    if (table.columns === 0) table.columns = cells.length
  }

  #closeTable(at: number): void {
    const table = this.#table
    this.#table = null
    if (table === null || table.cells.length === 0) return
    const columns = Math.max(1, table.columns)
    const rows: TableRow[] = []
    for (let index = 0; index < table.cells.length; index += columns) {
      const from = table.lineOf[index] ?? table.from
      rows.push({ from, to: table.lineOf[index + columns - 1] ?? from, cells: table.cells.slice(index, index + columns) })
    }
    const head = table.hasHead ? (rows.shift()?.cells ?? null) : null
    this.#blocks.push({ kind: 'table', from: table.from, to: at, head, rows })
  }
}

function plain(text: string): string {
  return inline(text.trim())
    .map((run) => run.text)
    .join('')
    .trim()
}

const piece =
  /(?<![\p{L}\p{N}*])\*{1,2}(?=\S)([^*\n]*[^*\s])\*{1,2}(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_{1,2}(?=\S)([^_\n]*[^_\s])_{1,2}(?![\p{L}\p{N}_])|`([^`\n]+)`|(?:link:)?((?:https?|mailto):[^\s[\]]+)\[([^\]]*)\]|(?:link|xref|mailto|footnote|kbd|btn):([^\s[\]]*)\[([^\]]*)\]|<<([^,>]+)(?:,\s*([^>]+))?>>/gu

/** The marks inside a line. */
function inline(words: string): readonly TextRun[] {
  const runs: TextRun[] = []
  let at = 0
  const rest = (until: number) => {
    if (until > at) runs.push({ text: words.slice(at, until) })
  }
  for (const match of words.matchAll(piece)) {
    rest(match.index)
    at = match.index + match[0].length
    const [, bold, italic, code, address, addressWords, target, targetWords, anchor, anchorWords] = match
    if (bold !== undefined) runs.push({ text: bold, bold: true })
    else if (italic !== undefined) runs.push({ text: italic, italic: true })
    else if (code !== undefined) runs.push({ text: code })
    else if (address !== undefined) {
      const text = (addressWords ?? '').replace(/\^$/, '') || address
      runs.push(isLinkAddress(address) ? { text, link: address } : { text })
    } else if (targetWords !== undefined) runs.push({ text: targetWords || (target ?? '') })
    else runs.push({ text: anchorWords ?? anchor ?? '' })
  }
  rest(words.length)
  return runs
}

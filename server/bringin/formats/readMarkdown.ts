import MarkdownIt from 'markdown-it'
import { isLinkAddress, type TextRun } from '../../../shared/record/index.ts'
import { type Block, type Line, lineOf, type Reading, type ReadingProblem, type TableRow, wordsOf } from '../Block.ts'
import { textOfHtml } from './textOfHtml.ts'

type Token = ReturnType<MarkdownIt['parse']>[number]

interface ListPlace {
  readonly ordered: boolean
  number: string | null
  isFresh: boolean
}

/** Markdown as blocks. Every line of a paragraph stays a line of its own: minutes are often written without blank lines. */
export function readMarkdown(text: string): Reading {
  const lines = text.split('\n')
  const front = frontMatter(lines)
  const body = front.lineCount === 0 ? text : `${'\n'.repeat(front.lineCount)}${lines.slice(front.lineCount).join('\n')}`
  const tokens = new MarkdownIt({ html: true, linkify: false }).parse(body, {})
  const reader = new TokenReader()
  for (const token of tokens) reader.take(token)
  const blocks = [...front.blocks, ...withUncovered(lines, reader.blocks, reader.covered, front.lineCount)]
  return { lines, blocks, problems: reader.problems(), title: front.title }
}

/** Walks the flat list of tokens; lists and tables are kept on a stack, so that depth costs nothing. */
class TokenReader {
  readonly blocks: Block[] = []
  readonly covered = new Set<number>()
  readonly #lists: ListPlace[] = []
  #quotes = 0
  #heading: number | null = null
  #table: { from: number; to: number; head: string[] | null; rows: TableRow[]; row: string[]; place: [number, number] } | null =
    null
  #pictures = 0
  #active = 0

  problems(): readonly ReadingProblem[] {
    return [
      ...(this.#pictures > 0 ? [{ problem: 'picturesLeftOut' as const, words: String(this.#pictures) }] : []),
      ...(this.#active > 0 ? [{ problem: 'activeLeftOut' as const, words: String(this.#active) }] : []),
    ]
  }

  take(token: Token): void {
    const [from = 0, to = from + 1] = token.map ?? [0, 1]
    if (token.map !== null && token.nesting === 0) for (let line = from; line < to; line += 1) this.covered.add(line)
    switch (token.type) {
      case 'bullet_list_open':
      case 'ordered_list_open':
        this.#lists.push({ ordered: token.type === 'ordered_list_open', number: null, isFresh: false })
        return
      case 'bullet_list_close':
      case 'ordered_list_close':
        this.#lists.pop()
        return
      case 'list_item_open':
        this.#openEntry(token)
        return
      case 'blockquote_open':
        this.#quotes += 1
        return
      case 'blockquote_close':
        this.#quotes -= 1
        return
      case 'heading_open':
        this.#heading = Number(token.tag.slice(1))
        return
      case 'heading_close':
        this.#heading = null
        return
      case 'table_open':
        this.#table = { from: from + 1, to, head: null, rows: [], row: [], place: [from + 1, from + 1] }
        for (let line = from; line < to; line += 1) this.covered.add(line)
        return
      case 'tr_open':
        if (this.#table !== null) Object.assign(this.#table, { row: [], place: [from + 1, to] })
        return
      case 'tr_close':
        this.#closeRow(token)
        return
      case 'table_close':
        this.#closeTable()
        return
      case 'inline':
        this.#inline(token, from)
        return
      case 'html_block':
        this.#html(token.content, from)
        return
      case 'fence':
      case 'code_block':
        this.#code(token, from)
        return
      default:
    }
  }

  #openEntry(token: Token): void {
    const list = this.#lists.at(-1)
    if (list === undefined) return
    list.isFresh = true
    list.number = list.ordered ? token.info || null : null
  }

  #inline(token: Token, from: number): void {
    const { lines, pictures } = inlineLines(token.children ?? [])
    this.#pictures += pictures
    if (this.#heading !== null) {
      const runs = lines.flatMap((line) => line.runs)
      const text = wordsOf(runs)
      if (text !== '') this.blocks.push({ kind: 'heading', level: this.#heading, from: from + 1, to: from + 1, runs, text })
      return
    }
    if (this.#table !== null) {
      this.#table.row.push(wordsOf(lines.flatMap((line) => line.runs)))
      return
    }
    for (const { runs, offset } of lines) this.#push(runs, from + offset + 1)
  }

  #push(runs: readonly TextRun[], at: number): void {
    if (wordsOf(runs) === '') return
    const list = this.#lists.at(-1)
    const marker = list?.isFresh ? (list.ordered ? 'number' : 'bullet') : null
    const number = marker === 'number' ? (list?.number ?? null) : null
    if (list !== undefined) list.isFresh = false
    this.blocks.push(lineOf({ from: at, to: at }, runs, { depth: this.#lists.length, marker, number, isQuote: this.#quotes > 0 }))
  }

  #closeRow(_token: Token): void {
    const table = this.#table
    if (table === null) return
    const [from, to] = table.place
    if (table.head === null) table.head = table.row
    else table.rows.push({ from, to, cells: table.row })
    table.row = []
  }

  #closeTable(): void {
    const table = this.#table
    this.#table = null
    if (table === null) return
    const { from, to, head, rows } = table
    this.blocks.push({ kind: 'table', from, to, head: head?.some((cell) => cell !== '') ? head : null, rows })
  }

  #html(content: string, from: number): void {
    const { texts, active } = textOfHtml(content)
    this.#active += active
    for (const { text, offset } of texts) this.#push([{ text }], from + offset + 1)
  }

  #code(token: Token, from: number): void {
    const first = token.type === 'fence' ? from + 2 : from + 1
    token.content.split('\n').forEach((text, index) => {
      if (text.trim() === '') return
      this.blocks.push(lineOf({ from: first + index, to: first + index }, [{ text }], { isQuote: token.type === 'fence' }))
    })
  }
}

interface InlineLine {
  readonly runs: TextRun[]
  readonly offset: number
}

/** The inline tokens as lines of runs. */
function inlineLines(tokens: readonly Token[]): { readonly lines: readonly InlineLine[]; readonly pictures: number } {
  const lines: InlineLine[] = [{ runs: [], offset: 0 }]
  let pictures = 0
  let bold = 0
  let italic = 0
  let offset = 0
  const links: string[] = []
  const add = (text: string) => {
    const link = links.at(-1)
    const marks = { ...(bold > 0 ? { bold: true as const } : {}), ...(italic > 0 ? { italic: true as const } : {}) }
    lines.at(-1)?.runs.push({ text, ...marks, ...(link === undefined || link === '' ? {} : { link }) })
  }
  for (const token of tokens) {
    switch (token.type) {
      case 'text':
      case 'text_special':
      case 'code_inline':
        if (token.content !== '') add(token.content)
        break
      case 'softbreak':
      case 'hardbreak':
        offset += 1
        lines.push({ runs: [], offset })
        break
      case 'strong_open':
        bold += 1
        break
      case 'strong_close':
        bold -= 1
        break
      case 'em_open':
        italic += 1
        break
      case 'em_close':
        italic -= 1
        break
      case 'link_open': {
        const address = token.attrGet('href')
        links.push(isLinkAddress(address) ? String(address) : '')
        break
      }
      case 'link_close':
        links.pop()
        break
      case 'image':
        pictures += 1
        break
      case 'html_inline':
        if (/^<br\b/i.test(token.content)) lines.push({ runs: [], offset })
        break
      default:
    }
  }
  return { lines, pictures }
}

/** `---` at the top, with facts as `name: value`: read like lines with labels. */
function frontMatter(lines: readonly string[]): {
  readonly lineCount: number
  readonly blocks: readonly Block[]
  readonly title: Reading['title']
} {
  const none = { lineCount: 0, blocks: [], title: null }
  if (lines[0]?.trim() !== '---') return none
  const end = lines.findIndex((line, index) => index > 0 && index < 60 && /^(---|\.\.\.)\s*$/.test(line))
  const inside = lines.slice(1, Math.max(end, 1))
  if (end < 2 || !inside.some((line) => /^[\w-]+\s*:/.test(line))) return none
  const blocks: Line[] = []
  let title: Reading['title'] = null
  inside.forEach((line, index) => {
    const at = index + 2
    const fact = /^([\w-]+)\s*:\s*(.+)$/.exec(line)
    if (fact === null) {
      const entry = /^\s*-\s+(.+)$/.exec(line)?.[1]
      if (entry !== undefined)
        blocks.push(lineOf({ from: at, to: at }, [{ text: unquoted(entry) }], { depth: 1, marker: 'bullet' }))
      else if (/^[\w-]+\s*:\s*$/.test(line)) blocks.push(lineOf({ from: at, to: at }, [{ text: line.trim() }]))
      return
    }
    const [, name = '', value = ''] = fact
    if (name.toLowerCase() === 'title') title = { text: unquoted(value), line: at }
    else if (name.toLowerCase() !== 'layout') blocks.push(lineOf({ from: at, to: at }, [{ text: `${name}: ${unquoted(value)}` }]))
  })
  return { lineCount: end + 1, blocks, title }
}

function unquoted(value: string): string {
  return value
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/^\[(.*)\]$/, '$1')
}

/** Nothing is lost: words on a line that the parser left out (too deep, a definition) come in as they stand. */
function withUncovered(lines: readonly string[], blocks: Block[], covered: ReadonlySet<number>, start: number): readonly Block[] {
  const left: Block[] = []
  lines.forEach((text, index) => {
    if (index < start || covered.has(index) || !/[\p{L}\p{N}]/u.test(text) || /^\s*\[[^\]]+\]:\s/.test(text)) return
    left.push(lineOf({ from: index + 1, to: index + 1 }, [{ text: text.trim() }]))
  })
  return left.length === 0 ? blocks : [...blocks, ...left].sort((one, other) => one.from - other.from)
}

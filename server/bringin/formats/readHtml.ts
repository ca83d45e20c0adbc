import { Parser } from 'htmlparser2'
import { isLinkAddress, type TextRun } from '../../../shared/record/index.ts'
import { type Reading, wordsOf } from '../Block.ts'
import { readingLimits } from '../limits.ts'
import { silentElements } from './textOfHtml.ts'
import { type Entry, Written } from './Written.ts'

const blockNames: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details div dl dt figcaption figure footer header hr html li main nav ol p pre section summary table tbody td th thead tr ul'.split(
    ' ',
  ),
)
const boldNames: ReadonlySet<string> = new Set(['b', 'strong'])
const italicNames: ReadonlySet<string> = new Set(['i', 'em'])

/** HTML as blocks. Read as a stream: nothing is built and nothing is run. Throws RangeError where elements lie too deep in each other. */
export function readHtml(html: string): Reading {
  const reader = new HtmlReader()
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        if (depth > readingLimits.depth) throw new RangeError('Elements lie too deep in each other')
        reader.open(name, attributes)
      },
      onclosetag(name) {
        depth -= 1
        reader.close(name)
      },
      ontext: (text) => reader.words(text),
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.end(html)
  return reader.reading()
}

class HtmlReader {
  readonly #written = new Written()
  readonly #lists: { ordered: boolean; count: number; isFresh: boolean }[] = []
  readonly #links: string[] = []
  #runs: TextRun[] = []
  #silent = 0
  #active = 0
  #pictures = 0
  #bold = 0
  #italic = 0
  #pre = 0
  #quotes = 0
  #heading: number | null = null
  #term: string | null = null
  #isTitle = false
  #title = ''
  #table: { rows: string[][]; hasHead: boolean; depth: number; inCell: boolean } | null = null

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (silentElements.has(name)) {
      this.#silent += 1
      if (name !== 'style') this.#active += 1
      return
    }
    if (this.#silent > 0) return
    if (name === 'title') this.#isTitle = true
    else if (name === 'br') this.words('\n', true)
    else if (name === 'img') this.#pictures += 1
    else if (name === 'input' && attributes.type === 'checkbox') this.words('checked' in attributes ? '[x] ' : '[ ] ', true)
    else if (name === 'a') this.#links.push(isLinkAddress(attributes.href) ? (attributes.href ?? '') : '')
    else if (boldNames.has(name)) this.#bold += 1
    else if (italicNames.has(name)) this.#italic += 1
    else if (/^h[1-6]$/.test(name)) this.#openHeading(Number(name[1]))
    else if (blockNames.has(name)) this.#openBlock(name)
  }

  close(name: string): void {
    if (silentElements.has(name)) {
      this.#silent -= 1
      return
    }
    if (this.#silent > 0) return
    if (name === 'title') this.#isTitle = false
    else if (name === 'a') this.#links.pop()
    else if (boldNames.has(name)) this.#bold = Math.max(0, this.#bold - 1)
    else if (italicNames.has(name)) this.#italic = Math.max(0, this.#italic - 1)
    else if (/^h[1-6]$/.test(name)) {
      this.#flush()
      this.#heading = null
    } else if (blockNames.has(name)) this.#closeBlock(name)
  }

  words(text: string, isExact = false): void {
    if (this.#silent > 0) return
    if (this.#isTitle) {
      this.#title += text
      return
    }
    const link = this.#links.at(-1)
    const marks = { ...(this.#bold > 0 ? { bold: true as const } : {}), ...(this.#italic > 0 ? { italic: true as const } : {}) }
    const shown = isExact || this.#pre > 0 ? text : text.replace(/\s+/g, ' ')
    this.#runs.push({ text: shown, ...marks, ...(link === undefined || link === '' ? {} : { link }) })
  }

  reading(): Reading {
    this.#flush()
    this.#endTable()
    const { lines, blocks } = this.#written
    const title = this.#title.replace(/\s+/g, ' ').trim()
    return {
      lines,
      blocks,
      title: title === '' ? null : { text: title, line: 1 },
      problems: [
        ...(this.#pictures > 0 ? [{ problem: 'picturesLeftOut' as const, words: String(this.#pictures) }] : []),
        ...(this.#active > 0 ? [{ problem: 'activeLeftOut' as const, words: String(this.#active) }] : []),
      ],
    }
  }

  #openHeading(level: number): void {
    this.#layout()
    this.#flush()
    this.#heading = level
  }

  #openBlock(name: string): void {
    if (name === 'table') {
      // A table in a table, or one that holds headings and lists, only arranges the page.
      if (this.#table !== null) this.#layout()
      this.#flush()
      this.#table = { rows: [], hasHead: false, depth: 0, inCell: false }
      return
    }
    if (this.#table !== null && this.#openInTable(name)) return
    this.#flush()
    if (name === 'ul' || name === 'ol') this.#lists.push({ ordered: name === 'ol', count: 0, isFresh: false })
    else if (name === 'li') {
      const list = this.#lists.at(-1)
      if (list === undefined) return
      list.count += 1
      list.isFresh = true
    } else if (name === 'pre') this.#pre += 1
    else if (name === 'blockquote') this.#quotes += 1
    else if (name === 'dt') this.#term = ''
  }

  /** Whether the element was one of the table's own, or stays inside its cell. */
  #openInTable(name: string): boolean {
    const table = this.#table
    if (table === null) return false
    if (name === 'tr') {
      this.#runs = []
      table.rows.push([])
    } else if (name === 'td' || name === 'th') {
      this.#runs = []
      table.inCell = true
      if (name === 'th' && table.rows.length <= 1) table.hasHead = true
    } else if (table.inCell && (name === 'p' || name === 'div' || name === 'li')) this.words(' ', true)
    else if (table.inCell && name !== 'ul' && name !== 'ol') return false
    return true
  }

  #closeBlock(name: string): void {
    const table = this.#table
    if (table !== null) {
      if (name === 'td' || name === 'th') {
        if (table.inCell) table.rows.at(-1)?.push(wordsOf(this.#runs))
        table.inCell = false
        this.#runs = []
        return
      }
      if (name === 'table') {
        this.#endTable()
        return
      }
      if (table.inCell || /^(tr|tbody|thead)$/.test(name)) return
    }
    if (name === 'dt') {
      this.#term = wordsOf(this.#runs)
      this.#runs = []
      return
    }
    this.#flush()
    if (name === 'ul' || name === 'ol') this.#lists.pop()
    else if (name === 'pre') this.#pre = Math.max(0, this.#pre - 1)
    else if (name === 'blockquote') this.#quotes = Math.max(0, this.#quotes - 1)
    else if (name === 'dl') this.#term = null
  }

  #endTable(): void {
    const table = this.#table
    this.#table = null
    if (table === null) return
    this.#runs = []
    this.#written.table(table.rows, table.hasHead || looksLikeHead(table.rows))
  }

  /** The table turns out to arrange the page: what it held so far comes out as lines, and the rest is read as text. */
  #layout(): void {
    const table = this.#table
    if (table === null) return
    this.#table = null
    const runs = this.#runs
    for (const cell of table.rows.flat()) if (cell !== '') this.#written.paragraph([{ text: cell }], null)
    this.#runs = runs
  }

  #flush(): void {
    const runs = this.#runs
    this.#runs = []
    if (this.#table !== null || wordsOf(runs) === '') return
    if (this.#heading !== null) {
      this.#written.heading(this.#heading, runs)
      return
    }
    const term = this.#term
    if (term !== null && term !== '') {
      this.#written.paragraph([{ text: `${term.replace(/\s*:$/, '')}: ` }, ...runs], null)
      return
    }
    const list = this.#lists.at(-1)
    const entry: Entry | null =
      list === undefined
        ? null
        : {
            depth: this.#lists.length,
            marker: list.isFresh ? (list.ordered ? 'number' : 'bullet') : null,
            number: list.ordered ? `${list.count}.` : null,
          }
    if (list !== undefined) list.isFresh = false
    this.#written.paragraph(runs, entry, this.#quotes > 0)
  }
}

/** Without marked cells: a first row of short words, different from each other, above rows with more in them. */
export function looksLikeHead(rows: readonly (readonly string[])[]): boolean {
  const [first, ...rest] = rows
  if (first === undefined || rest.length === 0 || first.length < 2) return false
  return (
    first.every((cell) => cell !== '' && cell.length <= 40 && !/\d{2,}|[.;]$/.test(cell)) && new Set(first).size === first.length
  )
}

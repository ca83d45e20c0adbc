import type { TextRun } from '../../../shared/record/index.ts'
import { type Reading, wordsOf } from '../Block.ts'
import { looksLikeHead } from '../formats/readHtml.ts'
import { type Entry, Written } from '../formats/Written.ts'
import type { DocxStyle, Numbering } from './docxParts.ts'

interface Known {
  readonly styles: ReadonlyMap<string, DocxStyle>
  readonly numbering: Numbering
  readonly links: ReadonlyMap<string, string>
}

interface Paragraph {
  style: string | null
  numId: string | null
  level: number
  outline: number | null
  runs: TextRun[]
}

/** The body of a Word document as it goes by. Words struck out by a tracked change are left out, inserted ones are read. */
export class DocxBody {
  readonly #known: Known
  readonly #written = new Written()
  readonly #counters = new Map<string, number[]>()
  readonly #links: (string | null)[] = []
  #paragraphs: Paragraph[] = []
  #run: { bold: boolean; italic: boolean } = { bold: false, italic: false }
  #inRunFacts = false
  #inWords = false
  #deleted = 0
  #pictures = 0
  #title: { text: string; line: number } | null = null
  #tables: { rows: string[][]; cell: string[] | null }[] = []

  constructor(known: Known) {
    this.#known = known
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const value = attributes['w:val'] ?? ''
    const paragraph = this.#paragraphs.at(-1)
    switch (name) {
      case 'w:p':
        this.#paragraphs.push({ style: null, numId: null, level: 0, outline: null, runs: [] })
        return
      case 'w:pStyle':
        if (paragraph !== undefined) paragraph.style = value
        return
      case 'w:numId':
        if (paragraph !== undefined) paragraph.numId = value
        return
      case 'w:ilvl':
        if (paragraph !== undefined) paragraph.level = Math.min(8, Math.max(0, Number(value) || 0))
        return
      case 'w:outlineLvl':
        if (paragraph !== undefined && Number(value) < 9) paragraph.outline = Number(value) + 1
        return
      case 'w:r':
        this.#run = { bold: false, italic: false }
        return
      case 'w:rPr':
        this.#inRunFacts = true
        return
      case 'w:b':
        if (this.#inRunFacts) this.#run.bold = isOn(attributes['w:val'])
        return
      case 'w:i':
        if (this.#inRunFacts) this.#run.italic = isOn(attributes['w:val'])
        return
      case 'w:t':
        this.#inWords = true
        return
      case 'w:tab':
        this.#add(' ')
        return
      case 'w:br':
      case 'w:cr':
        this.#add('\n')
        return
      case 'w:noBreakHyphen':
        this.#add('-')
        return
      case 'w:del':
      case 'w:moveFrom':
        this.#deleted += 1
        return
      case 'w:hyperlink':
        this.#links.push(this.#known.links.get(attributes['r:id'] ?? '') ?? null)
        return
      case 'w:drawing':
      case 'w:pict':
        this.#pictures += 1
        return
      default:
        this.#openTable(name)
    }
  }

  close(name: string): void {
    if (name === 'w:p') this.#closeParagraph()
    else if (name === 'w:rPr') this.#inRunFacts = false
    else if (name === 'w:t') this.#inWords = false
    else if (name === 'w:del' || name === 'w:moveFrom') this.#deleted -= 1
    else if (name === 'w:hyperlink') this.#links.pop()
    else this.#closeTable(name)
  }

  words(text: string): void {
    if (this.#inWords) this.#add(text)
  }

  reading(statedTitle: string | null): Reading {
    const { lines, blocks } = this.#written
    const pictures = [{ problem: 'picturesLeftOut' as const, words: String(this.#pictures) }]
    // The facts about a file are often those of the file it was copied from: only a title in the text counts.
    const title =
      this.#title ??
      (statedTitle !== null && lines.includes(statedTitle) ? { text: statedTitle, line: lines.indexOf(statedTitle) + 1 } : null)
    return { lines, blocks, title, problems: this.#pictures > 0 ? pictures : [] }
  }

  #add(text: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph === undefined || this.#deleted > 0) return
    const { bold, italic } = this.#run
    const link = this.#links.at(-1)
    paragraph.runs.push({
      text,
      ...(bold ? { bold: true as const } : {}),
      ...(italic ? { italic: true as const } : {}),
      ...(link === undefined || link === null ? {} : { link }),
    })
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (paragraph === undefined) return
    const cell = this.#tables.at(-1)?.cell
    if (cell !== undefined && cell !== null) {
      cell.push(wordsOf(paragraph.runs))
      return
    }
    const heading = paragraph.outline ?? this.#headingOf(paragraph.style)
    const entry = this.#entryOf(paragraph)
    if (heading === null) {
      this.#written.paragraph(paragraph.runs, entry)
      return
    }
    const number = entry?.number == null || entry.marker !== 'number' ? [] : [{ text: `${entry.number} ` }]
    this.#written.heading(Math.max(1, heading), [...number, ...paragraph.runs])
    if (heading === 0 && this.#title === null && wordsOf(paragraph.runs) !== '') {
      this.#title = { text: wordsOf(paragraph.runs), line: this.#written.lines.length }
    }
  }

  #headingOf(styleId: string | null): number | null {
    let id = styleId
    for (let step = 0; id !== null && step < 12; step += 1) {
      const style = this.#known.styles.get(id)
      if (style === undefined) return null
      if (style.heading !== null) return style.heading
      id = style.basedOn
    }
    return null
  }

  #entryOf({ style, numId, level }: Paragraph): Entry | null {
    const ofStyle = numId === null && style !== null ? (this.#known.styles.get(style)?.list ?? null) : null
    const list = numId ?? ofStyle?.numId ?? null
    if (list === null || list === '0') return null
    const depth = numId === null ? (ofStyle?.level ?? 0) : level
    const levels = this.#known.numbering.get(list)
    const kind = levels?.[depth]
    if (kind === undefined || kind.format === 'bullet' || kind.format === 'none') {
      return { depth: depth + 1, marker: 'bullet', number: null }
    }
    const counters = this.#counters.get(list) ?? []
    counters.length = depth + 1
    counters[depth] = (counters[depth] ?? kind.start - 1) + 1
    this.#counters.set(list, counters)
    const number = kind.text.replace(/%(\d)/g, (_, digit) => String(counters[Number(digit) - 1] ?? 1))
    return { depth: depth + 1, marker: 'number', number: number === '' ? `${counters[depth]}.` : number }
  }

  #openTable(name: string): void {
    if (name === 'w:tbl') this.#tables.push({ rows: [], cell: null })
    else if (name === 'w:tr') this.#tables.at(-1)?.rows.push([])
    else if (name === 'w:tc') {
      const table = this.#tables.at(-1)
      if (table !== undefined) table.cell = []
    }
  }

  #closeTable(name: string): void {
    const table = this.#tables.at(-1)
    if (table === undefined) return
    if (name === 'w:tc') {
      table.rows.at(-1)?.push((table.cell ?? []).filter((text) => text !== '').join(' '))
      table.cell = null
    } else if (name === 'w:tbl') {
      this.#tables.pop()
      const outer = this.#tables.at(-1)?.cell
      const words = table.rows.flat().filter((text) => text !== '')
      if (outer !== undefined && outer !== null) outer.push(...words)
      else this.#written.table(table.rows, looksLikeHead(table.rows))
    }
  }
}

function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(0|false|off)$/.test(value)
}

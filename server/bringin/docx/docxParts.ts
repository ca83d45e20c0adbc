import { Parser } from 'htmlparser2'
import { isLinkAddress } from '../../../shared/record/index.ts'

/** What a paragraph style says of its paragraphs. */
export interface DocxStyle {
  /** 1 to 9 for headings; 0 for the title. */
  readonly heading: number | null
  readonly basedOn: string | null
  readonly list: { readonly numId: string; readonly level: number } | null
}

/** By list: its levels' formats (`bullet`, `decimal` …) and texts (`%1.%2`). */
export type Numbering = ReadonlyMap<string, readonly { readonly format: string; readonly text: string; readonly start: number }[]>

/** The paragraph styles by id. Their names are English in every edition of Word; ids are not. */
export function readStyles(xml: string): ReadonlyMap<string, DocxStyle> {
  const styles = new Map<string, DocxStyle>()
  let id: string | null = null
  let style: { heading: number | null; basedOn: string | null; numId: string | null; level: number } = blank()
  walk(xml, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? ''
      if (name === 'w:style') {
        id = attributes['w:styleId'] ?? null
        style = blank()
      } else if (name === 'w:name') style.heading = headingOfName(value) ?? style.heading
      else if (name === 'w:outlineLvl') style.heading ??= Number(value) < 9 ? Number(value) + 1 : null
      else if (name === 'w:basedOn') style.basedOn = value
      else if (name === 'w:numId') style.numId = value
      else if (name === 'w:ilvl') style.level = Number(value)
    },
    close(name) {
      if (name !== 'w:style' || id === null) return
      const { heading, basedOn, numId, level } = style
      styles.set(id, { heading, basedOn, list: numId === null || numId === '0' ? null : { numId, level } })
      id = null
    },
  })
  return styles
}

function blank() {
  return { heading: null, basedOn: null, numId: null, level: 0 }
}

function headingOfName(name: string): number | null {
  const level = /^(?:heading|titre|überschrift|título) ?([1-9])$/i.exec(name)?.[1]
  if (level !== undefined) return Number(level)
  return /^(title|titre)$/i.test(name) ? 0 : null
}

/** The lists of the document. */
export function readNumbering(xml: string): Numbering {
  const abstract = new Map<string, { format: string; text: string; start: number }[]>()
  const lists = new Map<string, { format: string; text: string; start: number }[]>()
  let inAbstract: string | null = null
  let level = 0
  let list: string | null = null
  walk(xml, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? ''
      if (name === 'w:abstractNum') {
        inAbstract = attributes['w:abstractNumId'] ?? ''
        abstract.set(inAbstract, [])
      } else if (name === 'w:num') list = attributes['w:numId'] ?? null
      else if (name === 'w:abstractNumId' && list !== null) lists.set(list, abstract.get(value) ?? [])
      else if (inAbstract === null) return
      const levels = abstract.get(inAbstract ?? '') ?? []
      if (name === 'w:lvl') {
        level = Math.min(8, Math.max(0, Number(attributes['w:ilvl'] ?? 0)))
        levels[level] = { format: 'decimal', text: '', start: 1 }
      }
      const current = levels[level]
      if (current === undefined) return
      if (name === 'w:numFmt') current.format = value
      else if (name === 'w:lvlText') current.text = value
      else if (name === 'w:start') current.start = Number(value) || 1
    },
    close(name) {
      if (name === 'w:abstractNum') inAbstract = null
      else if (name === 'w:num') list = null
    },
  })
  return lists
}

/** Where the document's links lead, by the id that its text uses. */
export function readRelations(xml: string): ReadonlyMap<string, string> {
  const links = new Map<string, string>()
  walk(xml, {
    open(name, { Id, Target, TargetMode }) {
      if (name === 'Relationship' && TargetMode === 'External' && Id !== undefined && isLinkAddress(Target))
        links.set(Id, Target ?? '')
    },
    close() {},
  })
  return links
}

function walk(
  xml: string,
  { open, close }: { open(name: string, attributes: Readonly<Record<string, string>>): void; close(name: string): void },
): void {
  new Parser({ onopentag: open, onclosetag: close }, { xmlMode: true, decodeEntities: true }).end(xml)
}

import type { Block, Heading, Line } from '../Block.ts'
import { wordsOf } from '../Block.ts'
import { type Role, roleOfHeading } from './headingRoles.ts'
import { labelKindOf } from './labels.ts'
import { folded, splitNumber } from './plainWords.ts'

/** A stretch of the text under one heading; the first one has none. */
export interface Section {
  readonly heading: Heading | null
  /** Without its number. */
  readonly title: string
  readonly number: string | null
  readonly level: number
  readonly role: Role | null
  readonly parent: Section | null
  /** What stands directly in it, without its parts. */
  readonly blocks: Block[]
  readonly parts: Section[]
}

/** Levels of what is no heading by its form: numbered lines, bold lines, and words such as "Present:" alone on a line. */
const levels = { numbered: 6.4, topic: 6.5, bold: 7, role: 8 } as const

/** The text as sections in sections. Lines that are used as headings become ones. */
export function sectionsOf(blocks: readonly Block[]): Section {
  const root = newSection(null, null)
  let current = root
  for (const block of promoted(blocks)) {
    if (block.kind !== 'heading') {
      current.blocks.push(block)
      continue
    }
    while (current.parent !== null && current.level >= block.level) current = current.parent
    const section = newSection(block, current)
    current.parts.push(section)
    current = section
  }
  return root
}

/** Every section below this one, in the order of the text. */
export function allParts(section: Section): readonly Section[] {
  const found: Section[] = []
  const open = [...section.parts].reverse()
  while (open.length > 0) {
    const next = open.pop()
    if (next === undefined) break
    found.push(next)
    open.push(...[...next.parts].reverse())
  }
  return found
}

function newSection(heading: Heading | null, parent: Section | null): Section {
  const text = heading?.text.replace(/\s*[:：]\s*$/, '') ?? ''
  const { number, title } = splitNumber(text)
  const role = heading === null ? { kind: 'meta' as const } : roleOfHeading(title)
  return { heading, title, number, level: heading?.level ?? 0, role, parent, blocks: [], parts: [] }
}

function promoted(blocks: readonly Block[]): readonly Block[] {
  const numbered = numberedHeadings(blocks)
  return blocks.map((block, index) => {
    if (block.kind !== 'line' || block.isQuote) return block
    const numberedLevel = numbered.get(index)
    if (numberedLevel !== undefined) return asHeading(block, numberedLevel)
    if (block.marker !== null || block.depth > 0) return block
    if (isTopic(block.text)) return asHeading(block, levels.topic, topicWords(block.text))
    const isRole = block.text.length <= 60 && !/[.;,]$/.test(block.text) && roleOfHeading(block.text) !== null
    const follows = blocks[index + 1]
    if (isRole && (/[:：]$/.test(block.text) || isBold(block) || standsAlone(blocks, index)) && follows !== undefined) {
      return asHeading(block, levels.role)
    }
    return isBold(block) && isTitleLike(block.text) && follows !== undefined ? asHeading(block, levels.bold) : block
  })
}

function asHeading(line: Line, level: number, words = line.text): Heading {
  const number = line.marker === 'number' && line.number !== null ? `${line.number.replace(/[.)]*$/, '')}. ` : ''
  return {
    kind: 'heading',
    level,
    from: line.from,
    to: line.to,
    runs: number === '' ? line.runs : [{ text: number }, ...line.runs],
    text: `${number}${words}`,
  }
}

/** A blank line before it, and more below it. */
function standsAlone(blocks: readonly Block[], index: number): boolean {
  const [before, line] = [blocks[index - 1], blocks[index]]
  return line !== undefined && (before === undefined || before.kind === 'heading' || line.from - before.to > 1)
}

function isBold({ runs }: Line): boolean {
  const words = runs.filter((run) => run.text.trim() !== '')
  return words.length > 0 && words.every((run) => run.bold === true || /^[\s\p{P}]*$/u.test(run.text))
}

function isTitleLike(text: string): boolean {
  const label = /^([^:]{1,60}):\s*\S/.exec(text)?.[1]
  if (label !== undefined && (labelKindOf(label) !== null || roleOfHeading(label) !== null || isMark(label))) return false
  return text.length <= 90 && !/[.!?;,]$/.test(text) && /\p{L}/u.test(text)
}

function isMark(label: string): boolean {
  return /^(?:action|decision|resol|resolution|agreed|motion|proposal|note|todo|ai)\b/.test(folded(label))
}

const topic = /^(?:(?:<[^>]{1,40}>|\[?\d{1,2}:\d{2}(?::\d{2})?\]?|\p{L}[\w-]{0,20}:)\s*)*(?:sub)?topics?\s*:\s*(\S.*)$/iu
const itemWord = /^(?:agenda item|item|point)\s+(?:n[°o]\s*)?(?:\d{1,2}|[IVX]{1,5})\s*(?:[:–—-]|\.\s)\s*\S.{0,120}$/iu

function isTopic(text: string): boolean {
  return topic.test(text) || (itemWord.test(text) && !/[.;]$/.test(text))
}

function topicWords(text: string): string {
  return topic.exec(text)?.[1] ?? text
}

/**
 * Numbered lines that are used as headings: they count up, are short, and other words stand between them. A list of tasks
 * or an agenda, where nothing stands between, is left as the list it is.
 */
function numberedHeadings(blocks: readonly Block[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  let role: string | null = null
  let run: { index: number; count: number; hasWords: boolean }[] = []
  const close = () => {
    const withWords = run.filter((one) => one.hasWords).length
    if (run.length >= 2 && withWords >= Math.max(1, run.length / 3)) for (const one of run) found.set(one.index, levels.numbered)
    run = []
  }
  blocks.forEach((block, index) => {
    if (block.kind === 'heading') {
      close()
      role = roleOfHeading(splitNumber(block.text).title)?.kind ?? null
      return
    }
    if (role === 'people' || role === 'actions' || role === 'decisions') return
    const count = block.kind === 'line' && !block.isQuote ? headingNumber(block) : null
    const last = run.at(-1)
    if (count !== null && (last === undefined ? count <= 1 : count > last.count && count <= last.count + 3)) {
      run.push({ index, count, hasWords: false })
      return
    }
    if (last !== undefined && isMore(block)) last.hasWords = true
    if (block.kind === 'line' && block.depth === 0 && roleOfHeading(block.text) !== null && standsAlone(blocks, index)) close()
  })
  close()
  return found
}

function headingNumber(line: Line): number | null {
  if (line.text.length > 140 || (/[.;,]$/.test(line.text) && line.text.length > 60)) return null
  if (line.depth === 1 && line.marker === 'number') return Number.parseInt(line.number ?? '', 10) || null
  if (line.depth > 0) return null
  const { number } = splitNumber(line.text)
  if (number === null) return null
  return /^\d+$/.test(number) ? Number(number) : romanOf(number)
}

function romanOf(number: string): number | null {
  const index = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'].indexOf(number)
  return index < 0 ? null : index + 1
}

/** Words of a discussion, not only entries below an entry. */
function isMore(block: Block): boolean {
  if (block.kind === 'table') return true
  if (block.kind !== 'line') return false
  return (
    block.depth === 0 ||
    (block.marker === null && block.text.length > 0) ||
    wordsOf(block.runs).length > 70 ||
    /[.!?]$/.test(block.text)
  )
}

import type { Block, Place } from '../Block.ts'
import type { Scene } from './Found.ts'
import { isDateOnly } from './isDateOnly.ts'
import { type LabelKind, labelKindOf } from './labels.ts'
import { withoutNick } from './lineWords.ts'
import { splitLabel } from './plainWords.ts'
import type { Section } from './sections.ts'

/** A line of the opening: with a label, or as it stands. */
export interface HeadLine {
  readonly text: string
  readonly label: string | null
  readonly kind: LabelKind | null
  readonly rest: string
  readonly at: Place
  readonly section: Section
  /** Among the first lines of the text, before anything was discussed. */
  readonly isOpening: boolean
}

/** The lines in which a text says what it is about: before the first subject, and under headings such as "Details". */
export function headLines(scene: Scene): readonly HeadLine[] {
  const found: HeadLine[] = []
  let isOpening = true
  for (const section of scene.sections) {
    const isHead = section.role?.kind === 'meta' || section === scene.titleSection
    const isAside = isHead || section.role?.kind === 'people' || section.role?.kind === 'aside' || section.role?.kind === 'agenda'
    const isDay = isOpening && section.heading !== null && isDateOnly(section.heading.text, scene.language)
    if (!isAside && !isDay) isOpening = false
    if (isDay && section.heading !== null && section !== scene.titleSection) {
      const { text } = section.heading
      found.push({ text, label: null, kind: null, rest: '', at: section.heading, section, isOpening: true })
    }
    for (const block of section.blocks) {
      for (const { text, at } of linesOf(block)) {
        const label = splitLabel(text)
        const kind = label === null ? null : labelKindOf(label.label)
        const isLater = section.role?.kind === 'nextMeeting' || section.role?.kind === 'later' || section.role?.kind === 'actions'
        if (!isHead && (kind === null || isLater || (!isOpening && kind !== 'start' && kind !== 'end'))) continue
        found.push({
          text,
          label: label?.label ?? null,
          kind,
          rest: label?.rest ?? '',
          at,
          section,
          isOpening: isOpening && isHead,
        })
      }
    }
  }
  return found
}

/** A line, or the rows of a table read as label and words. */
function linesOf(block: Block): readonly { readonly text: string; readonly at: Place }[] {
  if (block.kind === 'line') return block.isQuote ? [] : [{ text: withoutNick(block.text), at: block }]
  if (block.kind !== 'table') return []
  const rows = [...(block.head === null ? [] : [{ from: block.from, to: block.from, cells: block.head }]), ...block.rows]
  return rows.flatMap(({ cells, from, to }) => {
    const pairs: { text: string; at: Place }[] = []
    for (let index = 0; index + 1 < cells.length; index += 2) {
      const label = (cells[index] ?? '').replace(/\s*:\s*$/, '')
      if (labelKindOf(label) !== null) pairs.push({ text: `${label}: ${cells[index + 1] ?? ''}`, at: { from, to } })
    }
    return pairs
  })
}

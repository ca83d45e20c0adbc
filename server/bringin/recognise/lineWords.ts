import type { Block, Line, Place } from '../Block.ts'
import type { Scene } from './Found.ts'
import type { Section } from './sections.ts'

/** A line with the section in which it stands. */
export interface PlacedLine {
  readonly line: Line
  readonly section: Section
  readonly next: Block | undefined
}

/** Every line of the text that is not quoted. */
export function placedLines(scene: Scene): readonly PlacedLine[] {
  return scene.sections.flatMap((section) =>
    section.blocks.flatMap((line, index) =>
      line.kind === 'line' && !line.isQuote ? [{ line, section, next: section.blocks[index + 1] }] : [],
    ),
  )
}

/** The role of the section or of one above it. */
export function roleAround(section: Section): NonNullable<Section['role']>['kind'] | null {
  for (let above: Section | null = section; above !== null && above.parent !== null; above = above.parent) {
    const kind = above.role?.kind
    // What lies below an agenda under a heading of its own was discussed there.
    const isOnlyAround = kind === 'notes' || kind === 'meta' || (kind === 'agenda' && above !== section)
    if (kind !== undefined && !isOnlyAround) return kind
  }
  return null
}

const speaker = /^(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s*)?<[^>]{1,40}>\s*/

/** The words of a line less the hour and the nick of a log. */
export function withoutNick(text: string): string {
  return text.replace(speaker, '').replace(/^\d{1,2}:\d{2}(?::\d{2})?\s+/, '')
}

/** A place as plain numbers. */
export function placeOf({ from, to }: Place): Place {
  return { from, to }
}

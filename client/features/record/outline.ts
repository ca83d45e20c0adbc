import { type Part, sectionCountOf, sectionMark, type Turn } from '../../../shared/record/index.ts'

export type ItemPart = Extract<Part, { readonly kind: 'item' }>
export type ActionPart = Extract<Part, { readonly kind: 'action' }>
export type AttendancePart = Extract<Part, { readonly kind: 'attendance' }>
/** One numbered paragraph of the paper. */
export type Paragraph = Extract<Part, { readonly kind: 'note' | 'review' | 'outcome' | 'qualifier' | 'target' }>

export interface SectionOutline {
  readonly item: ItemPart
  readonly anchor: string
  readonly paragraphs: readonly Paragraph[]
  /** Who spoke under the item. */
  readonly turns: readonly Turn[]
  /** Something follows that this reader may not see. */
  readonly hidesAfter: boolean
}

export interface Outline {
  readonly sections: readonly SectionOutline[]
  /** What an addendum added: it stands after the annexes. */
  readonly added: readonly SectionOutline[]
  /** What was said of earlier actions under an item that is gone. */
  readonly stray: readonly Paragraph[]
  /** Who spoke while no item was open. */
  readonly outside: readonly Turn[]
  readonly actions: readonly ActionPart[]
  readonly attendance: AttendancePart | null
  /** Something stands first that this reader may not see. */
  readonly hidesFirst: boolean
}

interface Draft {
  readonly item: ItemPart
  readonly isAdded: boolean
  readonly paragraphs: Paragraph[]
  turns: readonly Turn[]
  hidesAfter: boolean
}

/** The parts of a paper as it is laid out: a section for each item with what stands under it, then actions and attendance. Null: hidden. */
export function outlineOf(parts: readonly (Part | null)[]): Outline {
  const drafts: Draft[] = []
  const actions: ActionPart[] = []
  const stray: Paragraph[] = []
  let outside: readonly Turn[] = []
  let attendance: AttendancePart | null = null
  let hidesFirst = false
  for (const part of parts) {
    const last = drafts.at(-1)
    if (part === null) {
      if (last === undefined) hidesFirst = true
      else last.hidesAfter = true
      continue
    }
    switch (part.kind) {
      case 'item':
        drafts.push({
          item: part,
          isAdded: actions.length > 0 || attendance !== null,
          paragraphs: [],
          turns: [],
          hidesAfter: false,
        })
        break
      case 'action':
        actions.push(part)
        break
      case 'attendance':
        attendance = part
        break
      case 'speakers':
        if (part.item === null) outside = part.turns
        else if (last !== undefined) last.turns = part.turns
        break
      case 'review':
        if (part.item === null) stray.push(part)
        else last?.paragraphs.push(part)
        break
      default:
        last?.paragraphs.push(part)
    }
  }
  const sections = drafts.map(({ isAdded, ...draft }, place) => ({ isAdded, section: { ...draft, anchor: `s${place + 1}` } }))
  return {
    sections: sections.filter((one) => !one.isAdded).map((one) => one.section),
    added: sections.filter((one) => one.isAdded).map((one) => one.section),
    stray,
    outside,
    actions,
    attendance,
    hidesFirst,
  }
}

/** The name in the address of a paragraph: "p7", "p7bis", "pA3". */
export function anchorOf(number: string): string {
  return `p${number.replaceAll(/[^\p{L}\p{N}.]/gu, '')}`
}

/** The id that the address of a part keeps for ever; null for what is only counted (notes, attendance). */
export function partIdOf({ kind, key }: Part): string | null {
  const [prefix, id] = key.split(':')
  return prefix === kind && kind !== 'note' && id !== undefined && id !== '' ? id : null
}

/** The mark of a section on the page, as every document has it; nothing for what has no number. */
export function headingMark(number: string | null, language: string): string {
  return number === null ? '' : sectionMark(number, sectionCountOf(language))
}

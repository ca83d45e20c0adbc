import type { Block, ItemView, MeetingRecord, OutcomeView, QualifierView, TargetView } from '../../../shared/record/index.ts'

/** One numbered paragraph of the paper. */
export type Paragraph =
  | { readonly kind: 'note'; readonly number: number; readonly block: Block }
  | { readonly kind: 'outcome'; readonly number: number; readonly outcome: OutcomeView }
  | { readonly kind: 'qualifier'; readonly number: number; readonly outcome: OutcomeView; readonly qualifier: QualifierView }
  | { readonly kind: 'target'; readonly number: number; readonly target: TargetView }

export interface SectionOutline {
  readonly item: ItemView
  readonly anchor: string
  readonly paragraphs: readonly Paragraph[]
}

/** The paper in reading order: a section for each item that was not removed, its paragraphs numbered through the whole. */
export function outlineOf(record: MeetingRecord): readonly SectionOutline[] {
  let number = 0
  const next = () => ++number
  return record.items
    .filter((item) => !item.removed)
    .map((item, place) => ({
      item,
      anchor: `s${place + 1}`,
      paragraphs: [
        ...item.notes.filter(hasWords).map((block): Paragraph => ({ kind: 'note', number: next(), block })),
        ...record.outcomes
          .filter((outcome) => outcome.item === item.id && !outcome.removed)
          .flatMap((outcome): Paragraph[] => [
            { kind: 'outcome', number: next(), outcome },
            ...outcome.qualifiers.map((qualifier): Paragraph => ({ kind: 'qualifier', number: next(), outcome, qualifier })),
          ]),
        ...record.targets
          .filter((target) => target.item === item.id && !target.removed)
          .map((target): Paragraph => ({ kind: 'target', number: next(), target })),
      ],
    }))
}

function hasWords(block: Block): boolean {
  return 'runs' in block ? block.runs.some((run) => run.text.trim() !== '') : block.items.some((item) => item.some(hasWords))
}

const romanDigits = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

/** "IV." for item 4 and "IV.2." below it, so that sections and paragraphs are told apart; other scripts keep the figures. */
export function sectionMark(number: string | null, language: string): string {
  if (number === null) return ''
  const [first = '', ...rest] = number.split('.')
  const isLatin = !/^(ar|zh)(-|$)/.test(language)
  return `${[isLatin ? roman(Number(first)) : first, ...rest].join('.')}.`
}

function roman(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 89) return String(value)
  let left = value
  let text = ''
  for (const [worth, letters] of romanDigits) {
    while (left >= worth) {
      text += letters
      left -= worth
    }
  }
  return text
}

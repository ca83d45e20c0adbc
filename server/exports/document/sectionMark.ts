import type { SectionCount } from './PrintDocument.ts'

const digits = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

/** "IV." for item 4 and "IV.2." below it, so that sections and paragraphs are told apart; some scripts keep the figures. */
export function sectionMark(number: string, sections: SectionCount): string {
  const [first = '', ...rest] = number.split('.')
  return `${[sections === 'roman' ? roman(first) : first, ...rest].join('.')}.`
}

function roman(figures: string): string {
  let left = Number(figures)
  if (!Number.isInteger(left) || left < 1 || left > 89) return figures
  let text = ''
  for (const [worth, letters] of digits) {
    while (left >= worth) {
      text += letters
      left -= worth
    }
  }
  return text
}

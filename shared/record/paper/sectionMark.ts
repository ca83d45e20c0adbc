const digits = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

/** How a paper counts its sections: "IV." tells them apart from paragraphs, where the script has such letters. */
export type SectionCount = 'roman' | 'figures'

/** Roman letters do not stand in papers written from right to left, nor in Chinese, Japanese and Korean ones. `language` is a BCP 47 tag. */
export function sectionCountOf(language: string): SectionCount {
  return /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi|zh|ja|ko)(-|$)/i.test(language) ? 'figures' : 'roman'
}

/** "IV." for item 4, "IV.2." below it, and "IV bis." for what came between. The page and every document say it alike. */
export function sectionMark(number: string, sections: SectionCount): string {
  const [first = '', ...rest] = number.split('.')
  const [figure = '', ...word] = first.split(' ')
  const lead = [sections === 'roman' ? roman(figure) : figure, ...word].join(' ')
  return `${[lead, ...rest].join('.')}.`
}

function roman(figure: string): string {
  let left = Number(figure)
  if (!Number.isInteger(left) || left < 1 || left > 89) return figure
  let text = ''
  for (const [worth, letters] of digits) {
    while (left >= worth) {
      text += letters
      left -= worth
    }
  }
  return text
}

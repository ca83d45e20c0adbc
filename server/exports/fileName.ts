import { oneLine } from './document/cleanText.ts'

const longestLetters = 80
const longestBytes = 180

/**
 * A tidy file name (RELIABILITY W7): no path, no sign that some system forbids, no mark that turns the direction of the ending,
 * not too long, and never empty. What it is stands behind the title, so that no title makes a reserved name.
 */
export function fileName(title: string, what: string): string {
  const tidy = oneLine(title)
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .replace(/[<>:"/\\|?*%;'`$]+/g, ' ')
    .replace(/\.{2,}/g, '.')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.~-]+|[\s.-]+$/g, '')
  const cut = shorten(tidy).replace(/[\s.-]+$/, '')
  const free = /^(con|prn|aux|nul|com\d|lpt\d)\s*\./i.test(cut) ? `_${cut}` : cut
  return free === '' ? what : `${free} - ${what}`
}

/** Cut between letters as people see them, so that nothing is halved. */
function shorten(text: string): string {
  let kept = ''
  let letters = 0
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (letters === longestLetters || Buffer.byteLength(kept) + Buffer.byteLength(segment) > longestBytes) return kept
    kept += segment
    letters += 1
  }
  return kept
}

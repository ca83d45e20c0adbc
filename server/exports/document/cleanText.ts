/**
 * A text as it can stand in any document. Taken out: control characters (XML has no place for them, RELIABILITY W4), halves of
 * letters, and the marks that turn the direction of what follows: direction is set by us, text by text, so that no words can
 * make others look different. Line separators become line feeds.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}]/gu, (sign) => (sign === '\n' ? sign : ''))
    .replace(/[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF\uFFF9-\uFFFB]|[\u{1FFFE}\u{1FFFF}\u{E0000}-\u{E007F}]/gu, '')
}

/** The same on one line. */
export function oneLine(text: string): string {
  return joinLines(cleanText(text))
}

/** Lines put behind each other. By cutting and not by a pattern, which a long row of blanks would make slow. */
export function joinLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
}

/** Cleans every text within plain data, however deep. */
export function cleanDeep<T>(value: T): T {
  // Each branch gives back what it was given, with other texts in it.
  if (typeof value === 'string') return cleanText(value) as T
  if (Array.isArray(value)) return value.map(cleanDeep) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleanDeep<unknown>(one)])) as T
}

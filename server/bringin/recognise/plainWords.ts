/** Words as they are compared: without accents, case, numbering, signs at the ends and counts in brackets. */
export function plainWords(text: string): string {
  return folded(text)
    .replace(/^[\s\p{P}\p{S}]+/u, '')
    .replace(/^(?:\d+(?:\.\d+)*|[ivx]+)[.):]?\s+(?=\S)/, '')
    .replace(/\s*\((?:\d+|s|es|e|e\.s)\)\s*/g, ' ')
    .replace(/[\s\p{P}\p{S}]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Without accents and case. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ`]/g, "'")
    .toLowerCase()
}

/** A number before a title, as the source has it: `2.6.1`, `IV`, `B`; and the title without it. */
export function splitNumber(text: string): { readonly number: string | null; readonly title: string } {
  const named =
    /^(?:agenda\s+item|item|topic|point(?:\s+n[°o]\.?)?|sujet|punto?|article|section)\s+(\d+(?:\.\d+)*|[IVX]+)\s*[.):–—-]*\s+(\S.*)$/iu.exec(
      text,
    )
  const plain =
    named ??
    /^\(?(\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[A-Z])[.)]\)?\s+(\S.*)$/u.exec(text) ??
    /^(\d{1,3}(?:\.\d{1,3})+)\s+(\p{Lu}.*)$/u.exec(text)
  if (plain !== null) return { number: plain[1] ?? null, title: plain[2] ?? text }
  const dashed = /^(\d{1,2})\s*[–—-]\s+(\p{L}.*)$/u.exec(text) ?? /^(\d{1,2})\s{1,3}(\p{Lu}.*)$/u.exec(text)
  return dashed === null ? { number: null, title: text } : { number: dashed[1] ?? null, title: dashed[2] ?? text }
}

/** A label with what stands behind it: `Present: Ann, Bob`. */
export function splitLabel(text: string): { readonly label: string; readonly rest: string } | null {
  const match = /^(?:[*_#>•-]+\s*)?(\p{L}[^:：\n]{0,60}?)\s*[:：]\s*(.*)$/u.exec(text)
  if (match === null) return null
  const [, label = '', rest = ''] = match
  return /^\/\//.test(rest) ? null : { label, rest: rest.trim() }
}

/** Sentences of a text; a dot behind one letter, a number or an abbreviation ends none. */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = []
  let start = 0
  for (const match of text.matchAll(/[.!?…]+["»”’)\]]*\s+(?=[\p{Lu}\p{N}"«“(@])/gu)) {
    const before = text.slice(start, match.index)
    if (
      /(?:^|[\s(])(?:\p{Lu}|e\.g|i\.e|cf|etc|vs|no|nos|art|mr|mrs|ms|dr|mme|m|st|p|pp|approx|resp)$/iu.test(before) &&
      match[0].startsWith('.')
    )
      continue
    sentences.push(text.slice(start, match.index + match[0].length).trim())
    start = match.index + match[0].length
  }
  const rest = text.slice(start).trim()
  if (rest !== '') sentences.push(rest)
  return sentences
}

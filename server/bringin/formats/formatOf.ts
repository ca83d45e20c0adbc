import { ok, type Result, refuse } from '../../../shared/base/index.ts'

export type Format = 'markdown' | 'html' | 'asciidoc' | 'docx' | 'text'

/** What kind of file the bytes are, whatever its name says; a name decides only between kinds of text. */
export function containerOf(bytes: Uint8Array): Result<'docx' | 'text'> {
  const start = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (bytes.length === 0) return refuse('malformed', 'This file is empty.', 'bringInEmpty')
  if (start.startsWith('504b0304') || start.startsWith('504b0506')) return ok('docx')
  if (start.startsWith('d0cf11e0')) {
    return refuse('malformed', 'This is a file of an older Word: save it as .docx or as text first.', 'bringInOldWord')
  }
  if (start.startsWith('25504446')) {
    return refuse('malformed', 'This is a PDF, which holds no lines to read: save the text of it first.', 'bringInPdf')
  }
  if (start.startsWith('7b5c727466'))
    return refuse('malformed', 'This is RTF: save it as .docx or as text first.', 'bringInOldWord')
  return ok('text')
}

/** Which kind of text it is: by what it holds where that is plain, else by its name. */
export function textFormatOf(text: string, name: string): Exclude<Format, 'docx'> {
  const start = text.slice(0, 2_000).trimStart().toLowerCase()
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?<(!doctype html|html|head|body)\b/.test(start)) return 'html'
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (/^(html?|xhtml)$/.test(ending)) return /<\/?(p|div|h[1-6]|ul|ol|li|br|table|b|strong|span)\b/i.test(text) ? 'html' : 'text'
  if (/^(adoc|asciidoc|asc)$/.test(ending)) return 'asciidoc'
  if (/^(md|markdown|mdown|mkd|mdx|qmd|rmd)$/.test(ending)) return 'markdown'
  if (/^= \S.*$/m.test(start.split('\n')[0] ?? '') && /^==+ \S/m.test(text)) return 'asciidoc'
  if (count(text, /^#{1,6} \S/gm) >= 2 || count(text, /^[*-] \*\*|\]\(https?:/gm) >= 2) return 'markdown'
  if (count(text, /<\/(p|div|h[1-6]|ul|ol|li|table)>/gi) >= 3) return 'html'
  return 'text'
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

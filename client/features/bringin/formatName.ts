import type { BringInSource } from '../../../shared/protocol/index.ts'

const names: Partial<Record<BringInSource['format'], string>> = {
  markdown: 'Markdown',
  html: 'HTML',
  asciidoc: 'AsciiDoc',
  docx: 'Word',
}

/** The proper name of a format, the same in every language; null for plain text, which has none. */
export function formatName(format: BringInSource['format']): string | null {
  return names[format] ?? null
}

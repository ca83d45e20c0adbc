import { oneLine } from '../document/cleanText.ts'

/** A table as CSV by RFC 4180, in UTF-8 with its mark, which spreadsheets need. Every cell is one line and quoted. */
export function csvText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows].map((row) => row.map((cell) => `"${safeCell(cell).replaceAll('"', '""')}"`).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** Signs by which a spreadsheet takes a cell for a formula; full-width forms count too. */
const formula = '[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]'
const atStart = new RegExp(`^(?=['"\\s]*${formula})`)
// A program that separates by another sign than the comma sees a cell begin within ours.
const afterSeparator = new RegExp(`([;,|])(?=['"\\s]*${formula})`, 'g')

/** A cell that no spreadsheet calculates (RELIABILITY W5): an apostrophe makes it words. */
function safeCell(text: string): string {
  return oneLine(text).replace(atStart, "'").replace(afterSeparator, "$1'")
}

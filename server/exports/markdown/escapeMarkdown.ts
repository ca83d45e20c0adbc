import { joinLines } from '../document/cleanText.ts'

/**
 * Words as plain text of a Markdown file. A backslash goes before every sign that could begin markup (CommonMark 2.4): those of
 * inline markup wherever they stand, those of blocks where a line or a run begins. Addresses and names do not link themselves.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&|~$@]/g, (sign) => `\\${sign}`)
    .replace(/:(?=\/\/)|:(?=[\w+-]+:)/g, '\\:')
    .replace(/\bwww\./gi, (word) => `${word.slice(0, 3)}\\.`)
    .replace(/^[ \t]+/gm, ' ')
    .replace(/^( ?)([#+\-=:.)!])/gm, '$1\\$2')
    .replace(/^( ?\d+)([.)])/gm, '$1\\$2')
}

/** The same on one line, for headings and cells of tables. */
export function escapeLine(text: string): string {
  return escapeMarkdown(text.includes('\n') ? joinLines(text) : text)
}

/** An address as the target of a link: in pointed brackets, where nothing can end it early. */
export function linkTarget(address: string): string {
  return `<${address.replace(/[\\<>\s]/g, (sign) => encodeURIComponent(sign))}>`
}

/** The words of a line: it has no breaks of its own, however a client may have written them. */
export function asLineWords(words: string): string {
  return words.replace(/\s*[\r\n]+\s*/g, ' ')
}

/** The name of a sentence in the page's address. */
export function sentenceAnchor(id: string): string {
  return `sentence-${id}`
}

/** The words without their square brackets: what stood in them stays. */
export function withoutBrackets(text: string): string {
  return text.replace(/[[\]]/g, '')
}

/** The words without what stands in square brackets; a bracket without its counterpart goes alone. */
export function withoutBracketed(text: string): string {
  let rest = text
  // From the inside out, as brackets nest.
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replace(/(\s?)\[[^[\]]*\](\s?)/g, (_whole, ahead: string, behind: string) =>
      ahead && behind ? ' ' : ahead || behind,
    )
  }
  return tidied(withoutBrackets(rest))
}

/** What the gap leaves: no blank before a full stop or a comma, none at the ends. */
function tidied(text: string): string {
  return text
    .replace(/\s+([,.;:)؛،])/gu, '$1')
    .replace(/ {2,}/g, ' ')
    .trim()
}

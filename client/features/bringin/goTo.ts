/** The element of a find's card. */
export function findElementId(id: string): string {
  return `find-${id}`
}

/** The element of a source line. */
export function lineElementId(part: string, line: number): string {
  return `line-${part}-${line}`
}

/** Brings a find's card into view and puts the focus on it. */
export function goToFind(id: string): void {
  reach(findElementId(id))
}

/** Brings a line of the source into view, with the focus on it. */
export function goToLine(part: string, line: number): void {
  reach(lineElementId(part, line))
}

/** After the page has drawn what it was just told; without a jump where the thing is in sight. */
function reach(elementId: string): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(elementId)
    element?.scrollIntoView({ block: 'nearest' })
    element?.focus({ preventScroll: true })
  })
}

/** A place of our own to go to, from what an address says; anything else leads home, so that no link sends people elsewhere. */
export function insidePath(wanted: string | null): string {
  const text = wanted ?? '/'
  return !text.startsWith('/sign-in') && /^\/(?![/\\])[\w\-/]*(\?[\w\-.~%&=+*]*)?(#[\w\-.%]*)?$/.test(text) ? text : '/'
}

/** A length of time as a clock shows it: "9:40", "1:02:05" beyond an hour. Never negative. Digits and colons only: no language. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  const tail = `${hours > 0 ? twoDigits(minutes) : minutes}:${twoDigits(seconds % 60)}`
  return hours > 0 ? `${hours}:${tail}` : tail
}

/** How far a time is beyond what was allowed, in whole minutes; null when it is not beyond, or nothing was allowed. */
export function minutesOver(usedMs: number, allowedMs: number | null): number | null {
  // The clock shows whole seconds: "15:00 of 15:00" is not over, whatever the milliseconds say.
  const over = allowedMs === null ? 0 : Math.floor(usedMs / 1000) - Math.floor(allowedMs / 1000)
  return over <= 0 ? null : Math.floor(over / 60)
}

function twoDigits(figure: number): string {
  return String(figure).padStart(2, '0')
}

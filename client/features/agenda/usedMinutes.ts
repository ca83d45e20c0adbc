/** A whole number of minutes as the agenda shows it: what has begun counts, so that a minute over plan shows as one. */
export function usedMinutes(ms: number): number {
  return Math.ceil(Math.floor(Math.max(0, ms) / 1000) / 60)
}

/** Whether more was used than planned, by the full second; without a plan nothing is ever over. */
export function isOver(usedMs: number, plannedMs: number | null): boolean {
  return plannedMs !== null && Math.floor(usedMs / 1000) > Math.floor(plannedMs / 1000)
}

/** By how many whole minutes more was used than planned; null when it was not more, 0 in the first minute over. */
export function minutesOver(usedMs: number, plannedMs: number | null): number | null {
  return plannedMs !== null && isOver(usedMs, plannedMs) ? Math.floor((usedMs - plannedMs) / 60_000) : null
}

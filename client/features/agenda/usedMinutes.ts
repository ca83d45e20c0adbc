/** A whole number of minutes as the agenda shows it: what has begun counts, so that a minute over plan shows as one. */
export function usedMinutes(ms: number): number {
  return Math.ceil(Math.floor(Math.max(0, ms) / 1000) / 60)
}

/** Whether more was used than planned, by the full second; without a plan nothing is ever over. */
export function isOver(usedMs: number, plannedMs: number | null): boolean {
  return plannedMs !== null && Math.floor(usedMs / 1000) > Math.floor(plannedMs / 1000)
}

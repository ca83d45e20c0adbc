/** How the predicted end stands to the planned one, in whole minutes. */
export interface Lateness {
  readonly kind: 'onPlan' | 'behind' | 'ahead'
  readonly minutes: number
}

/** Lateness as people say it: half a minute either way is on plan. */
export function lateness(lateMs: number): Lateness {
  const minutes = Math.round(Math.abs(lateMs) / 60_000)
  if (minutes === 0) return { kind: 'onPlan', minutes }
  return { kind: lateMs > 0 ? 'behind' : 'ahead', minutes }
}

/** The day of an ISO date or date-time, as exact as it is stated: "2002", "2002-09", "2002-09-16"; null when there is none. */
export function statedDay(iso: string | null): string | null {
  return iso === null ? null : (/^\d{4}(-\d{2}(-\d{2})?)?/.exec(iso)?.[0] ?? null)
}

/** The last day that a stated day may be: "2002-02" is until "2002-02-28". */
export function lastDay(stated: string): string {
  const [year = '', month = '12', day] = stated.split('-')
  if (day !== undefined) return stated
  // Day 0 of the next month is the last one of this.
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return `${year}-${month}-${String(last).padStart(2, '0')}`
}

/** Whether one stated day is surely before another: what may be the same day is not. */
export function isBefore(one: string | null, other: string | null): boolean {
  const [early, late] = [statedDay(one), statedDay(other)]
  return early !== null && late !== null && lastDay(early) < late
}

/** The day that a moment is in a zone ("2002-09-16"); in UTC where the zone is not stated or not known. `now` in ms since 1970. */
export function dayIn(now: number, timeZone: string | null): string {
  const moment = new Date(now)
  if (timeZone === null) return moment.toISOString().slice(0, 10)
  try {
    // This locale writes dates as ISO has them.
    return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment)
  } catch {
    return moment.toISOString().slice(0, 10)
  }
}

/** So many days later. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

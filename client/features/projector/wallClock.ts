/** Time on the wall: what the clock shows, and how far it is over. */
export interface WallClock {
  /** "9:40", "1:02:05". */
  readonly text: string
  /** Whole minutes of the plan; null where nothing is planned. */
  readonly plannedMinutes: number | null
  /** The plan as a clock shows it: "15:00"; empty where nothing is planned. */
  readonly plannedText: string
  /** Whole minutes over the plan (0 in the first); null when within it. */
  readonly overMinutes: number | null
}

/** A length of time and its plan as the wall tells them; whole seconds, so that "15:00 of 15" is not over. */
export function wallClock(usedMs: number, plannedMs: number | null): WallClock {
  const seconds = Math.max(0, Math.floor(usedMs / 1000))
  const overSeconds = plannedMs === null ? 0 : seconds - Math.floor(plannedMs / 1000)
  return {
    text: digits(seconds),
    plannedMinutes: plannedMs === null ? null : Math.round(plannedMs / 60_000),
    plannedText: plannedMs === null ? '' : digits(Math.floor(plannedMs / 1000)),
    overMinutes: overSeconds > 0 ? Math.floor(overSeconds / 60) : null,
  }
}

function digits(seconds: number): string {
  const two = (figure: number) => String(figure).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

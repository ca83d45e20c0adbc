/** What is known of server time less this device's steady clock, in ms: it lies between the two. */
export interface OffsetBounds {
  readonly least: number
  /** Infinity as long as the server was only heard and never asked. */
  readonly most: number
  /** Steady time at which this was true. */
  readonly at: number
}

/** One hour that the server told. `askedAt` null: it was told unasked, so it may be as old as the line was slow. */
export interface HeardHour {
  readonly server: number
  readonly askedAt: number | null
  readonly heardAt: number
}

/** Two good clocks drift apart by less than this each ms. */
const drift = 0.0005

/** What one hour alone says: it was read at the server between asking and hearing. */
export function boundsOf({ server, askedAt, heardAt }: HeardHour): OffsetBounds {
  return { least: server - heardAt, most: askedAt === null ? Number.POSITIVE_INFINITY : server - askedAt, at: heardAt }
}

/** Bounds as they are some time later: wider, because clocks drift. */
export function aged(bounds: OffsetBounds, now: number): OffsetBounds {
  const spread = Math.max(0, now - bounds.at) * drift
  return { least: bounds.least - spread, most: bounds.most + spread, at: now }
}

/** What both say together. Where they contradict each other a clock was set, and the later word holds. */
export function narrowed(before: OffsetBounds | null, heard: OffsetBounds): OffsetBounds {
  if (before === null) return heard
  const known = aged(before, heard.at)
  const least = Math.max(known.least, heard.least)
  const most = Math.min(known.most, heard.most)
  return least > most ? heard : { least, most, at: heard.at }
}

/** The offset to reckon with: the middle; unasked, the hour as it was heard. */
export function offsetOf({ least, most }: OffsetBounds): number {
  return Number.isFinite(most) ? (least + most) / 2 : least
}

/** How wrong that can be, in ms, at this steady time. */
export function errorOf(bounds: OffsetBounds, now: number): number {
  const { least, most } = aged(bounds, now)
  return (most - least) / 2
}

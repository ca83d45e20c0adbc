import type { Millis } from '../../shared/base/index.ts'

export interface HourOptions {
  readonly locale: string
  /** The meeting's; null: that of the reader's device. */
  readonly timeZone: string | null
  /** When the meeting was opened, suspended, resumed and closed. */
  readonly sittings: readonly Millis[]
}

/** The hour at the place of the meeting, in 24-hour time; with its day when the sittings were not all on one day. */
export function hourOf(at: Millis, { locale, timeZone, sittings }: HourOptions): string {
  const zone = timeZone !== null && isZone(timeZone) ? { timeZone } : {}
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'short', ...zone })
  const days = new Set([at, ...sittings].map((moment) => day.format(moment)))
  const date = days.size > 1 ? { day: 'numeric' as const, month: 'short' as const } : {}
  return new Intl.DateTimeFormat(locale, { ...date, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...zone }).format(at)
}

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}

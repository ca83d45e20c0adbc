import type { Millis } from '../base/index.ts'

const dayMs = 86_400_000

/** The instant that a head's date names; null where it names none: only a day, or an hour without its zone. */
export function exactInstant(text: string | null, timeZone: string | null): Millis | null {
  if (text === null || !text.includes('T')) return null
  if (/(Z|[+-]\d\d:?\d\d)$/.test(text)) return millis(Date.parse(text))
  if (timeZone === null) return null
  const asUtc = Date.parse(`${text}Z`)
  if (Number.isNaN(asUtc)) return null
  try {
    // Where the zone changes its hour that day the offsets before and after both count.
    const guesses = [asUtc - dayMs, asUtc + dayMs].map((at) => asUtc - offsetMs(at, timeZone))
    const exact = guesses.filter((at) => at + offsetMs(at, timeZone) === asUtc)
    // C8: an hour that comes twice, or never, is taken for the later one: nothing may end before its time.
    return millis(Math.max(...(exact.length > 0 ? exact : guesses)))
  } catch {
    return null
  }
}

function millis(value: number): Millis | null {
  // A number of the right unit, made from a date just above.
  return Number.isNaN(value) ? null : (value as Millis)
}

/** How far the zone's hour was ahead of UTC then. */
function offsetMs(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const figure = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value)
  const there = Date.UTC(figure('year'), figure('month') - 1, figure('day'), figure('hour'), figure('minute'), figure('second'))
  return there - Math.floor(at / 1000) * 1000
}

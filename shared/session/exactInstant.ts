import type { Millis } from '../base/index.ts'

/** The instant that a head's date names; null where it names none: only a day, or an hour without its zone. */
export function exactInstant(text: string | null, timeZone: string | null): Millis | null {
  if (text === null || !text.includes('T')) return null
  if (/(Z|[+-]\d\d:?\d\d)$/.test(text)) return millis(Date.parse(text))
  if (timeZone === null) return null
  const asUtc = Date.parse(`${text}Z`)
  if (Number.isNaN(asUtc)) return null
  try {
    // Twice: near a change of the zone's hour the first guess may have the other side's offset.
    const first = asUtc - offsetMs(asUtc, timeZone)
    return millis(asUtc - offsetMs(first, timeZone))
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

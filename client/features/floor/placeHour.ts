import type { MeetingHead } from '../../../shared/record/index.ts'

/** A moment as an hour of the meeting's place, and how to name that place; a null name where the reader's own hour is the same. */
export interface PlaceHour {
  readonly time: string
  /** "Geneva": the place as the head has it. */
  readonly place: string | null
  /** "Central European Standard Time": where no place is stated. */
  readonly zone: string | null
}

/** The hour at the meeting's place in 24-hour time. The place is named only where the device shows another hour (design, "Words"). */
export function placeHour(
  at: number,
  head: Pick<MeetingHead, 'timeZone' | 'place'>,
  locale: string,
  deviceZone: string | undefined = undefined,
): PlaceHour {
  const here = hour(at, locale, deviceZone)
  const there = head.timeZone === null ? here : (known(() => hour(at, locale, head.timeZone ?? undefined)) ?? here)
  if (there === here) return { time: here, place: null, zone: null }
  return { time: there, place: head.place, zone: head.place === null ? zoneName(at, locale, head.timeZone) : null }
}

function hour(at: number, locale: string, timeZone: string | undefined): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat(locale, timeZone === undefined ? options : { ...options, timeZone }).format(new Date(at))
}

function zoneName(at: number, locale: string, timeZone: string | null): string {
  const options = { timeZoneName: 'long', ...(timeZone === null ? {} : { timeZone }) } as const
  const parts = new Intl.DateTimeFormat(locale, options).formatToParts(new Date(at))
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone ?? ''
}

/** A head may name a zone that this browser does not know: then the device's own hour is shown. */
function known<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

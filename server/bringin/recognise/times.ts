import { folded } from './plainWords.ts'

/** Hours in a text, as they stand: no zone is made up. */
export interface TimeMention {
  readonly start: string | null
  readonly end: string | null
  /** A name of a time zone where the words for it mean exactly one. */
  readonly zone: string | null
  readonly zoneWords: string | null
  readonly words: string
}

const clock = String.raw`(?:(\d{1,2})(?:[:.]([0-5]\d)(?!\.\d)|\s?(?:heures?|h)(?:\s?([0-5]\d))?(?![a-z]))\s?(a\.?m\b\.?|p\.?m\b\.?)?|(\d{1,2})\s?(a\.?m\b\.?|p\.?m\b\.?)|((?:[01]\d|2[0-3])[0-5]\d)(?=\s?(?:h\b|hrs?\b|hours\b|utc|gmt|z\b)|\s?[-–]\s?(?:[01]\d|2[0-3])[0-5]\d\b))`
const one = new RegExp(`(?<![\\d.:/])${clock}(?![\\d])`, 'gi')
const zoneWord =
  /\b(utc(?:\s?[+-]\s?\d{1,2}(?::\d{2})?)?|gmt(?:\s?[+-]\s?\d{1,2}(?::\d{2})?)?|c?est\b|cet|eet|eest|wet|bst|ist|jst|[ecmp][sd]?t|(?:[a-z]+\/[a-z_]+)|(?:eastern|central|mountain|pacific)(?:\s(?:standard|daylight))?\s(?:time)?|[a-z]+ time|heure (?:de|d')\s?[a-z]+|heure locale|local time)\b/i

/** The first hours of a text: one, or from and to. Null where there are none. */
export function findTime(text: string): TimeMention | null {
  const hours: { at: number; to: number; time: string; hasHalf: boolean; raw: RegExpMatchArray }[] = []
  for (const match of text.matchAll(one)) {
    const time = timeOf(match)
    if (time !== null)
      hours.push({ at: match.index, to: match.index + match[0].length, time, hasHalf: /[ap]\.?m/i.test(match[0]), raw: match })
  }
  const [first, second] = hours
  if (first === undefined) return null
  const between = second === undefined ? '' : text.slice(first.to, second.at)
  const isRange =
    second !== undefined && /^\s*(?:utc|gmt|[a-z]{2,4})?\s*(?:[-–—]|to|until|till|a|à|au|jusqu'?à|and|et)\s*$/i.test(between)
  const end = isRange ? second.time : null
  // "2 to 3:30 pm": the half of the day stands only behind the second hour.
  const start =
    isRange && !first.hasHalf && second.hasHalf && Number(first.time.slice(0, 2)) < 12 && end !== null
      ? sameHalf(first.time, end)
      : first.time
  const last = isRange ? second : first
  const zone = zoneIn(text.slice(last.to, last.to + 40)) ?? zoneIn(text.slice(first.to, first.to + 12))
  return { start, end, zone: zone?.zone ?? null, zoneWords: zone?.words ?? null, words: text.slice(first.at, last.to) }
}

/** The zone that words name; only those that mean one place or one clock get a name. */
export function zoneIn(text: string): { readonly words: string; readonly zone: string | null } | null {
  const match = zoneWord.exec(text)
  const words = match?.[1]?.trim()
  if (
    words === undefined ||
    /^(?:the|this|same|that|any|first|next|some|more|a|at|of|no|on|our|meeting|start|end|local|same) time$/i.test(words)
  )
    return null
  const plain = folded(words)
  if (/^(?:utc|gmt)$/.test(plain)) return { words, zone: 'UTC' }
  const full = zones().find((name) => name.toLowerCase() === plain)
  if (full?.includes('/')) return { words, zone: full }
  const city = /^heure (?:de|d')\s?([a-z]+)$/.exec(plain)?.[1] ?? /^([a-z]+) time$/.exec(plain)?.[1]
  const ofCity = city === undefined ? undefined : zones().filter((name) => name.toLowerCase().endsWith(`/${city}`))
  return { words, zone: ofCity?.length === 1 ? (ofCity[0] ?? null) : null }
}

function zones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone')
}

function timeOf([, hour, colonMinute, hMinute, half, hourOnly, halfOnly, four]: RegExpMatchArray): string | null {
  if (four !== undefined) return `${four.slice(0, 2)}:${four.slice(2)}`
  const sign = (half ?? halfOnly ?? '').toLowerCase().replaceAll('.', '')
  const stated = Number(hour ?? hourOnly)
  const hours = sign === 'pm' && stated < 12 ? stated + 12 : sign === 'am' && stated === 12 ? 0 : stated
  const minutes = Number(colonMinute ?? hMinute ?? 0)
  if (hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

function sameHalf(start: string, end: string): string {
  const hour = Number(start.slice(0, 2))
  const later = `${String(hour + 12).padStart(2, '0')}${start.slice(2)}`
  return end >= '12:00' && later < end ? later : start
}

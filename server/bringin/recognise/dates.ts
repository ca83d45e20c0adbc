import { folded } from './plainWords.ts'

/** A date in a text. */
export interface DateMention {
  readonly from: number
  readonly to: number
  readonly words: string
  /** ISO, as exact as the text has it; null: it can be read in more than one way, or has no year. */
  readonly date: string | null
  /** The ways in which it can be read, where there are several. */
  readonly choices: readonly string[]
  /** The day of the week that stands beside it, 0 for Sunday. */
  readonly weekday: number | null
  /** Day and month follow the order of the language, which the numbers alone do not say. */
  readonly isByLanguage: boolean
  /** The last day, where the text has several: "4–5 June 2024". The date is the first. */
  readonly until: string | null
  /** There is no such day: 31 February. */
  readonly isImpossible: boolean
}

const months = [
  'january|janvier|jan|janv',
  'february|fevrier|feb|fevr|fev',
  'march|mars|mar',
  'april|avril|apr|avr',
  'may|mai',
  'june|juin|jun',
  'july|juillet|jul|juil',
  'august|aout|aug',
  'september|septembre|sept|sep',
  'october|octobre|oct',
  'november|novembre|nov',
  'december|decembre|dec',
]
const monthWords = months.join('|')
const days = [
  'sunday|dimanche|sun|dim',
  'monday|lundi|mon|lun',
  'tuesday|mardi|tues|tue|mar',
  'wednesday|mercredi|wed|mer',
  'thursday|jeudi|thurs|thur|thu|jeu',
  'friday|vendredi|fri|ven',
  'saturday|samedi|sat|sam',
]
const weekday = `(?:(${days.join('|')})\\.?,?\\s+(?:the\\s+|le\\s+)?)?`
const dayFirst = new RegExp(
  `\\b${weekday}(\\d{1,2})(?:st|nd|rd|th|er|e)?\\.?(?:\\s+of|\\s+de)?\\s+(${monthWords})\\b\\.?,?(?:\\s+(\\d{4})\\b)?`,
  'g',
)
const monthFirst = new RegExp(
  `\\b${weekday}(${monthWords})\\b\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\s*[:h]\\d)(?:,?\\s+(\\d{4})\\b)?`,
  'g',
)
const monthOnly = new RegExp(`\\b(${monthWords})\\b\\.?,?\\s+(\\d{4})\\b`, 'g')
const iso = new RegExp(`\\b${weekday}(\\d{4})([-/.])(\\d{1,2})\\3(\\d{1,2})(?!\\d)`, 'g')
const numeric = new RegExp(`(?<![\\d./-])${weekday}(\\d{1,2})([./-])(\\d{1,2})\\3(\\d{4}|\\d{2})(?![\\d/]|[.-]\\d)`, 'g')

/** The dates of a text, in order. What is only a week ("the week of 27 April") is no date. */
export function findDates(text: string, language: string): readonly DateMention[] {
  // Each letter folds to one letter here, so that places in the folded text are places in the text.
  const plain = [...text].map((letter) => folded(letter)[0] ?? ' ').join('')
  const units = [...text].length === text.length
  if (!units || plain.length !== text.length) return []
  const found: DateMention[] = []
  const weeks: { from: number; to: number }[] = []
  const add = (
    match: RegExpMatchArray,
    mention: Omit<DateMention, 'from' | 'to' | 'words' | 'weekday'>,
    dayWord: string | undefined,
  ) => {
    const from = match.index ?? 0
    const words = match[0].trimEnd().replace(/,$/, '')
    const to = from + words.length
    if ([...found, ...weeks].some((one) => from < one.to && to > one.from)) return
    if (
      /(?:week|weeks|semaine)\s+(?:of|du|de|beginning|commencing|starting)?\s*(?:the\s+)?$/.test(
        plain.slice(Math.max(0, from - 24), from),
      )
    ) {
      weeks.push({ from, to })
      return
    }
    found.push({ from, to, words: text.slice(from, to), weekday: weekdayOf(dayWord, language), ...mention })
  }
  for (const match of plain.matchAll(iso)) add(match, exact(match[2], match[4], match[5]), match[1])
  for (const match of plain.matchAll(dayFirst)) add(match, named(match[4], match[3], match[2]), match[1])
  for (const match of plain.matchAll(monthFirst)) add(match, named(match[4], match[2], match[3]), match[1])
  for (const match of plain.matchAll(numeric)) {
    const [, dayWord, first = '', separator = '', second = '', year = ''] = match
    add(match, ofNumbers(first, second, year, separator, language), dayWord)
  }
  for (const match of plain.matchAll(monthOnly)) {
    const month = monthOf(match[1])
    add(match, { ...certain, date: `${match[2]}-${two(month)}` }, undefined)
  }
  return found.map((mention) => withFirstDay(mention, plain, text)).sort((one, other) => one.from - other.from)
}

/** "4–5 June", "du 4 au 5 juin": the first of several days is where the meeting began. */
function withFirstDay(mention: DateMention, plain: string, text: string): DateMention {
  if (mention.date?.length !== 10) return mention
  const before = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er)?\s*(?:[-–—/&]|to|and|au|et|until)\s*(?:le\s+)?$/.exec(
    plain.slice(0, mention.from),
  )
  const behind = /^\s*[-–—]\s*(\d{1,2})(?!\d|\s?[:h.]\s?\d)(?:,?\s*(\d{4}))?/.exec(plain.slice(mention.to))
  const first = Number(before?.[1])
  const last = Number(mention.date.slice(8))
  if (before !== null && first > 0 && first < last) {
    const from = before.index
    return {
      ...mention,
      from,
      words: text.slice(from, mention.to),
      date: `${mention.date.slice(0, 8)}${two(first)}`,
      until: mention.date,
      weekday: null,
    }
  }
  const end = Number(behind?.[1])
  if (behind === null || behind[2] !== undefined || !(end > last && end <= 31)) return mention
  return { ...mention, until: `${mention.date.slice(0, 8)}${two(end)}` }
}

/** The day of the week of an ISO day, 0 for Sunday; null for less than a day. */
export function weekdayOfDate(date: string): number | null {
  return date.length === 10 ? new Date(`${date}T00:00:00Z`).getUTCDay() : null
}

const certain = { choices: [], isByLanguage: false, isImpossible: false, until: null } as const

function exact(year: string | undefined, month: string | undefined, day: string | undefined) {
  const date = `${year}-${two(Number(month))}-${two(Number(day))}`
  return isDay(date) ? { ...certain, date } : { ...certain, date: null, isImpossible: true }
}

function named(year: string | undefined, month: string | undefined, day: string | undefined) {
  if (year !== undefined) return exact(year, String(monthOf(month)), day)
  // Without a year there is no date, only a day: which year it was the text does not say.
  return { ...certain, date: null }
}

function ofNumbers(first: string, second: string, year: string, separator: string, language: string) {
  const [one, other] = [Number(first), Number(second)]
  const years = year.length === 4 ? [year] : Number(year) < 70 ? [`20${year}`] : [`19${year}`, `20${year}`]
  const ways = years.flatMap((full) => {
    const dayThenMonth = `${full}-${two(other)}-${two(one)}`
    const monthThenDay = `${full}-${two(one)}-${two(other)}`
    return [...new Set([dayThenMonth, monthThenDay])].filter(isDay)
  })
  if (ways.length === 0) return { ...certain, date: null, isImpossible: true }
  if (ways.length === 1) return { ...certain, date: ways[0] ?? null }
  // Dots stand between day and month in this order wherever they are used; slashes do not tell.
  const isDayFirst = separator === '.' || language === 'fr'
  const dayThenMonth = ways[0] ?? null
  if (year.length === 4 && isDayFirst) return { ...certain, date: dayThenMonth, choices: ways, isByLanguage: true }
  return { ...certain, date: null, choices: ways }
}

function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date)
}

function monthOf(word: string | undefined): number {
  return months.findIndex((names) => names.split('|').includes(word ?? '')) + 1
}

function weekdayOf(word: string | undefined, language: string): number | null {
  if (word === undefined) return null
  // "mar" is Tuesday in French and nothing in English.
  if (word === 'mar' && language !== 'fr') return null
  const index = days.findIndex((names) => names.split('|').includes(word))
  return index < 0 ? null : index
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

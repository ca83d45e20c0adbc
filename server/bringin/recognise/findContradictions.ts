import type { BringInFind } from '../../../shared/protocol/index.ts'
import { findDates, weekdayOfDate } from './dates.ts'
import type { Found, Scene } from './Found.ts'
import type { ItemFound } from './ItemFound.ts'
import { folded, plainWords } from './plainWords.ts'

type Reason = BringInFind['reason']

/** Where the text says two things that cannot both be so. Nothing is settled here. */
export function findContradictions(
  scenes: readonly Scene[],
  finds: readonly Found[],
  items: readonly ItemFound[],
): readonly Found<'contradiction'>[] {
  const at = (find: Found, reason: Reason, words: readonly string[]): Found<'contradiction'> => {
    return {
      kind: 'contradiction',
      value: {},
      part: find.part,
      at: find.at,
      text: find.text,
      certainty: 'marked',
      reason,
      reasonWords: words,
      section: find.section,
    }
  }
  return [
    ...dates(finds, at),
    ...weekdays(scenes),
    ...times(finds, at),
    ...people(finds, at),
    ...counts(finds, at),
    ...numbers(scenes),
    ...titles(items, at),
    ...dues(finds, at),
  ]
}

type Make = (find: Found, reason: Reason, words: readonly string[]) => Found<'contradiction'>

function ofKind<K extends Found['kind']>(finds: readonly Found[], kind: K): readonly Found<K>[] {
  // The filter has just looked at the tag.
  return finds.filter((find) => find.kind === kind) as unknown as readonly Found<K>[]
}

function dates(finds: readonly Found[], make: Make): readonly Found<'contradiction'>[] {
  const stated = ofKind(finds, 'date').filter((find) => find.value.date !== null && find.reason !== 'fileName')
  const [first] = stated
  const other = stated.find((find) => first !== undefined && !fits(first.value.date ?? '', find.value.date ?? ''))
  const impossible = ofKind(finds, 'date').filter((find) => find.reason === 'noSuchDay')
  return [
    ...(first === undefined || other === undefined
      ? []
      : [make(other, 'datesDiffer', [first.value.date ?? '', other.value.date ?? ''])]),
    ...impossible.map((find) => make(find, 'noSuchDay', find.reasonWords)),
  ]
}

/** A month says less than a day of it, and nothing else. */
function fits(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one)
}

const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

function weekdays(scenes: readonly Scene[]): readonly Found<'contradiction'>[] {
  return scenes.flatMap((scene) =>
    scene.lines.slice(0, 20_000).flatMap((line, index) => {
      if (!/\d/.test(line) || line.length > 5_000) return []
      return findDates(line, scene.language).flatMap((mention): readonly Found<'contradiction'>[] => {
        const real = mention.date === null ? null : weekdayOfDate(mention.date)
        if (mention.weekday === null || real === null || real === mention.weekday) return []
        const place = { from: index + 1, to: index + 1 }
        return [
          {
            kind: 'contradiction',
            value: {},
            part: scene.part,
            at: place,
            text: line.trim(),
            certainty: 'marked',
            reason: 'weekdayDiffers',
            reasonWords: [mention.words, dayNames[real] ?? ''],
            section: null,
          },
        ]
      })
    }),
  )
}

function times(finds: readonly Found[], make: Make): readonly Found<'contradiction'>[] {
  return ofKind(finds, 'time').flatMap((find) => {
    const { start, end } = find.value
    return start !== null && end !== null && end < start ? [make(find, 'timesCross', [start, end])] : []
  })
}

function people(finds: readonly Found[], make: Make): readonly Found<'contradiction'>[] {
  const seen = new Map<string, Found<'person'>>()
  return ofKind(finds, 'person').flatMap((find) => {
    const key = plainWords(find.value.name)
    const before = seen.get(key)
    seen.set(key, before ?? find)
    const differs = before !== undefined && before.value.state !== find.value.state
    return differs ? [make(find, 'presentAndAbsent', [find.value.name, before.text, find.text])] : []
  })
}

/** A plain number beside a list of another length; "over 20" says nothing exact. */
function counts(finds: readonly Found[], make: Make): readonly Found<'contradiction'>[] {
  // An office that a label names is no list of who came.
  const present = ofKind(finds, 'person').filter(
    (find) => find.value.state === 'present' && (find.reason !== 'label' || find.value.role !== find.reasonWords[0]),
  )
  return ofKind(finds, 'count').flatMap((find) => {
    const number = /^(\d+)\b/.exec(find.value.words)?.[1]
    if (number === undefined || present.length === 0) return []
    const inSection = present.filter((person) => person.section === find.section)
    const listed = find.section?.role?.kind === 'people' && inSection.length > 0 ? inSection.length : present.length
    return Number(number) === listed ? [] : [make(find, 'countDiffers', [find.value.words, String(listed)])]
  })
}

/** Numbers of headings side by side that jump, or come twice. */
function numbers(scenes: readonly Scene[]): readonly Found<'contradiction'>[] {
  return scenes.flatMap((scene) =>
    scene.sections.flatMap((section) => {
      const numbered = section.parts.flatMap((part) => {
        const last = part.number?.split('.').at(-1)
        return part.heading !== null && last !== undefined && /^\d{1,3}$/.test(last)
          ? [{ part, heading: part.heading, count: Number(last), prefix: part.number?.split('.').slice(0, -1).join('.') ?? '' }]
          : []
      })
      return numbered.flatMap(({ heading, count, prefix, part }, index): readonly Found<'contradiction'>[] => {
        const before = numbered[index - 1]
        if (before === undefined || before.prefix !== prefix || count === before.count + 1) return []
        const reason = count === before.count ? 'numberTwice' : 'numbersJump'
        const words = [before.part.number ?? '', part.number ?? '']
        return [
          {
            kind: 'contradiction',
            value: {},
            part: scene.part,
            at: { from: heading.from, to: heading.to },
            text: heading.text,
            certainty: 'marked',
            reason,
            reasonWords: words,
            section: part,
          },
        ]
      })
    }),
  )
}

/** One number, two titles: in the agenda and in the minutes. */
function titles(items: readonly ItemFound[], make: Make): readonly Found<'contradiction'>[] {
  const listed = items.filter(({ found }) => found.value.number !== null && (found.part === 'agenda' || found.reason === 'list'))
  return items.flatMap(({ found }) => {
    if (found.value.number === null || found.part === 'agenda' || found.reason === 'list') return []
    const other = listed.find(
      (one) => one.found.value.number === found.value.number && !isAkin(one.found.value.title, found.value.title),
    )
    return other === undefined
      ? []
      : [make(found, 'titlesDiffer', [found.value.number, other.found.value.title, found.value.title])]
  })
}

/** Whether titles share a word of some length, or one holds the other. */
function isAkin(one: string, other: string): boolean {
  const [a, b] = [plainWords(one), plainWords(other)]
  if (a.includes(b) || b.includes(a)) return true
  const words = new Set(a.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 3))
  return b.split(/[^\p{L}\p{N}]+/u).some((word) => words.has(word))
}

function dues(finds: readonly Found[], make: Make): readonly Found<'contradiction'>[] {
  const held = ofKind(finds, 'date').find((find) => find.value.date?.length === 10)?.value.date
  if (held == null) return []
  return ofKind(finds, 'action').flatMap((find) => {
    const { due, status } = find.value
    const isBefore = due !== null && 'date' in due && due.date.length === 10 && due.date < held && status !== 'done'
    return isBefore ? [make(find, 'dueBeforeMeeting', [due.date, held])] : []
  })
}

/** Folds a name for comparison. */
export function nameKey(name: string): string {
  return folded(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

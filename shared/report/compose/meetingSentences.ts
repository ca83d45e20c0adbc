import { type ItemView, readOrigin } from '../../record/index.ts'
import { type Composed, type Composer, type Held, wordsOf } from './Composer.ts'
import { dateWords } from './dateWords.ts'
import { unended } from './phrasing.ts'

/** When the group met, what was on its agenda, and what of it came from earlier meetings. */
export function meetingSentences(at: Composer): readonly Composed[] {
  return at.meetings.flatMap((held) => [met(at, held), ...agenda(at, held), ...carriedOver(at, held)])
}

function met({ phrases, group }: Composer, held: Held): Composed {
  const { startsAt, timeZone } = held.record.head
  const place = unended(held.record.head.place ?? '')
  const date = dateWords(startsAt, phrases.locale, timeZone)
  const when = date === null ? 'metUnknown' : date.isDay ? 'metOn' : 'metIn'
  const text = phrases.say(place === '' ? when : `${when}At`, { group: group.name, date: date?.words ?? '', place })
  const source = held.source('head', 'when', [group.name, startsAt, timeZone, place])
  return { part: 'whenAndOnWhat', text, source, reportable: true }
}

/** What was reached, where the record says so; else only what the agenda had. */
function agenda({ phrases }: Composer, held: Held): readonly Composed[] {
  const open = held.record.items.filter((item) => item.number !== null && item.parent === null && held.isOpen(item.id))
  const isRun = Object.keys(held.facts.proceedings).length > 0
  const items = titles(isRun ? open.filter(wasReached) : open)
  if (items.length === 0) return []
  const text = phrases.say(isRun ? 'discussed' : 'agenda', { items: items.join(between(phrases.locale)) })
  return [{ part: 'whenAndOnWhat', text, source: held.source('head', 'agenda', [isRun, items]), reportable: true }]
}

function wasReached({ progress }: ItemView): boolean {
  return progress === 'begun' || progress === 'closed'
}

function carriedOver({ phrases }: Composer, held: Held): readonly Composed[] {
  const items = held.record.items.flatMap((item) => {
    if (item.number === null || item.carriedOverFrom === null || !held.isOpen(item.id)) return []
    const title = unended(wordsOf(item.title))
    const from = readOrigin(item.carriedOverFrom).words
    if (title === '') return []
    return [from === '' ? title : phrases.say('carriedOverItem', { title, from })]
  })
  if (items.length === 0) return []
  const text = phrases.say('carriedOver', { items: items.join(between(phrases.locale)) })
  return [{ part: 'whenAndOnWhat', text, source: held.source('head', 'carriedOver', items), reportable: true }]
}

function titles(items: readonly ItemView[]): readonly string[] {
  return items.map((item) => unended(wordsOf(item.title))).filter((title) => title !== '')
}

function between(locale: string): string {
  return locale.startsWith('ar') ? '؛ ' : '; '
}

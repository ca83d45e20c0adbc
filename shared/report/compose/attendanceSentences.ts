import { type AttendanceEntry, capacities, capacityOf, type DelegationType } from '../../record/index.ts'
import type { Composed, Composer, Held } from './Composer.ts'
import { dateWords } from './dateWords.ts'
import { atStart } from './phrasing.ts'

/** Who took part, meeting by meeting: counted exactly, or as the source counted ("over 20"). Names only where the rule allows. */
export function attendanceSentences(at: Composer): readonly Composed[] {
  return at.meetings.map((held) => attendanceSentence(at, held))
}

function attendanceSentence(at: Composer, held: Held): Composed {
  const { phrases, meetings } = at
  const { say } = phrases
  const { attending } = held.facts
  const { isHidden } = held
  const who = isHidden ? [] : [...states(at, attending), ...stated(at, held)]
  const others = isHidden ? [] : organizations(at, held)
  const meeting = meetings.length === 1 ? null : meetingName(at, held)
  const source = held.source('attendance', null, [who, others])
  const named = who.length > 0 ? who : others
  const facts = { who: at.list(named), others: at.list(others), meeting: meeting ?? '' }
  const also = who.length > 0 && others.length > 0 ? 'Also' : ''
  const which = named.length === 0 ? 'Unknown' : also
  const text = say(meeting === null ? `tookPart${which}` : `tookPartIn${which}`, facts)
  return { part: 'whoTookPart', text: atStart(text), source, reportable: true }
}

/** Which of several meetings: by its date, else by its title. */
function meetingName({ phrases }: Composer, { record: { head } }: Held): string {
  return dateWords(head.startsAt, phrases.locale, head.timeZone)?.words ?? phrases.say('quoted', { title: head.title })
}

const stateTypes: ReadonlySet<DelegationType> = new Set(['state'])

/** States by party status, with their regions where the region of every one of them is stated. */
function states({ phrases: { say }, list }: Composer, attending: readonly AttendanceEntry[]): readonly string[] {
  const present = attending.filter((entry) => entry.state === 'present' && stateTypes.has(entry.type))
  return capacities.flatMap((capacity) => {
    const of = present.filter((entry) => capacityOf(entry) === capacity)
    if (of.length === 0) return []
    const who = say(of.length === 1 ? `one.${capacity}` : `many.${capacity}`, { count: of.length })
    const regions = [...new Set(of.flatMap(({ region }) => region ?? []))].sort()
    const isWhole = of.every(({ region }) => region !== null) && regions.length > 0
    return [isWhole ? say('fromRegions', { who, regions: list(regions) }) : who]
  })
}

/** What was stated as a bound instead of by name, with whatever was said beside it. */
function stated({ phrases: { say } }: Composer, { facts }: Held): readonly string[] {
  return facts.attendance.flatMap(({ delegationType, statedCount, note }) => {
    if (statedCount === null) return []
    const who = say(`many.${delegationType}`, { count: statedCount })
    return [note === null || note === '' ? who : say('withNote', { who, note })]
  })
}

/** Organizations and others: by name under `named`, else counted. */
function organizations(at: Composer, { facts, record }: Held): readonly string[] {
  const { attribution } = record.head
  const present = facts.attending.filter((entry) => entry.state === 'present' && !stateTypes.has(entry.type))
  const listed = facts.attendance.filter(({ party, statedCount }) => party !== null && statedCount === null)
  if (attribution === 'named') {
    const names = listed.flatMap(({ party }) => at.nameOf(party, attribution) ?? [])
    return [...new Set([...present.map(({ name }) => name), ...names])]
  }
  return capacities.flatMap((capacity) => {
    const count = present.filter((entry) => capacityOf(entry) === capacity).length
    return count === 0 ? [] : [at.phrases.say(count === 1 ? `one.${capacity}` : `many.${capacity}`, { count })]
  })
}

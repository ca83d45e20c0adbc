import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { type Composing, composing } from '../document/Composing.ts'
import { cleanText, oneLine } from '../document/cleanText.ts'
import { dateInWords } from '../document/dates.ts'
import { itemTitle } from '../document/itemBlocks.ts'
import { isAddendum, isHidden } from '../document/printedPart.ts'
import type { Registered } from '../Registered.ts'
import { wordsFor } from '../words/wordsFor.ts'
import { eventTimes } from './eventTimes.ts'
import { type Reminder, reminderEvent } from './Reminder.ts'

/** A calendar by RFC 5545. Of the agenda it holds what whoever asked may see; `agenda: false` leaves dates and titles alone. Reminders say what falls due. */
export function renderCalendar(
  name: string,
  meetings: readonly Registered[],
  options: { readonly agenda: boolean; readonly reminders?: readonly Reminder[] },
): string {
  const calendar = ical({
    name: oneLine(name),
    prodId: { company: 'Rapporteur', product: 'Rapporteur', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  })
  const events = [
    ...meetings.flatMap(({ record, context }) => eventOf(composing(record, context), options.agenda) ?? []),
    ...(options.reminders ?? []).flatMap((one) => reminderEvent(one) ?? []),
  ]
  for (const event of events) calendar.createEvent(event)
  if (events.length > 0) return calendar.toString()
  // A calendar must have something in it (RFC 5545, 3.6): where no date is stated, a time zone.
  return calendar.toString().replace('END:VCALENDAR', `${utcZone}\r\nEND:VCALENDAR`)
}

const utcZone = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

/** The event of one meeting, or null when its date is not stated. */
function eventOf(at: Composing, withAgenda: boolean): ICalEventData | null {
  const { head, meetingId } = at.record
  const times = eventTimes(head)
  if (times === null) return null
  const title = oneLine(head.title) || at.words.say('untitled')
  const vague = times.kind === 'days' && times.isVague ? dateInWords(head.startsAt, at.words.locale, null) : null
  return {
    id: `${meetingId}@rapporteur`,
    stamp: new Date(at.context.generatedAt),
    summary: vague === null ? title : `${title} (${vague})`,
    start: times.start,
    ...(times.end === null ? {} : { end: times.end }),
    ...(times.kind === 'days' ? { allDay: true } : {}),
    ...(times.kind === 'hours' && times.isFloating ? { floating: true } : {}),
    // Days that it may be keep nobody busy.
    ...(vague === null ? {} : { transparency: ICalEventTransparency.TRANSPARENT }),
    status: vague === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    ...(head.place === null || head.place === '' ? {} : { location: { title: oneLine(head.place) } }),
    ...(withAgenda ? { description: description(at) } : {}),
  }
}

function description(at: Composing): string {
  const { head, items, session } = at.record
  const { say } = at.words
  const lines = items
    .filter((item) => !isAddendum(item))
    .map((item) => {
      const title = isHidden(item)
        ? say('closedItem')
        : itemTitle(at, item)
            .map((run) => run.text)
            .join('')
      return `${item.number ?? ''}. ${oneLine(title)}`
    })
  return [
    oneLine(at.context.groupName),
    head.formalMeeting === null ? '' : `${say('formalMeeting')}${say('colon')} ${oneLine(head.formalMeeting)}`,
    wordsFor(head.language).say(`mark.${session.phase}`),
    ...(lines.length === 0 ? [] : ['', `${say('agenda')}${say('colon')}`, ...lines]),
  ]
    .filter((line, index, all) => line !== '' || (index > 0 && all[index - 1] !== ''))
    .map(cleanText)
    .join('\n')
}

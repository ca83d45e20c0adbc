import { ICalAlarmType, type ICalEventData, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { oneLine } from '../document/cleanText.ts'
import { dateInWords, readDate } from '../document/dates.ts'
import { wordsFor } from '../words/wordsFor.ts'
import { eventTimes } from './eventTimes.ts'

/** An action with a date, as a calendar shows it. */
export interface Reminder {
  readonly id: string
  /** "A3"; null where it has none. */
  readonly number: string | null
  readonly task: string
  /** ISO date, may be partial. */
  readonly due: string
  readonly meetingTitle: string
  /** BCP 47 tag of the record. */
  readonly language: string
  /** Where it can be read. */
  readonly url: string
  /** When the calendar was made, in ms since 1970. */
  readonly generatedAt: number
}

const daySeconds = 86_400

/** The day on which an action falls due: of a month or a year the last one. Null when the date cannot be read. */
export function reminderEvent(reminder: Reminder): ICalEventData | null {
  const times = eventTimes({ startsAt: reminder.due, endsAt: null, timeZone: null })
  if (times === null || times.kind !== 'days' || readDate(reminder.due) === null) return null
  const { say, locale } = wordsFor(reminder.language)
  const task = oneLine(reminder.task)
  const when = times.isVague ? dateInWords(reminder.due, locale, null) : null
  // The last day counted: the end is the first that is not.
  const start = new Date(times.end.getTime() - daySeconds * 1000)
  return {
    id: `${reminder.id}@rapporteur`,
    stamp: new Date(reminder.generatedAt),
    summary: when === null ? say('reminder', { task }) : say('reminderVague', { when, task }),
    start,
    end: times.end,
    allDay: true,
    // A task keeps nobody busy all day.
    transparency: ICalEventTransparency.TRANSPARENT,
    status: ICalEventStatus.CONFIRMED,
    description: say('reminderOf', { number: reminder.number ?? '', meeting: oneLine(reminder.meetingTitle) }),
    url: reminder.url,
    alarms: [{ type: ICalAlarmType.display, trigger: daySeconds }],
  }
}

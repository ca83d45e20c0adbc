import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { renderCalendar } from '../../../server/exports/ics/renderCalendar.ts'
import type { Reminder } from '../../../server/exports/index.ts'
import { controlTexts, hostileTexts } from '../../support/exports/hostileTexts.ts'
import { moment } from '../../support/exports/records.ts'

function reminder(changes: Partial<Reminder> = {}): Reminder {
  const url = 'https://group.example.org/m/x/record#y'
  const said = { number: 'A3', task: 'Raise it in Manila', due: '2002-10-31', meetingTitle: 'May', language: 'en' }
  return { id: 'action', ...said, url, generatedAt: moment, ...changes }
}

function eventOf(one: Reminder) {
  const ics = renderCalendar('The group', [], { agenda: false, reminders: [one] })
  const [event] = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent')
  return { ics, event, of: (name: string) => String(event?.getFirstPropertyValue(name)) }
}

test('[REG80] an action with a date is a whole day in the calendar, keeps nobody busy and reminds a day before; of a month or year it is the last day', () => {
  const { event, of } = eventOf(reminder())
  expect([of('dtstart'), of('dtend'), of('transp')]).toEqual(['2002-10-31', '2002-11-01', 'TRANSPARENT'])
  expect([of('summary'), of('description'), of('uid')]).toEqual([
    'Due: Raise it in Manila',
    'Action A3: May',
    'action@rapporteur',
  ])
  expect(of('url')).toBe('https://group.example.org/m/x/record#y')
  expect(String(event?.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger'))).toBe('-P1D')
  const month = eventOf(reminder({ due: '2002-02' }))
  expect([month.of('dtstart'), month.of('dtend'), month.of('summary')]).toEqual([
    '2002-02-28',
    '2002-03-01',
    'Due February 2002: Raise it in Manila',
  ])
  expect(eventOf(reminder({ due: '2003' })).of('dtstart')).toBe('2003-12-31')
  expect(eventOf(reminder({ language: 'ar' })).of('summary')).toBe('يستحق: Raise it in Manila')
  expect(eventOf(reminder({ due: 'soon' })).event).toBeUndefined()
})

test('[REG81] whatever a task says, it is one event with one alarm and no line of its own', () => {
  for (const text of [...hostileTexts, ...controlTexts, 'ü'.repeat(300)]) {
    const { ics } = eventOf(reminder({ task: text, meetingTitle: text }))
    const events = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents()
    expect(events.map(({ name }) => name)).toEqual(['vevent'])
    expect(events[0]?.getAllSubcomponents().map(({ name }) => name)).toEqual(['valarm'])
    expect(ics.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    expect(ics.replace(/\r\n/g, '')).not.toMatch(/\p{Cc}/u)
  }
})

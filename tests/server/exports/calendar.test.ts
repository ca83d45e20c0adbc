import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { renderCalendar } from '../../../server/exports/ics/renderCalendar.ts'
import { hostileRecord } from '../../support/exports/hostileRecord.ts'
import { controlTexts, hostileTexts } from '../../support/exports/hostileTexts.ts'
import { madeText } from '../../support/exports/readBack.ts'
import { context, item, record } from '../../support/exports/records.ts'
import { scriptsRecord } from '../../support/exports/scriptsRecord.ts'

/** The calendar as a program reads it. */
function read(ics: string) {
  return new ICAL.Component(ICAL.parse(ics))
}

/** The lines of one event, unfolded. */
async function eventOf(head: Parameters<typeof record>[0] & object): Promise<readonly string[]> {
  const ics = await madeText('calendar.ics', record(head), context())
  return /BEGIN:VEVENT\r\n([\s\S]*?)\r\nEND:VEVENT/.exec(ics.replace(/\r\n /g, ''))?.[1]?.split('\r\n') ?? []
}

test('[EXP45] whatever was written, a meeting is one event: nothing is added to it, and no line is longer than 75 octets', async () => {
  for (const text of [...hostileTexts, ...controlTexts, 'ü'.repeat(200), '会'.repeat(100), `${'a'.repeat(73)}🙂`.repeat(3)]) {
    const { record: one, context: beside } = hostileRecord(text)
    for (const name of ['agenda.ics', 'calendar.ics'] as const) {
      const ics = await madeText(name, one, beside)
      const calendar = read(ics)
      expect(calendar.getAllSubcomponents().map((part) => part.name)).toEqual(['vevent'])
      const event = calendar.getFirstSubcomponent('vevent')
      expect(event?.getAllSubcomponents()).toEqual([])
      // A list of days shows one line for a meeting.
      expect(event?.getFirstPropertyValue('summary')).not.toMatch(/[\r\n]/)
      const names = event
        ?.getAllProperties()
        .map((property) => property.name)
        .sort()
      const described = name === 'agenda.ics' ? ['description'] : []
      expect(names, text).toEqual(
        [...described, 'dtend', 'dtstamp', 'dtstart', 'location', 'sequence', 'status', 'summary', 'uid', ...allDay].sort(),
      )
      const lines = ics.split('\r\n')
      expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
      expect(ics.replace(/\r\n/g, '')).not.toMatch(/\p{Cc}/u)
      expect(ics.isWellFormed()).toBe(true)
    }
  }
})

/** What the maker of calendars adds to whole days. */
const allDay = ['x-microsoft-cdo-alldayevent', 'x-microsoft-msncalendar-alldayevent']

test('[EXP46] an event is as exact as the date is stated: hours in UTC, hours of the place, days, a month, a year, or none', async () => {
  const times = async (head: object) =>
    (await eventOf({ head })).filter((line) => /^(DT(START|END)|TRANSP|STATUS|SUMMARY)/.test(line))
  expect(await times({ startsAt: '2026-03-02T13:15', endsAt: '2026-03-02T14:45', timeZone: 'Europe/Zurich' })).toEqual([
    'DTSTART:20260302T121500Z',
    'DTEND:20260302T134500Z',
    'SUMMARY:First meeting',
    'STATUS:CONFIRMED',
  ])
  expect((await times({ startsAt: '2026-07-02T13:15', timeZone: 'Europe/Zurich' }))[0]).toBe('DTSTART:20260702T111500Z')
  expect((await times({ startsAt: '2026-03-02T13:15+01:00' }))[0]).toBe('DTSTART:20260302T121500Z')
  expect((await times({ startsAt: '2026-03-02T13:15' }))[0]).toBe('DTSTART:20260302T131500')
  expect(
    (await times({ startsAt: '2026-03-02T13:15', endsAt: '2026-03-02T12:00' })).filter((line) => line.startsWith('DTEND')),
  ).toEqual([])
  expect((await times({ startsAt: '2026-03-02', endsAt: '2026-03-04' })).slice(0, 2)).toEqual([
    'DTSTART;VALUE=DATE:20260302',
    'DTEND;VALUE=DATE:20260305',
  ])
  expect(await times({ startsAt: '2002-12' })).toEqual([
    'DTSTART;VALUE=DATE:20021201',
    'DTEND;VALUE=DATE:20030101',
    'SUMMARY:First meeting (December 2002)',
    'TRANSP:TRANSPARENT',
    'STATUS:TENTATIVE',
  ])
  expect((await times({ startsAt: '2002' })).slice(0, 2)).toEqual(['DTSTART;VALUE=DATE:20020101', 'DTEND;VALUE=DATE:20030101'])
  expect(await eventOf({ head: { startsAt: null } })).toEqual([])
})

test('[EXP47] a calendar without a dated meeting is one that programs can read; a meeting keeps its id', async () => {
  const empty = read(await madeText('calendar.ics', record(), context()))
  expect(empty.getAllSubcomponents().map((part) => part.name)).toEqual(['vtimezone'])
  const one = record({ head: { startsAt: '2026-03-02' } })
  for (const name of ['agenda.ics', 'calendar.ics'] as const) {
    const uid = read(await madeText(name, one, context()))
      .getFirstSubcomponent('vevent')
      ?.getFirstPropertyValue('uid')
    expect(uid).toBe(`${one.meetingId}@rapporteur`)
  }
})

test('[EXP48] the event of one meeting has its agenda, the calendar of a group dates and titles alone', async () => {
  const { record: one, context: beside } = scriptsRecord()
  const shown = read(await madeText('agenda.ics', one, beside)).getFirstSubcomponent('vevent')
  const description = String(shown?.getFirstPropertyValue('description'))
  expect(description).toContain('1. Opening\n2. Положение дел\n3. حالة الاتفاقية\n4. 普遍化工作\n5. Partnership')
  expect(description).toContain('Draft, not adopted')
  const second = record({ items: [item('1', 'Hidden here')], head: { title: 'Second', startsAt: '2026-04' } })
  const calendar = renderCalendar(
    'Group',
    [
      { record: one, context: beside },
      { record: second, context: beside },
    ],
    { agenda: false },
  )
  expect(
    read(calendar)
      .getAllSubcomponents('vevent')
      .map((event) => event.getFirstPropertyValue('summary')),
  ).toEqual([one.head.title, 'Second (April 2026)'])
  expect(calendar).not.toContain('Hidden here')
})

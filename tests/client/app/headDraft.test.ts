import { expect, test } from 'vitest'
import { draftOf, emptyHead, headOf, problemsOf } from '../../../client/features/groups/headDraft.ts'
import { patchMeetingBody } from '../../../shared/protocol/index.ts'
import type { MeetingHead } from '../../../shared/record/index.ts'

const stated: MeetingHead = {
  title: 'Meeting of the Contact Group',
  formalMeeting: 'Fourth Meeting of the States Parties',
  startsAt: '2002-09',
  endsAt: null,
  timeZone: null,
  place: null,
  links: [],
  language: 'en',
  attribution: 'named',
  symbol: null,
}

test.each(['2002', '2002-09', null])('[UI12] an untouched date goes back as it was stated: %s', (startsAt) => {
  const head = { ...stated, startsAt }
  const draft = { ...draftOf(head), title: 'Another title' }
  expect(headOf(draft, head)).toEqual({ ...head, title: 'Another title' })
})

test('[UI12] seconds and offset of an untouched hour are not lost', () => {
  const head = { ...stated, startsAt: '2002-09-16T13:15:00+02:00', endsAt: '2002-09-16T14:45:00+02:00' }
  expect(headOf(draftOf(head), head)).toEqual(head)
})

test('[UI12] a chosen day takes the place of the partial date, with its hours', () => {
  const draft = { ...draftOf(stated), date: '2002-09-16', from: '13:15', to: '14:45' }
  expect(headOf(draft, stated)).toMatchObject({ startsAt: '2002-09-16T13:15', endsAt: '2002-09-16T14:45' })
  expect(headOf({ ...draft, from: '', to: '' }, stated)).toMatchObject({ startsAt: '2002-09-16', endsAt: null })
})

test('[UI12] a day that is taken away leaves no date', () => {
  const head = { ...stated, startsAt: '2002-09-16T13:15', endsAt: '2002-09-16T14:45' }
  expect(headOf({ ...draftOf(head), date: '', from: '', to: '' }, head)).toMatchObject({ startsAt: null, endsAt: null })
})

test('[UI12] what the form sends is what the server takes', () => {
  const draft = {
    ...emptyHead('Europe/Zurich', 'ar'),
    title: ' Sitting ',
    date: '2027-02-03',
    from: '09:05',
    links: [{ title: 'Programme', url: 'https://example.org/p' }],
  }
  expect(patchMeetingBody.parse(headOf(draft, null))).toMatchObject({
    title: 'Sitting',
    startsAt: '2027-02-03T09:05',
    timeZone: 'Europe/Zurich',
    symbol: null,
  })
})

test('[UI12] what does not fit is told before it is sent', () => {
  const draft = { ...emptyHead('UTC', 'en'), title: 'A', date: '2027-02-03', from: '13:15', to: '14:45' }
  expect(problemsOf(draft)).toEqual({ title: false, hours: null, links: false })
  expect(problemsOf({ ...draft, title: ' ' }).title).toBe(true)
  expect(problemsOf({ ...draft, to: '12:00' }).hours).toBe('order')
  expect(problemsOf({ ...draft, date: '' }).hours).toBe('noDate')
  expect(problemsOf({ ...draft, from: '25:00' }).hours).toBe('form')
  expect(problemsOf({ ...draft, links: [{ title: 'x', url: 'ftp://example.org' }] }).links).toBe(true)
})

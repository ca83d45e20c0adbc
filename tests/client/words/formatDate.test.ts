import { expect, test } from 'vitest'
import { directionOfTag, formatDate, formatTime, localeOf, preferredLanguage } from '../../../client/words/index.ts'

const english = localeOf('en')

test.each([
  ['2002', '2002'],
  ['2002-09', 'September 2002'],
  ['2002-09-16', 'Monday 16 September 2002'],
  ['2002-09-16T13:15', 'Monday 16 September 2002'],
])('[UI6] a date is never made more exact than it was stated: %s', (stated, shown) => {
  expect(formatDate(stated, english)).toBe(shown)
})

test('[UI6] what is no date, or not stated, is not turned into one', () => {
  for (const stated of [null, '', 'September', '2002-9-1', '16.9.2002']) expect(formatDate(stated, english)).toBeNull()
  expect(formatTime('2002-09-16', english)).toBeNull()
})

test('[UI7] a stated hour is the hour of the place, in 24-hour time, wherever the reader is', () => {
  expect(formatTime('2002-09-16T13:15', english, 'Europe/Zurich')).toBe('13:15')
  expect(formatTime('2002-09-16T11:15Z', english, 'Europe/Zurich')).toBe('13:15')
  expect(formatTime('2002-09-16T13:15', localeOf('ar'), 'Europe/Zurich')).toBe('13:15')
})

test('[UI5] the first language of the browser that has a catalogue is taken, unless one was chosen on this device', () => {
  const storage = (kept: string | null) => ({ getItem: () => kept })
  expect(preferredLanguage(storage(null), ['fr-CH', 'ar-EG', 'en'])).toBe('ar')
  expect(preferredLanguage(storage('en'), ['ar'])).toBe('en')
  expect(preferredLanguage(storage('xx'), ['fr'])).toBe('en')
})

test('[UI5] a browser that refuses to store anything still shows a language', () => {
  const refusing = {
    getItem: () => {
      throw new Error('blocked')
    },
  }
  expect(preferredLanguage(refusing, ['ar-LB'])).toBe('ar')
})

test('[UI5] a record keeps its own direction, whatever the language of the page', () => {
  expect(['ar', 'fa-IR', 'he', 'ur'].map(directionOfTag)).toEqual(['rtl', 'rtl', 'rtl', 'rtl'])
  expect(['en', 'fr-CH', 'zh-Hans', 'ru'].map(directionOfTag)).toEqual(['ltr', 'ltr', 'ltr', 'ltr'])
})

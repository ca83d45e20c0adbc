import { expect, test } from 'vitest'
import { attendingGroups } from '../../../client/features/record/attendingGroups.ts'
import { speakersOf } from '../../../client/features/record/speakersOf.ts'
import { hourOf } from '../../../client/words/index.ts'
import type { Millis } from '../../../shared/base/index.ts'
import type { Turn } from '../../../shared/record/index.ts'
import { delegation, entry } from './attendanceWorld.ts'

const turn = (name: string | null, facts: Partial<Turn> = {}): Turn => ({
  speaker: name === null ? null : { name, code: null },
  type: 'state',
  intervention: 'statement',
  onBehalfOf: null,
  asObserver: false,
  startedAt: 0 as Millis,
  ms: 1,
  ...facts,
})

test('[ATT7] the annex lists by capacity and name, and counts those who were present', () => {
  const status = { partyStatus: 'stateParty' } as const
  const groups = attendingGroups(
    [
      entry(delegation('ICBL', 'ICBL', { type: 'ngo' })),
      entry(delegation('THA', 'Thailand', status)),
      entry(delegation('AUT', 'Austria', status), { state: 'apologies' }),
    ],
    'en',
  )
  const read = groups.map(({ capacity, present, entries }) => [capacity, present, entries.map(({ name }) => name)])
  expect(read).toEqual([
    ['stateParty', 1, ['Austria', 'Thailand']],
    ['ngo', 1, ['ICBL']],
  ])
})

test('[ATT8] an item names its speakers in the order in which they first spoke, with how often and in which capacity', () => {
  const turns = [
    turn('Thailand'),
    turn('Belgium', { onBehalfOf: 'the European Union' }),
    turn('Thailand'),
    turn('Thailand', { intervention: 'reply' }),
  ]
  const read = speakersOf(turns).map(({ name, turns: many, intervention }) => [name, many, intervention])
  expect(read).toEqual([
    ['Thailand', 2, 'statement'],
    ['Belgium', 1, 'statement'],
    ['Thailand', 1, 'reply'],
  ])
  expect(speakersOf([])).toEqual([])
})

test('[ATT8] where only the type was kept, speakers are counted by type and not told apart', () => {
  const turns = [turn(null), turn(null, { type: 'ngo' }), turn(null)]
  expect(speakersOf(turns).map(({ name, type, turns: many }) => [name, type, many])).toEqual([
    [null, 'state', 2],
    [null, 'ngo', 1],
  ])
})

test('[ATT10] arrivals and standings are told by the hour of the place, with the day when the sittings had several', () => {
  const at = (iso: string) => Date.parse(iso) as Millis
  const moment = at('2026-11-23T13:05:00Z')
  const place = { locale: 'en-GB', timeZone: 'Europe/Zurich' }
  expect(hourOf(moment, { ...place, sittings: [at('2026-11-23T12:15:00Z')] })).toBe('14:05')
  expect(hourOf(moment, { ...place, sittings: [at('2026-11-24T12:15:00Z')] })).toContain('23 Nov')
  expect(hourOf(moment, { ...place, timeZone: 'Nowhere/City', sittings: [] })).toMatch(/^\d\d:\d\d$/)
})

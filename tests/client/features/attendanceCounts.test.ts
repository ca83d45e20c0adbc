import { expect, test } from 'vitest'
import { countOf } from '../../../client/features/attendance/countOf.ts'
import { missingRegions } from '../../../client/features/attendance/missingRegions.ts'
import { catalogues, regionsIn } from '../../../client/words/index.ts'
import { capacities, countAttendance, unRegionalGroups } from '../../../shared/record/index.ts'
import { delegation, entry } from './attendanceWorld.ts'

const party = (code: string, region: string | null) =>
  entry(delegation(code, code, { partyStatus: 'stateParty', region }), { state: 'present' })
const count = (...attending: readonly ReturnType<typeof entry>[]) => countAttendance({ attending, attendance: [] })

test('[ATT5] the figures of all capacities together are all who took part, each counted once', () => {
  const attending = [
    party('KEN', null),
    entry(delegation('USA', 'United States', { partyStatus: 'stateNotParty' })),
    entry(delegation('THA', 'Thailand')),
    entry(delegation('ICBL', 'ICBL', { type: 'ngo' })),
    entry({ words: 'An expert' }),
    entry(delegation('PER', 'Peru'), { state: 'apologies' }),
  ]
  const figures = capacities.map((capacity) => [capacity, countOf(count(...attending), capacity)] as const)
  expect(figures.filter(([, present]) => present > 0)).toEqual([
    ['stateParty', 1],
    ['stateNotParty', 1],
    ['state', 1],
    ['ngo', 1],
    ['other', 1],
  ])
})

test('[ATT5] regions without a State Party are named, measured by the groups of the United Nations', () => {
  const [africa, asia, ...others] = unRegionalGroups
  const present = count(party('KEN', africa), entry(delegation('IND', 'India', { partyStatus: 'stateNotParty', region: asia })))
  expect(missingRegions(present, [africa, asia, null])).toEqual([asia, ...others])
  expect(missingRegions(count(...unRegionalGroups.map((region, place) => party(`S${place}`, region))), [])).toEqual([])
})

test('[ATT5] a group that divides the world in its own way is measured by its own regions', () => {
  const present = count(party('FRA', 'Europe'))
  expect(missingRegions(present, ['Europe', 'Americas', null])).toEqual(['Americas'])
})

test('[ATT5] where no regional group is stated, nothing is said about regions', () => {
  expect(missingRegions(count(party('KEN', null)), [null])).toBeNull()
})

test('[ATT9] a regional group is kept under one name in every language, and free words stay as they are', () => {
  const arabic = regionsIn((region) => catalogues.ar.common[`region.${region}`] ?? '')
  expect(arabic.names).toHaveLength(unRegionalGroups.length)
  for (const region of unRegionalGroups) {
    expect(arabic.show(region)).toMatch(/\p{Script=Arabic}/u)
    expect(arabic.read(` ${arabic.show(region)} `)).toBe(region)
    expect(arabic.read(region.toLocaleUpperCase())).toBe(region)
  }
  expect(arabic.read('Oceania')).toBe('Oceania')
  expect(arabic.show('Oceania')).toBe('Oceania')
  expect(arabic.read('  ')).toBeNull()
})

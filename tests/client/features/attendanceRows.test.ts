import { expect, test } from 'vitest'
import { attendanceRows, findRows, stateOf } from '../../../client/features/attendance/attendanceRows.ts'
import { delegateLines } from '../../../client/features/attendance/delegateLines.ts'
import { unrecorded } from '../../../client/features/attendance/unrecorded.ts'
import { delegation, entry, somebody } from './attendanceWorld.ts'

const [tha, mex, icbl, per] = [
  delegation('THA', 'Thailand', { partyStatus: 'stateParty' }),
  delegation('MEX', 'México', { partyStatus: 'stateParty' }),
  delegation('ICBL', 'Campaign to Ban Landmines', { type: 'ngo' }),
  delegation('PER', 'Peru', { partyStatus: 'signatory' }),
]

test('[ATT1] the list has every delegation of the group and everybody who is recorded, each once, by capacity and name', () => {
  const expert = entry({ words: 'An expert of the city' }, { state: 'present', type: 'other' })
  const rows = attendanceRows([icbl, tha, per, mex], [entry(tha, { state: 'apologies' }), expert], 'en')
  expect(rows.map(({ name }) => name)).toEqual([
    'México',
    'Thailand',
    'Peru',
    'Campaign to Ban Landmines',
    'An expert of the city',
  ])
  expect(rows.map(stateOf)).toEqual(['none', 'apologies', 'none', 'none', 'present'])
})

test('[ATT1] what is recorded keeps the facts as they stood then, also when the group has changed them or let the delegation go', () => {
  const then = entry(tha, { state: 'present', partyStatus: 'signatory' })
  const now = { ...tha, partyStatus: 'stateParty' as const }
  expect(attendanceRows([now], [then], 'en')[0]).toMatchObject({ partyStatus: 'signatory', capacity: 'signatory' })
  expect(attendanceRows([], [then], 'en')).toHaveLength(1)
})

test('[ATT1] a copy on the device from before these facts were kept says nothing of them', () => {
  const { id, name, code, type } = tha
  const [row] = attendanceRows([{ id, name, code, type }], [], 'en')
  expect(row).toMatchObject({ partyStatus: null, membership: null, region: null, capacity: 'state' })
})

test('[ATT2] a delegation is found by its code, its name or a delegate, whatever the case and the accents', () => {
  const rows = attendanceRows(
    [tha, mex, icbl],
    [entry(tha, { delegates: [{ person: null, name: 'Zoë Núñez', function: null }] })],
    'en',
  )
  const found = (words: string) => findRows(rows, words, 'all').map(({ code }) => code)
  expect(found('mexico')).toEqual(['MEX'])
  expect(found(' MÉX ')).toEqual(['MEX'])
  expect(found('icb')).toEqual(['ICBL'])
  expect(found('nunez')).toEqual(['THA'])
  expect(found('atlantis')).toEqual([])
  expect(found('')).toHaveLength(3)
})

test('[ATT2] a state shows those of whom it is recorded, and "not recorded" the others', () => {
  const rows = attendanceRows([tha, mex, per], [entry(tha, { state: 'absent' }), entry(per, { state: 'apologies' })], 'en')
  const found = (state: 'present' | 'absent' | 'none') => findRows(rows, '', state).map(({ code }) => code)
  expect(found('absent')).toEqual(['THA'])
  expect(found('none')).toEqual(['MEX'])
  expect(found('present')).toEqual([])
})

test('[ATT4] delegations that are in the meeting and not recorded as present are offered with their people, no other ones', () => {
  const rows = attendanceRows([tha, mex, icbl, per], [entry(tha, { state: 'present' }), entry(per, { state: 'apologies' })], 'en')
  const people = [somebody('Ada', tha), somebody('Ben', mex), somebody('Cem', per), somebody('Dua', mex), somebody('Eli', null)]
  const offered = unrecorded(rows, people).map(({ row, people: inRoom }) => [row.code, inRoom.map(({ name }) => name)])
  expect(offered).toEqual([
    ['MEX', ['Ben', 'Dua']],
    ['PER', ['Cem']],
  ])
})

test('[ATT6] a delegate who was written down and then checked in is one line; who has no name has none', () => {
  const person = 'p1' as never
  const lines = delegateLines([
    { person: null, name: 'Hanako Sato', function: null },
    { person, name: 'Hanako Sato', function: 'Head' },
    { person, name: '', function: null },
    { person: null, name: 'Ben', function: 'Adviser' },
  ])
  expect(lines).toEqual(['Hanako Sato, Head', 'Ben, Adviser'])
})

import { expect, test } from 'vitest'
import { byYear } from '../../../client/features/archive/byYear.ts'
import {
  askingOf,
  nothingAsked,
  readRecordsQuery,
  ticked,
  writeRecordsQuery,
} from '../../../client/features/archive/recordsQuery.ts'
import {
  actionsAsking,
  readActionsQuery,
  usualActions,
  writeActionsQuery,
} from '../../../client/features/registers/actionsQuery.ts'
import { allOutcomes, readOutcomesQuery, writeOutcomesQuery } from '../../../client/features/registers/outcomesQuery.ts'

const searchOf = (address: string) => Object.fromEntries(new URLSearchParams(address))

test('[ARC14] what is asked of the archive reads back out of its address as it was', () => {
  const asked = {
    ...nothingAsked,
    q: '"regional fora" kind:agreed -café',
    part: ['outcome', 'note'],
    kind: ['took particular note'],
    year: ['2001', '2002'],
    phase: ['adopted'],
    delegation: 'THA',
    sort: 'newest' as const,
  }
  expect(readRecordsQuery(searchOf(writeRecordsQuery(asked)))).toEqual(asked)
  expect(writeRecordsQuery(nothingAsked)).toBe('')
})

test('[ARC14] an address that somebody wrote by hand asks for what it can', () => {
  expect(readRecordsQuery({ q: 'x', sort: 'sideways', year: '2002,abcd', part: ',,', delegation: '' })).toEqual({
    ...nothingAsked,
    q: 'x',
    year: ['2002'],
  })
})

test('[ARC14] years that are ticked are one stretch of time for the server', () => {
  const years = ticked(ticked(nothingAsked, 'year', '2004', true), 'year', '2002', true)
  expect(askingOf(years, 'g')).toMatchObject({ from: '2002', to: '2004', group: 'g' })
  expect(askingOf(ticked(years, 'year', '2004', false), null)).toMatchObject({ from: '2002', to: '2002', group: null })
})

test('[ARC14] the filters of both registers read back out of their addresses', () => {
  const actions = {
    ...usualActions,
    isOpen: false,
    showsDone: false,
    isLed: true,
    isPartner: true,
    meeting: 'm',
    delegation: 'd',
  }
  expect(readActionsQuery(searchOf(writeActionsQuery(actions)))).toEqual(actions)
  expect(writeActionsQuery(usualActions)).toBe('')
  expect(actionsAsking(actions)).toMatchObject({ delegation: 'ours', lead: null, partner: null })
  const outcomes = { q: 'a b', state: ['current' as const], standing: 'agreed' as const, kind: 'noted', meeting: 'm' }
  expect(readOutcomesQuery(searchOf(writeOutcomesQuery(outcomes)))).toEqual(outcomes)
  expect(readOutcomesQuery({ standing: 'firm', state: 'x' })).toEqual(allOutcomes)
})

test('[ARC15] the archive is laid out by year and formal meeting in the order in which it came; what is not stated stands as such', () => {
  const line = (meetingId: string, startsAt: string | null, formalMeeting: string | null) => ({
    meetingId,
    startsAt,
    formalMeeting,
    groupId: 'g',
    groupName: 'G',
    title: meetingId,
    place: null,
    symbol: null,
    phase: 'adopted' as const,
    version: 1,
    fingerprint: null,
    outcomes: 0,
    actions: 0,
    openActions: 0,
    delegations: 0,
  })
  const years = byYear([
    line('d', '2003-02', 'B'),
    line('c', '2002-09-16T13:15', 'A'),
    line('b', '2002-05', 'B'),
    line('a', '2002', 'A'),
    line('z', null, null),
  ])
  expect(years.map(({ year }) => year)).toEqual(['2003', '2002', null])
  expect(years[1]?.meetings.map(({ formalMeeting, lines }) => [formalMeeting, lines.map((one) => one.meetingId)])).toEqual([
    ['A', ['c', 'a']],
    ['B', ['b']],
  ])
})

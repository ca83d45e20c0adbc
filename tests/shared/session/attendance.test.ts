import { expect, test } from 'vitest'
import { changeHead, sessionLimits } from '../../../shared/session/index.ts'
import { anong, campaign, chair, inSession, niran, norway, olga, one, Room, rapporteur, thailand, three, two } from './room.ts'

const party = { delegation: thailand.id }
const checkIn = { kind: 'attendance.checkIn' } as const
const checkOut = { kind: 'attendance.checkOut' } as const
const first = (room: Room) => room.state.attending[0]
const moves = (room: Room) => first(room)?.movements.map(({ kind, item }) => [kind, item])

test('[SES60] whoever checks in lets the delegation arrive under the open item, with its facts as they stand; the second of it adds a name', () => {
  const room = inSession()
  room.must(anong, checkIn)
  room.pass(5).must(niran, checkIn)
  expect(room.state.attending).toEqual([
    {
      party,
      name: 'Thailand',
      code: 'THA',
      type: 'state',
      partyStatus: 'stateParty',
      membership: 'member',
      region: 'Asia and the Pacific',
      state: 'present',
      delegates: [
        { person: anong.person, name: 'Anong', function: 'Delegate' },
        { person: niran.person, name: 'Niran', function: 'Delegate' },
      ],
      movements: [{ kind: 'arrived', item: two, at: room.now - 5 }],
    },
  ])
  expect(room.press(anong, checkIn)).toBe('alreadyCheckedIn')
})

test('[SES61] a delegation has left once nobody of it who checked in has stayed, and arrives again with the first who comes back', () => {
  for (const attribution of ['named', 'delegationType', 'none'] as const) {
    const room = inSession(attribution)
    room.must(anong, checkIn)
    room.must(niran, checkIn)
    room.must(anong, checkOut)
    expect(moves(room)).toEqual([['arrived', two]])
    expect(room.press(anong, checkOut)).toBe('notCheckedIn')
    room.must(niran, checkOut)
    room.must(chair, { kind: 'item.open', item: three, from: two })
    room.must(anong, checkIn)
    expect(moves(room)).toEqual([
      ['arrived', two],
      ['left', two],
      ['arrived', three],
    ])
    expect(first(room)?.state).toBe('present')
  }
})

test('[SES62] names of delegates are kept only where the rule is named: not at check-in, not by the office, and not after tightening', () => {
  const room = new Room()
  room.must(anong, checkIn)
  room.must(chair, {
    kind: 'attendance.set',
    party,
    state: 'present',
    delegates: [{ name: 'Somchai', function: null }],
  })
  room.must(rapporteur, checkIn)
  expect(first(room)?.delegates.map(({ name }) => name)).toEqual(['Anong', 'Somchai'])
  expect(room.state.attending[1]).toMatchObject({ party: { words: 'Ruth' }, type: 'other', membership: 'guest' })
  room.state = changeHead(room.state, { attribution: 'delegationType' })
  expect(JSON.stringify(room.state.attending.map(({ name, delegates }) => [name, delegates.map((one) => one.name)]))).toBe(
    '[["Thailand",[""]]]',
  )
  // Who has checked in is still known while the meeting runs, and no longer once it is closed.
  expect(room.press(anong, checkIn)).toBe('alreadyCheckedIn')
  room.must(niran, checkIn)
  expect(room.press(rapporteur, checkIn)).toBe('noDelegation')
  expect(
    room.press(chair, { kind: 'attendance.set', party, state: 'present', delegates: [{ name: 'Somchai', function: null }] }),
  ).toBe('noNames')
  expect(first(room)?.delegates.map((one) => [one.name, one.function])).toEqual([
    ['', null],
    ['', null],
  ])
  room.must(chair, { kind: 'meeting.open' })
  room.must(chair, { kind: 'meeting.close' })
  expect(first(room)?.delegates).toEqual([])
})

test('[SES63] the office writes down apologies, absences, arrivals and departures by item, and takes entries out', () => {
  const room = inSession()
  room.must(rapporteur, { kind: 'attendance.set', party, state: 'apologies' })
  expect(first(room)).toMatchObject({ state: 'apologies', movements: [], delegates: [] })
  room.must(rapporteur, { kind: 'attendance.move', party, movement: 'arrived', item: one })
  expect([first(room)?.state, moves(room)]).toEqual(['present', [['arrived', one]]])
  // The same again sets right under which item.
  room.pass(9).must(rapporteur, { kind: 'attendance.move', party, movement: 'arrived', item: two })
  expect(moves(room)).toEqual([['arrived', two]])
  expect(first(room)?.movements[0]?.at).toBe(room.now - 9)
  room.must(rapporteur, { kind: 'attendance.move', party, movement: 'left', item: three })
  expect(room.press(rapporteur, { kind: 'attendance.move', party, movement: 'left', item: three })).toBe('noChange')
  expect(room.press(rapporteur, { kind: 'attendance.move', party, movement: 'left', item: thailand.id as never })).toBe(
    'unknownItem',
  )
  room.must(rapporteur, { kind: 'attendance.set', party: { words: 'The Depositary' }, state: 'present' })
  expect(room.state.attending.map((entry) => entry.name)).toEqual(['Thailand', 'The Depositary'])
  room.must(rapporteur, { kind: 'attendance.remove', party })
  expect(room.press(rapporteur, { kind: 'attendance.remove', party })).toBe('notListed')
  expect(room.state.attending.map((entry) => entry.name)).toEqual(['The Depositary'])
})

test('[SES64] whoever the office lets leave can check in again, and a correction keeps who has checked in', () => {
  const room = inSession()
  room.must(anong, checkIn)
  room.must(rapporteur, { kind: 'attendance.set', party, state: 'present', delegates: [{ name: 'Somchai', function: null }] })
  room.must(rapporteur, { kind: 'attendance.set', party, state: 'present', delegates: [] })
  expect(first(room)?.delegates.map(({ name }) => name)).toEqual(['Anong'])
  room.must(rapporteur, { kind: 'attendance.move', party, movement: 'left', item: two })
  expect(room.press(anong, checkOut)).toBe('notCheckedIn')
  room.must(anong, checkIn)
  expect(moves(room)).toEqual([
    ['arrived', two],
    ['left', two],
    ['arrived', two],
  ])
  room.must(anong, checkOut)
})

test('[SES65] stated counts are replaced as a whole, and only delegations that there are can be named', () => {
  const room = inSession()
  const line = { delegationType: 'state', party: null, statedCount: 'over 20', note: 'from all regions' } as const
  room.must(rapporteur, { kind: 'attendance.state', lines: [line, { ...line, party: { delegation: norway.id } }] })
  room.must(rapporteur, { kind: 'attendance.state', lines: [line] })
  expect(room.state.attendance).toEqual([line])
  const unknown = { ...line, party: { delegation: chair.person as never } }
  expect(room.press(rapporteur, { kind: 'attendance.state', lines: [unknown] })).toBe('unknownDelegation')
  expect(room.press(rapporteur, { kind: 'attendance.set', party: unknown.party, state: 'absent' })).toBe('unknownDelegation')
  expect(room.press(olga, checkIn)).toBe('forbidden')
  expect(room.press({ ...anong, delegation: campaign }, checkIn)).toBe('ok')
})

test('[SES66] the list of attendance has a bound', () => {
  const room = inSession()
  for (let n = 0; n < sessionLimits.attending; n += 1) {
    room.must(chair, { kind: 'attendance.set', party: { words: `Guest ${n}` }, state: 'present' })
  }
  expect(room.press(anong, checkIn)).toBe('limitReached')
  const movements = { kind: 'attendance.move', party: { words: 'Guest 1' }, item: null } as const
  for (let n = 0; n < sessionLimits.movements; n += 1) {
    room.must(chair, { ...movements, movement: n % 2 === 0 ? 'arrived' : 'left' })
  }
  expect(room.press(chair, { ...movements, movement: 'arrived' })).toBe('limitReached')
})

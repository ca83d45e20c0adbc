import { expect, test } from 'vitest'
import type { DelegationId, ItemId, Millis, OutcomeId, PersonId } from '../../../shared/base/index.ts'
import {
  type AttendanceEntry,
  attributed,
  countAttendance,
  createReader,
  type Intervention,
  type SessionSide,
} from '../../../shared/record/index.ts'
import { id, meetingId, newDoc, session } from './world.ts'

const at = 5 as Millis
const clara = { role: 'coordinator', name: 'Clara' } as const

function entry(name: string, facts: Partial<AttendanceEntry> = {}): AttendanceEntry {
  return {
    party: { delegation: name as DelegationId },
    name,
    code: name.slice(0, 3).toUpperCase(),
    type: 'state',
    partyStatus: 'stateParty',
    membership: 'member',
    region: 'Africa',
    state: 'present',
    delegates: [{ person: `g:${name}` as PersonId, name: `Delegate of ${name}`, function: null }],
    movements: [{ kind: 'arrived', item: null, at }],
    ...facts,
  }
}

const turn: Intervention = {
  id: id(61),
  item: id<ItemId>(1),
  speaker: { delegation: 'kenya' as DelegationId, name: 'Kenya', code: 'KEN', type: 'state' },
  type: 'state',
  intervention: 'statement',
  onBehalfOf: 'the African Group',
  asObserver: false,
  startedAt: at,
  ms: 7,
}
const stated = { delegationType: 'state', party: null, statedCount: 'over 20', note: 'from all regions' } as const
const named = { delegationType: 'ngo', party: { words: 'The Campaign' }, statedCount: null, note: null } as const

const full: SessionSide = {
  ...session,
  history: [{ phase: 'inSession', at, actor: clara }],
  fixings: { [id<OutcomeId>(31)]: [{ standing: 'agreed', at, actor: clara }] },
  attendance: [stated, named],
  attending: [
    entry('Kenya'),
    entry('Norway', { region: 'Western Europe', partyStatus: 'signatory' }),
    entry('Ana', { party: { words: 'Ana' }, type: 'other', partyStatus: null, membership: 'guest', region: null }),
    entry('Peru', { state: 'apologies' }),
    entry('Fiji', {
      movements: [
        { kind: 'arrived', item: null, at },
        { kind: 'left', item: null, at },
      ],
      partyStatus: null,
    }),
    entry('Chad', { state: 'absent' }),
  ],
  interventions: [turn],
}

test('[SES90] who took part is counted by type, party status, membership and region; whoever left took part, whoever sent apologies did not', () => {
  expect(countAttendance(full)).toEqual({
    present: 4,
    apologies: 1,
    absent: 1,
    types: { state: 3, unEntity: 0, internationalOrganization: 0, ngo: 0, other: 1 },
    partyStatuses: { stateParty: 1, notYetInForce: 0, signatory: 1, stateNotParty: 0, unstated: 1 },
    memberships: { member: 3, observer: 0, guest: 1 },
    regions: [
      { region: 'Africa', present: 2, stateParties: 1 },
      { region: 'Western Europe', present: 1, stateParties: 0 },
    ],
    stated: [stated],
  })
})

test('[SES91] under named a record holds everything, as the same object', () => {
  expect(attributed(full, 'named')).toBe(full)
})

test('[SES92] under delegationType it holds no person and no speaker, only the type of who spoke', () => {
  const facts = attributed(full, 'delegationType')
  expect(JSON.stringify(facts)).not.toMatch(/Clara|Delegate of|Ana|African Group/)
  expect(facts.interventions).toEqual([{ ...turn, speaker: null, onBehalfOf: null }])
  expect(facts.attending.map(({ name, delegates }) => [name, delegates])).toEqual([
    ['Kenya', []],
    ['Norway', []],
    ['Peru', []],
    ['Fiji', []],
    ['Chad', []],
  ])
  expect(facts.history[0]?.actor).toEqual({ role: 'coordinator', name: null })
  expect(facts.attendance).toBe(full.attendance)
})

test('[SES93] under none it holds no turn at the floor, and who took part as counts alone', () => {
  const facts = attributed(full, 'none')
  expect(JSON.stringify(facts)).not.toMatch(/Clara|Delegate of|Ana|Kenya|Norway|Campaign|Peru/)
  expect([facts.interventions, facts.attending]).toEqual([[], []])
  expect(facts.attendance).toEqual([
    stated,
    { delegationType: 'state', party: null, statedCount: '3', note: null },
    { delegationType: 'ngo', party: null, statedCount: '1', note: null },
  ])
})

test('[SES94] the rule is applied to every record that is read, and what it left the same stays the same object', () => {
  const reader = createReader(newDoc(1))
  for (const attribution of ['delegationType', 'none'] as const) {
    const side: SessionSide = { ...full, head: { ...full.head, attribution } }
    const record = reader.read(meetingId, side)
    expect(JSON.stringify(record)).not.toMatch(/Clara|Delegate of|African Group/)
    expect(record.session.interventions.length).toBe(attribution === 'none' ? 0 : 1)
    const head = { ...side.head, title: 'Other' }
    expect(reader.read(meetingId, { ...side, head }).session).toBe(record.session)
    expect(reader.read(meetingId, { ...side, statuses: { a: 'done' } }).session).not.toBe(record.session)
  }
})

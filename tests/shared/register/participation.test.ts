import { expect, test } from 'vitest'
import { participation } from '../../../shared/register/index.ts'
import { attendee, intervention } from '../../support/exports/records.ts'
import { delegation, GroupBook, meetingWith } from '../../support/register/source.ts'

const canada = delegation('Canada', 'CAN', 'state', 'Western European and Others')
const thailand = delegation('Thailand', 'THA', 'state', 'Asia-Pacific')
const icbl = delegation('ICBL', 'ICBL', 'ngo')
const all = [canada, thailand, icbl]

function present(one: typeof canada, changes = {}) {
  const { id, name, code, type, region } = one
  return attendee(name, { party: { delegation: id }, code, type, region, ...changes })
}

function turn(one: typeof canada, ms: number, changes = {}) {
  const { id, name, code, type } = one
  return intervention(name, null, { speaker: { delegation: id, name, code, type }, type, ms, ...changes })
}

test('[REG40] participation counts presences, apologies and turns by delegation, type and region over the meetings of a span', () => {
  const may = meetingWith({
    head: { title: 'May', startsAt: '2002-05-27' },
    session: {
      attending: [present(canada), present(thailand), present(icbl)],
      interventions: [turn(canada, 60_000), turn(icbl, 30_000)],
    },
  })
  const september = meetingWith({
    head: { title: 'September', startsAt: '2002-09' },
    session: { attending: [present(canada), present(thailand, { state: 'apologies' })], interventions: [turn(canada, 20_000)] },
  })
  const planned = meetingWith({ head: { startsAt: '2003' }, session: { phase: 'planned', attending: [present(canada)] } })
  const source = new GroupBook([planned, september, may]).source({}, all)
  const found = participation(source, {})
  expect(found.meetings.map(({ title, told }) => `${title} ${told}`)).toEqual(['May delegations', 'September delegations'])
  expect(found.delegations).toMatchObject([
    { name: 'Canada', present: [may.meetingId, september.meetingId], apologies: [], interventions: 2, speakingMs: 80_000 },
    { name: 'ICBL', present: [may.meetingId], interventions: 1, speakingMs: 30_000 },
    { name: 'Thailand', present: [may.meetingId], apologies: [september.meetingId], interventions: 0, speakingMs: null },
  ])
  expect(found.byType).toMatchObject([
    { type: 'state', presences: 3, interventions: 2, speakingMs: 80_000, meetings: [{ present: 2 }, { present: 1 }] },
    { type: 'ngo', presences: 1, interventions: 1 },
  ])
  expect(found.byRegion).toMatchObject([
    { region: 'Western European and Others', presences: 2, interventions: 2 },
    { region: 'Asia-Pacific', presences: 1, interventions: 0, speakingMs: null },
  ])
  expect(participation(source, { from: '2002-06' }).meetings).toHaveLength(1)
  expect(participation(source, { to: '2002-05-26' })).toEqual({ meetings: [], delegations: [], byType: [], byRegion: [] })
})

test('[REG41] participation tells types alone of a meeting under delegationType, and nothing of one without attribution', () => {
  const session = { attending: [present(canada), present(icbl)] }
  const typed = meetingWith({
    head: { attribution: 'delegationType' },
    session: { ...session, interventions: [turn(icbl, 30_000, { speaker: null })] },
  })
  // A tighter rule takes names out of what is stored; should one be left, it is not told.
  const silent = meetingWith({ head: { attribution: 'none' }, session: { ...session, interventions: [turn(canada, 1)] } })
  const found = participation(new GroupBook([typed, silent]).source({}, all), {})
  expect(found.meetings.map(({ told }) => told).sort()).toEqual(['nothing', 'types'])
  expect(found).toMatchObject({ delegations: [], byRegion: [] })
  expect(found.byType.map(({ type, presences, interventions }) => [type, presences, interventions])).toEqual([
    ['ngo', 1, 1],
    ['state', 1, 0],
  ])
  expect(JSON.stringify([found.byType, found.delegations])).not.toMatch(/Canada|ICBL"|CAN/)
})

test('[REG42] somebody without a delegation, a speaker who was not in the list and a delegation that is gone keep a line of their own', () => {
  const gone = delegation('Former', 'FMR')
  const session = { attending: [attendee('A person'), present(gone)], interventions: [turn(thailand, 5_000)] }
  const { delegations } = participation(new GroupBook([meetingWith({ session })]).source({}, all), {})
  expect(delegations.map(({ name, delegation: id, present: here }) => [name, id === null, here.length])).toEqual([
    ['A person', true, 1],
    ['Former', false, 1],
    ['Thailand', false, 0],
  ])
})

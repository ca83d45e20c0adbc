import { expect, test } from 'vitest'
import type { MeetingId, OutcomeId } from '../../../../shared/base/index.ts'
import { everyCommand } from '../../../support/everyCommand.ts'
import { httpWorld } from '../../../support/http/httpWorld.ts'
import { must, RawClient } from '../../../support/live/RawClient.ts'
import { newId } from '../../../support/storageSamples.ts'

test('[PEO24] what is learned of a delegation later is set right by who manages delegations, and known in the meeting at once', async () => {
  const world = await httpWorld()
  const { groupId, meetingId, people } = await world.group()
  const as = people.coordinator.token
  const body = { name: 'Siam', code: 'THA', type: 'state', region: 'Asia' }
  const made = await world.call('POST', `/groups/${groupId}/delegations`, { as, body })
  expect(made.json).toMatchObject({ region: 'Asia', partyStatus: null })
  const place = { url: world.url, meetingId: meetingId as MeetingId, outcomeId: newId<OutcomeId>() } // the server's own answer
  const rapporteur = await RawClient.join(place, people.rapporteur)
  const path = `/groups/${groupId}/delegations/${made.text('delegationId')}`
  const patch = { name: 'Thailand', partyStatus: 'stateParty', region: 'Asia-Pacific' }
  expect((await world.call('PATCH', path, { as: people.rapporteur.token, body: patch })).code).toBe('forbidden')
  const changed = await world.call('PATCH', path, { as, body: patch })
  expect(changed.json).toMatchObject({ ...patch, code: 'THA', type: 'state', membership: 'member' })
  expect((await world.call('PATCH', path, { as, body: { region: null } })).json).toMatchObject({ ...patch, region: null })
  expect((await world.call('PATCH', path, { as, body: { code: 'LAO' } })).code).toBe('invalid')
  const nowhere = `/groups/${groupId}/delegations/${newId()}`
  expect((await world.call('PATCH', nowhere, { as, body: patch })).code).toBe('notFound')
  // No time has passed: the office writes it down under its new name.
  const party = { delegation: made.text('delegationId') as never }
  must(await rapporteur.run({ kind: 'attendance.set', party, state: 'present' }))
  const session = must(await world.at.rooms.readSession(place.meetingId, 'coordinator'))
  expect(session.attending).toMatchObject([{ name: 'Thailand', partyStatus: 'stateParty', region: null }])
  expect(rapporteur.all('meeting.closed')).toEqual([])
})

test('[PEO25] the seat link of an observer does not tell how many are in a meeting that is closed to observers', async () => {
  const world = await httpWorld()
  const { groupId, meetingId, people } = await world.group()
  const as = people.coordinator.token
  const place = { url: world.url, meetingId: meetingId as MeetingId, outcomeId: newId<OutcomeId>() } // the server's own answer
  const chair = await RawClient.join(place, people.coordinator)
  const preview = async (role: string) => {
    const seat = await world.call('POST', `/groups/${groupId}/seats`, { as, body: { role, meetingId } })
    const secret = seat.text('url').split('#')[1]
    return (await world.call('POST', '/seats/preview', { body: { secret } })).json.present
  }
  expect([await preview('observer'), await preview('participant')]).toEqual([1, 1])
  must(await chair.run({ kind: 'meeting.closeToObservers', closed: true }))
  expect([await preview('observer'), await preview('participant')]).toEqual([0, 1])
})

test('[WEB19] the session is read over HTTP with the hour at the server, as it is stored', async () => {
  const world = await httpWorld()
  const { meetingId, people } = await world.group()
  const read = () => world.call('GET', `/meetings/${meetingId}/session`, { as: people.observer.token })
  expect((await read()).json).toMatchObject({ meetingId, now: world.clock.now(), session: { seq: 0, phase: 'planned' } })
  const body = { id: newId(), kind: 'meeting.open' }
  expect((await world.call('POST', `/meetings/${meetingId}/commands`, { as: people.rapporteur.token, body })).status).toBe(200)
  world.clock.advance(5_000)
  expect((await read()).json).toMatchObject({ now: world.clock.now(), session: { seq: 1, phase: 'inSession', current: null } })
})

test('[WEB19] every kind of command stands in the OpenAPI page, and a refusal says which reason it has', async () => {
  const world = await httpWorld()
  const { meetingId, people } = await world.group()
  const page = JSON.stringify((await world.call('GET', '/openapi.json')).json)
  expect(Object.keys(everyCommand).filter((kind) => !page.includes(`"const":"${kind}"`))).toEqual([])
  const body = { id: newId(), kind: 'item.next', from: null }
  const refused = await world.call('POST', `/meetings/${meetingId}/commands`, { as: people.coordinator.token, body })
  expect([refused.status, refused.json]).toMatchObject([409, { code: 'wrongPhase', reason: 'isPlanned' }])
})

test('[PEO15] of the sample’s one state the regional group is known, and of the organizations there is none', async () => {
  const world = await httpWorld()
  const ada = await world.account('Ada', { administrator: true })
  const { groupId } = (await world.call('POST', '/sample', { as: ada.token })).json
  const list = await world.call('GET', `/groups/${String(groupId)}/delegations`, { as: ada.token })
  const regions = list.list('items').map(({ code, region, partyStatus }) => [code, region, partyStatus])
  expect(regions).toEqual([
    ['CAN', 'Western European and other States', null],
    ['ICBL', null, null],
    ['ICRC', null, null],
    ['UN', null, null],
  ])
})

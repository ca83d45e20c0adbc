import { expect, test } from 'vitest'
import type { DocumentId, MeetingId, Millis, OutcomeId, PersonId } from '../../../../shared/base/index.ts'
import { type GroupWorld, type HttpWorld, httpWorld, type Somebody } from '../../../support/http/httpWorld.ts'
import { must as answered, RawClient } from '../../../support/live/RawClient.ts'
import { append, aside, must, newId } from '../../../support/storageSamples.ts'

/** Words kept aside, as the room stores them, of somebody with an account. */
async function keep(world: HttpWorld, group: GroupWorld, who: Somebody, reason: 'deletedUnder' | 'rightEnded', text: string) {
  const documentId = group.meetingId as DocumentId // a record's document has its meeting's id
  const at = (reason === 'rightEnded' ? 2000 : 1000) as Millis
  const kept = aside({ person: `a:${who.accountId}` as PersonId, at, reason, text, place: `outcomes/${newId()}/text` })
  const { seq } = must(await world.at.storage.documents.load(documentId))
  must(await world.at.storage.documents.append(documentId, append(seq, { asides: [kept] })))
  return kept
}

const list = async (world: HttpWorld, group: GroupWorld, who: Somebody) =>
  (await world.call('GET', `/meetings/${group.meetingId}/asides`, { as: who.token })).list('items')

const letGo = async (world: HttpWorld, group: GroupWorld, who: Somebody, asideId: string) =>
  (await world.call('DELETE', `/meetings/${group.meetingId}/asides/${asideId}`, { as: who.token })).status

test('[WEB15] words kept aside are listed for their author, and for the office when they were typed into something deleted', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const { coordinator, rapporteur, participant, observer } = group.people
  const under = await keep(world, group, participant, 'deletedUnder', 'Under.')
  const late = await keep(world, group, participant, 'rightEnded', 'Late.')
  const own = await list(world, group, participant)
  expect(own).toMatchObject([under, late].map(({ place, text, reason }) => ({ place, text, reason, yours: true })))
  for (const office of [coordinator, rapporteur]) {
    expect(await list(world, group, office)).toMatchObject([
      { asideId: under.id, text: 'Under.', place: under.place, yours: false },
    ])
  }
  expect(await list(world, group, observer)).toEqual([])
  // Whoever was lowered to observer still has their own.
  const body = { role: 'observer' }
  await world.call('PATCH', `/groups/${group.groupId}/members/${group.memberIds.participant}`, { as: coordinator.token, body })
  expect(await list(world, group, participant)).toHaveLength(2)
  expect((await world.call('GET', `/meetings/${group.meetingId}/asides`)).code).toBe('unauthenticated')
})

test('[WEB16] the author of words kept aside is named as far as the attribution of the meeting lets it be shown', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const { coordinator, participant, rapporteur } = group.people
  const as = coordinator.token
  const canada = { name: 'Canada', code: 'CAN', type: 'state' }
  const { delegationId } = (await world.call('POST', `/groups/${group.groupId}/delegations`, { as, body: canada })).json
  const body = { delegationId }
  await world.call('PATCH', `/groups/${group.groupId}/members/${group.memberIds.participant}`, { as, body })
  await keep(world, group, participant, 'deletedUnder', 'Under.')
  const shown = async (attribution: string) => {
    await world.call('PATCH', `/meetings/${group.meetingId}`, { as, body: { attribution } })
    return (await list(world, group, rapporteur))[0]?.author
  }
  expect(await shown('named')).toEqual({ name: 'participant', delegationType: 'state' })
  expect(await shown('delegationType')).toEqual({ name: null, delegationType: 'state' })
  expect(await shown('none')).toEqual({ name: null, delegationType: null })
})

test('[WEB17] an author lets go of what is theirs, the office of what was deleted under somebody; the rest is not there for them', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const { coordinator, rapporteur, participant, observer } = group.people
  const [one, two] = [
    await keep(world, group, participant, 'deletedUnder', 'One.'),
    await keep(world, group, participant, 'deletedUnder', 'Two.'),
  ]
  const late = await keep(world, group, participant, 'rightEnded', 'Late.')
  expect(await letGo(world, group, observer, one.id)).toBe(404)
  expect(await letGo(world, group, coordinator, late.id)).toBe(404)
  expect(await letGo(world, group, participant, newId())).toBe(404)
  expect(await list(world, group, participant)).toHaveLength(3)
  expect(await letGo(world, group, rapporteur, one.id)).toBe(204)
  expect(await letGo(world, group, rapporteur, one.id)).toBe(404)
  expect(await letGo(world, group, participant, two.id)).toBe(204)
  expect(await list(world, group, participant)).toMatchObject([{ asideId: late.id }])
  expect(await list(world, group, coordinator)).toEqual([])
})

test('[WEB18] letting go over HTTP is told to whoever is in the meeting and could see it', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const kept = await keep(world, group, group.people.participant, 'deletedUnder', 'Under.')
  // Ids from our own server; the outcome is not used here.
  const place = { url: world.url, meetingId: group.meetingId as MeetingId, outcomeId: newId<OutcomeId>() }
  const rapporteur = await RawClient.connect(place, group.people.rapporteur)
  answered(await rapporteur.tryEnter())
  await rapporteur.until(() => rapporteur.all('aside.changed').length === 1)
  expect(await letGo(world, group, group.people.participant, kept.id)).toBe(204)
  await rapporteur.until(() => rapporteur.all('aside.changed').length === 2)
  expect(rapporteur.all('aside.changed').map(({ count }) => count)).toEqual([1, 0])
})

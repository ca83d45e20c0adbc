import { expect, test } from 'vitest'
import type { ItemId, MeetingId, OutcomeId } from '../../../shared/base/index.ts'
import type { CommandDraft } from '../../../shared/session/index.ts'
import { type GroupWorld, type HttpWorld, httpWorld } from '../../support/http/httpWorld.ts'
import { must, type Place, RawClient } from '../../support/live/RawClient.ts'
import { newId } from '../../support/storageSamples.ts'

const secret = 'Nachtigall'
const doors = ['record', 'session', 'asides'] as const

interface Scene {
  readonly world: HttpWorld
  readonly group: GroupWorld
  readonly place: Place
  readonly itemId: ItemId
  readonly chair: RawClient
  readonly rapporteur: RawClient
  readonly observers: readonly [RawClient, RawClient]
}

/** A meeting in session with an open item, an outcome in it, and two observers, one on each transport. */
async function scene(): Promise<Scene> {
  const world = await httpWorld()
  const group = await world.group()
  const outcomeId = newId<OutcomeId>()
  const place = { url: world.url, meetingId: group.meetingId as MeetingId, outcomeId } // the server's own answer gave it
  const chair = await RawClient.join(place, group.people.coordinator)
  const rapporteur = await RawClient.join(place, group.people.rapporteur)
  const itemId = newId<ItemId>()
  must(await chair.edit({ kind: 'item.add', id: itemId, parent: null, after: 'last', title: 'An item' }))
  must(await chair.edit({ kind: 'outcome.add', id: outcomeId, item: itemId, after: 'last', text: 'Words.' }))
  must(await chair.run({ kind: 'meeting.open' }))
  must(await chair.run({ kind: 'item.open', item: itemId, from: null }))
  const { observer } = group.people
  const observers = [await RawClient.join(place, observer), await RawClient.join(place, observer, 'polling')] as const
  return { world, group, place, itemId, chair, rapporteur, observers }
}

/** Puts the secret word wherever somebody in the room can put a word. */
async function plant({ chair, rapporteur, itemId, place }: Scene): Promise<void> {
  must(await chair.edit({ kind: 'item.set', id: itemId, values: { lead: { words: `Lead ${secret}` }, minutes: 7 } }))
  must(await chair.edit({ kind: 'text.set', path: { root: 'items', id: itemId, field: 'title' }, text: `Title ${secret}` }))
  must(await chair.type(` Outcome ${secret}.`))
  const qualifier = { outcome: place.outcomeId, id: newId(), after: 'last', values: { kind: 'unless' }, text: secret } as const
  must(await chair.edit({ kind: 'qualifier.add', ...qualifier } as Parameters<RawClient['edit']>[0]))
  must(await chair.edit({ kind: 'action.add', id: newId(), item: itemId, after: 'last', task: `Task ${secret}` }))
  const asks: readonly CommandDraft[] = [
    { kind: 'floor.ask', intervention: 'statement', name: `Speaker ${secret}`, onBehalfOf: `Behalf ${secret}` },
    { kind: 'floor.ask', intervention: 'reply', name: `Next ${secret}` },
    { kind: 'floor.next', after: null },
    { kind: 'outcome.readOut', outcome: place.outcomeId },
    { kind: 'outcome.agree', outcome: place.outcomeId },
  ]
  for (const draft of asks) must(await rapporteur.run(draft))
  const state = { item: itemId, field: `outcomes/${place.outcomeId}/text`, cursor: null, away: false }
  must(await chair.ask('presence.set', { meetingId: place.meetingId, clientId: chair.doc.clientID, state }))
}

/** All that an observer has heard or could ask for, over every door. */
async function everythingFor({ world, group, place, observers }: Scene): Promise<string> {
  const as = group.people.observer.token
  const answers = await Promise.all([
    world.call('GET', `/meetings/${place.meetingId}`, { as }),
    ...doors.map((door) => world.call('GET', `/meetings/${place.meetingId}/${door}`, { as })),
  ])
  const late = [
    await RawClient.connect(place, group.people.observer),
    await RawClient.connect(place, group.people.observer, 'polling'),
  ]
  const joined = []
  for (const client of late) {
    joined.push(await client.enter())
    await client.until(() => client.all('view.record').length > 0)
  }
  const heard = [...observers, ...late].map((client) => client.heard)
  for (const client of late) client.socket.disconnect()
  return JSON.stringify([answers.map((answer) => answer.raw), joined, heard])
}

/** Lets time pass until what was told in time has been told, and heard by whoever listens. */
async function settle({ world, observers, chair, place }: Scene): Promise<void> {
  for (let times = 0; times < 4; times += 1) {
    world.clock.advance(1_000)
    await world.at.rooms.readSession(place.meetingId, 'coordinator')
    // An answer comes behind all that was said before it.
    for (const client of [...observers, chair]) await client.ask('clock.ask', {})
  }
}

test('[K19] no word of an item that is closed to observers reaches one over any door, and opened again it is there at once', async () => {
  const at = await scene()
  must(await at.chair.run({ kind: 'item.closeToObservers', item: at.itemId, closed: true }))
  await plant(at)
  await settle(at)
  // Whoever may see it has it, so that there is something to hide.
  expect(JSON.stringify([at.chair.heard, at.chair.session])).toContain(`Speaker ${secret}`)
  const asOffice = await at.world.call('GET', `/meetings/${at.place.meetingId}/record`, { as: at.group.people.participant.token })
  expect(asOffice.raw).toContain(`Title ${secret}`)
  const told = await everythingFor(at)
  expect(told.includes(secret)).toBe(false)
  expect(told.includes(`outcomes/${at.place.outcomeId}`)).toBe(false)
  expect(told.includes(at.itemId)).toBe(true)
  const [observer] = at.observers
  expect(observer.session).toMatchObject({ current: at.itemId, floor: { requests: [], speaking: null }, interventions: [] })
  const views = observer.all('view.record').length
  must(await at.chair.run({ kind: 'item.closeToObservers', item: at.itemId, closed: false }))
  // No time has passed: what was closed is there again in the same moment.
  for (const client of at.observers) {
    await client.until(() => client.all('view.record').length > views)
    expect(JSON.stringify(client.all('view.record').at(-1))).toContain(`Title ${secret}`)
    await client.until(() => JSON.stringify(client.session).includes(`Next ${secret}`))
    await client.until(() => JSON.stringify(client.all('presence.changed')).includes(`outcomes/${at.place.outcomeId}/text`))
  }
})

test('[K20] of a meeting that is closed to observers one learns that it is closed: no word, no floor, nobody but oneself', async () => {
  const at = await scene()
  await settle(at)
  const [observer] = at.observers
  const before = observer.heard.length
  const people = new Set(observer.all('presence.changed').flatMap((news) => news.people.map((person) => person.connection)))
  must(await at.chair.run({ kind: 'meeting.closeToObservers', closed: true }))
  await observer.until(() => observer.session?.closed === true)
  await observer.until(() => observer.all('presence.changed').some((news) => news.gone.length > 0))
  const gone = new Set(observer.all('presence.changed').flatMap((news) => news.gone))
  expect([...people].filter((one) => !gone.has(one)).length).toBeLessThanOrEqual(at.observers.length)
  await plant(at)
  const party = { words: `Party ${secret}` }
  const delegates = [{ name: `Delegate ${secret}`, function: null }]
  must(await at.rapporteur.run({ kind: 'attendance.set', party, state: 'present', delegates }))
  const another = await RawClient.join(at.place, at.group.people.participant)
  await settle(at)
  another.socket.disconnect()
  await settle(at)
  const told = await everythingFor(at)
  expect(told.includes(secret)).toBe(false)
  const since = JSON.stringify(observer.heard.slice(before))
  for (const name of ['coordinator', 'rapporteur', 'participant']) expect(since).not.toContain(`"name":"${name}"`)
  const as = at.group.people.observer.token
  const meeting = await at.world.call('GET', `/meetings/${at.place.meetingId}`, { as })
  expect(meeting.json).toMatchObject({ present: 0, history: [] })
  const session = await at.world.call('GET', `/meetings/${at.place.meetingId}/session`, { as })
  expect(session.json.session).toMatchObject({
    closed: true,
    attending: [],
    attendance: [],
    floor: { requests: [], speaking: null },
  })
  const entering = await RawClient.connect(at.place, at.group.people.observer)
  const joined = await entering.enter()
  expect(new Set(joined.people.map((person) => person.role))).toEqual(new Set(['observer']))
  const refused = await observer.run({ kind: 'floor.ask', intervention: 'statement' })
  expect(refused).toMatchObject({ refusal: { code: 'forbidden', reason: 'closedToObservers' } })
  must(await at.chair.run({ kind: 'meeting.closeToObservers', closed: false }))
  await observer.until(() => JSON.stringify(observer.heard.slice(before)).includes(`Title ${secret}`))
  await observer.until(
    () =>
      observer
        .all('presence.changed')
        .at(-1)
        ?.people.some((person) => person.role === 'coordinator') === true,
  )
})

import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CommandId } from '../../../shared/base/index.ts'
import { findText } from '../../../shared/record/index.ts'
import { liveWorld, type World } from '../../support/live/liveWorld.ts'
import { codeOf, must, RawClient, typeInto } from '../../support/live/RawClient.ts'
import { newId } from '../../support/storageSamples.ts'

/** The notes of the sample's item as this client has them. */
function notesOf(client: RawClient, world: World): Y.XmlFragment {
  const notes = findText(client.doc, { root: 'items', id: world.itemId, field: 'notes' })
  if (notes === null) throw new Error('The sample has no notes')
  return notes
}

/** A paragraph of one's own at the end of the notes. */
function addParagraph(client: RawClient, world: World, words: string): Promise<unknown> {
  return client.change(() => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    notesOf(client, world).push([paragraph])
  })
}

function typeIntoNotes(client: RawClient, world: World, words: string): void {
  const paragraph = notesOf(client, world).get(notesOf(client, world).length - 1)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('There is no paragraph')
  text.insert(text.length, words)
}

/** Anna deletes the paragraph in which Boris is typing; nobody has heard of the other yet. */
async function deletedUnder(world: World, anna: RawClient, boris: RawClient, words: string): Promise<void> {
  await addParagraph(anna, world, 'A paragraph.')
  await boris.until(() => notesOf(boris, world).toString().includes('A paragraph.'))
  const typed = boris.make(() => typeIntoNotes(boris, world, words))
  must(await anna.change(() => notesOf(anna, world).delete(notesOf(anna, world).length - 1, 1)))
  must(await boris.send(typed))
}

const counts = (client: RawClient) => client.all('aside.changed').map(({ count }) => count)

/** What was said to everybody before this has arrived once this has. */
async function everyoneHas(clients: readonly RawClient[], anna: RawClient): Promise<void> {
  const before = clients.map((client) => client.heard.length)
  must(await anna.type(' One more.'))
  await Promise.all(clients.map((client, index) => client.until(() => client.heard.length > (before[index] ?? 0))))
}

for (const transport of ['websocket', 'polling'] as const) {
  test(`[R42] words typed into something deleted meanwhile are told to their author, the coordinator and the rapporteur, and to nobody else (${transport})`, async () => {
    const world = await liveWorld()
    const { people } = world
    const join = (person: (typeof people)['anna']) => RawClient.join(world, person, transport)
    const [anna, boris, observer] = [await join(people.anna), await join(people.boris), await join(people.observer)]
    const [coordinator, rapporteur] = [await join(people.coordinator), await join(people.rapporteur)]
    await deletedUnder(world, anna, boris, ' Typed by Boris.')
    for (const client of [boris, coordinator, rapporteur]) {
      await client.until(() => counts(client).length > 0)
      expect(counts(client)).toEqual([1])
    }
    await everyoneHas([anna, observer], boris)
    expect([...counts(anna), ...counts(observer)]).toEqual([])
    const [kept] = await world.rooms.asides(world.meetingId)
    expect(kept).toMatchObject({ person: people.boris.person, reason: 'deletedUnder', place: `items/${world.itemId}/notes` })
    expect(kept?.text).toContain('Typed by Boris.')
  })
}

test('[R47] words typed on into something deleted, message by message, are all kept with their place', async () => {
  const world = await liveWorld()
  const { people } = world
  const anna = await RawClient.join(world, people.anna)
  const boris = await RawClient.join(world, people.boris)
  await addParagraph(anna, world, 'A paragraph.')
  await boris.until(() => notesOf(boris, world).toString().includes('A paragraph.'))
  const typed = [' One', ' two', ' three.'].map((words) => boris.make(() => typeIntoNotes(boris, world, words)))
  must(await anna.change(() => notesOf(anna, world).delete(notesOf(anna, world).length - 1, 1)))
  for (const update of typed) must(await boris.send(update))
  const place = `items/${world.itemId}/notes`
  expect(await world.rooms.asides(world.meetingId)).toMatchObject([' One', ' two', ' three.'].map((text) => ({ text, place })))
})

test('[R43] words that come after the session has closed are told to their author alone', async () => {
  const world = await liveWorld()
  const { people } = world
  const anna = await RawClient.join(world, people.anna)
  const coordinator = await RawClient.join(world, people.coordinator)
  const late = anna.make(() => typeInto(anna.doc, world, ' Late words.'))
  const command = { kind: 'meeting.close', id: newId<CommandId>() } as const
  must(await coordinator.ask('session.command', { meetingId: world.meetingId, command }))
  expect(await anna.closed()).toBe('rightsChanged')
  must(await anna.tryEnter())
  expect(counts(anna)).toEqual([])
  expect(codeOf(await anna.send(late))).toBe('wrongPhase')
  await anna.until(() => counts(anna).length > 0)
  expect(counts(anna)).toEqual([1])
  await everyoneHas([anna], coordinator)
  expect(counts(coordinator)).toEqual([])
  expect(await world.rooms.asides(world.meetingId)).toMatchObject([
    { text: 'Late words.', place: `outcomes/${world.outcomeId}/text` },
  ])
})

test('[R44] whoever comes in hears of the words kept aside for them, also after a restart; whom none are kept for hears nothing', async () => {
  const first = await liveWorld()
  const [anna, boris] = [await RawClient.join(first, first.people.anna), await RawClient.join(first, first.people.boris)]
  await deletedUnder(first, anna, boris, ' One.')
  await deletedUnder(first, anna, boris, ' Two.')
  const world = await first.restart()
  const again = await RawClient.join(world, world.people.boris)
  const rapporteur = await RawClient.join(world, world.people.rapporteur)
  for (const client of [again, rapporteur]) {
    await client.until(() => counts(client).length > 0)
    expect(counts(client)).toEqual([2])
  }
  const other = await RawClient.join(world, world.people.anna)
  await everyoneHas([other], again)
  expect(counts(other)).toEqual([])
})

test('[R45] letting go of words kept aside is told to those who could see them, and happens once', async () => {
  const world = await liveWorld()
  const { people, rooms, meetingId } = world
  const anna = await RawClient.join(world, people.anna)
  const boris = await RawClient.join(world, people.boris)
  const rapporteur = await RawClient.join(world, people.rapporteur)
  await deletedUnder(world, anna, boris, ' Typed by Boris.')
  const [kept] = await rooms.asides(meetingId)
  must(await rooms.removeAside(meetingId, kept?.id ?? ''))
  for (const client of [boris, rapporteur]) {
    await client.until(() => counts(client).length > 1)
    expect(counts(client)).toEqual([1, 0])
  }
  expect(codeOf(await rooms.removeAside(meetingId, kept?.id ?? ''))).toBe('notFound')
  expect(await rooms.asides(meetingId)).toEqual([])
})

test('[R46] letting go gives room again to an author whose shelf was full', async () => {
  const world = await liveWorld()
  const { rooms, meetingId } = world
  const anna = await RawClient.join(world, world.people.anna)
  const boris = await RawClient.join(world, world.people.boris)
  const long = 'x'.repeat(40_000)
  await deletedUnder(world, anna, boris, long)
  await deletedUnder(world, anna, boris, long)
  expect(await rooms.asides(meetingId)).toHaveLength(1)
  const [kept] = await rooms.asides(meetingId)
  must(await rooms.removeAside(meetingId, kept?.id ?? ''))
  await deletedUnder(world, anna, boris, long)
  expect(await rooms.asides(meetingId)).toHaveLength(1)
})

import type { CommandId, ItemId, MeetingId, OutcomeId } from '../../../shared/base/index.ts'
import type { RichText } from '../../../shared/record/index.ts'
import type { CommandDraft } from '../../../shared/session/index.ts'
import { must, RawClient } from '../live/RawClient.ts'
import { newId } from '../storageSamples.ts'
import { type GroupWorld, type HttpWorld, httpWorld, type Somebody } from './httpWorld.ts'

/** A meeting whose record became firm over the real doors. */
export interface AdoptedScene {
  readonly world: HttpWorld
  readonly group: GroupWorld
  /** `/meetings/<id>` */
  readonly path: string
  /** Runs a command over HTTP. */
  run(who: Somebody, draft: CommandDraft): Promise<CommandId>
  /** The parts of a version, as the coordinator gets them. */
  keys(version: number): Promise<readonly string[]>
}

/** Versions 1 (room), 2 (circulated) and 3 (adopted), with an item closed to observers; `secret` stands only in that. With notes of so many paragraphs. */
export async function adoptedScene(secret: string, paragraphs = 0): Promise<AdoptedScene> {
  const world = await httpWorld()
  const group = await world.group()
  const { coordinator, rapporteur } = group.people
  const path = `/meetings/${group.meetingId}`
  const [item, closed, outcomeId] = [newId<ItemId>(), newId<ItemId>(), newId<OutcomeId>()]
  // The server's own answer gave the id.
  const chair = await RawClient.join({ url: world.url, meetingId: group.meetingId as MeetingId, outcomeId }, rapporteur)
  must(await chair.edit({ kind: 'item.add', id: item, parent: null, after: 'last', title: 'Open', notes: notes(paragraphs) }))
  must(await chair.edit({ kind: 'item.add', id: closed, parent: null, after: 'last', title: `Closed ${secret}` }))
  must(await chair.edit({ kind: 'outcome.add', id: outcomeId, item, after: 'last', text: 'agreed to meet in May.' }))
  must(await chair.edit({ kind: 'action.add', id: newId(), item, after: 'last', task: 'Write to the capitals' }))
  must(await chair.edit({ kind: 'outcome.add', id: newId(), item: closed, after: 'last', text: `decided ${secret}.` }))
  chair.socket.disconnect()
  const run: AdoptedScene['run'] = async (who, draft) => {
    const id = newId<CommandId>()
    const answer = await world.call('POST', `${path}/commands`, { as: who.token, body: { ...draft, id } })
    if (answer.status !== 200) throw new Error(`${draft.kind}: ${answer.raw}`)
    return id
  }
  await run(coordinator, { kind: 'meeting.open' })
  await run(coordinator, { kind: 'item.closeToObservers', item: closed, closed: true })
  await run(coordinator, { kind: 'meeting.close' })
  const deadline = new Date(world.clock.now() + 86_400_000).toISOString()
  await run(coordinator, { kind: 'record.circulate', deadline, timeZone: 'UTC', mode: 'decision' })
  const seen = (await world.call('GET', `${path}/record`, { as: coordinator.token })).text('fingerprint')
  await run(coordinator, { kind: 'record.adopt', seen })
  const keys: AdoptedScene['keys'] = async (version) => {
    const { json } = await world.call('GET', `${path}/versions/${version}`, { as: coordinator.token })
    const { parts } = json.sealed as { readonly parts: readonly { readonly part: { readonly key: string } }[] } // the schema was compared
    return parts.map(({ part }) => part.key)
  }
  return { world, group, path, run, keys }
}

function notes(count: number): RichText {
  return Array.from({ length: count }, (_, index) => ({ kind: 'paragraph' as const, runs: [{ text: `Note ${index + 1}` }] }))
}

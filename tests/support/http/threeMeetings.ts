import type { ActionId, CommandId, ItemId, MeetingId, OutcomeId, TargetId } from '../../../shared/base/index.ts'
import type { RecordEdit } from '../../../shared/record/index.ts'
import type { CommandDraft } from '../../../shared/session/index.ts'
import { must, RawClient } from '../live/RawClient.ts'
import { newId } from '../storageSamples.ts'
import { type GroupWorld, type HttpWorld, httpWorld, type Somebody } from './httpWorld.ts'

/** A group whose first meeting left things open; more meetings can be made out of it. */
export interface OnwardWorld {
  readonly world: HttpWorld
  readonly group: GroupWorld
  readonly first: MeetingId
  readonly ids: {
    readonly done: ItemId
    readonly late: ItemId
    readonly lateMore: ItemId
    readonly secret: ItemId
    readonly outcome: OutcomeId
    readonly write: ActionId
    readonly ask: ActionId
    readonly hush: ActionId
    readonly target: TargetId
  }
  write(meeting: string, ...edits: readonly RecordEdit[]): Promise<void>
  run(meeting: string, draft: CommandDraft, who?: Somebody): Promise<void>
  /** Circulates and adopts; gives the fingerprint. */
  adopt(meeting: string): Promise<string>
  get(path: string, who?: Somebody): ReturnType<HttpWorld['call']>
  post(path: string, body: unknown, who?: Somebody): ReturnType<HttpWorld['call']>
}

export const hushWords = 'Nachtigall'

/**
 * The first meeting, adopted: item 1 was held and has an outcome, two actions and a target; item 2 with its part was put off;
 * item 3 is closed to observers, has an action of its own and was not reached.
 */
export async function onwardWorld(): Promise<OnwardWorld> {
  const world = await httpWorld()
  const group = await world.group()
  const { coordinator } = group.people
  const first = group.meetingId as MeetingId // the server's own answer gave it
  const ids = {
    done: newId<ItemId>(),
    late: newId<ItemId>(),
    lateMore: newId<ItemId>(),
    secret: newId<ItemId>(),
    outcome: newId<OutcomeId>(),
    write: newId<ActionId>(),
    ask: newId<ActionId>(),
    hush: newId<ActionId>(),
    target: newId<TargetId>(),
  }
  const call = (method: string, path: string, who: Somebody, body?: unknown) =>
    world.call(method, path, { as: who.token, ...(body === undefined ? {} : { body }) })
  const here: OnwardWorld = {
    world,
    group,
    first,
    ids,
    get: (path, who = coordinator) => call('GET', path, who),
    post: (path, body, who = coordinator) => call('POST', path, who, body),
    async write(meeting, ...edits) {
      // The id came from the server.
      const place = { url: world.url, meetingId: meeting as MeetingId, outcomeId: ids.outcome }
      const client = await RawClient.join(place, coordinator)
      for (const edit of edits) must(await client.edit(edit))
      client.socket.disconnect()
    },
    async run(meeting, draft, who = coordinator) {
      const answer = await call('POST', `/meetings/${meeting}/commands`, who, { ...draft, id: newId<CommandId>() })
      if (answer.status !== 200) throw new Error(`${draft.kind}: ${answer.raw}`)
    },
    async adopt(meeting) {
      const deadline = new Date(world.clock.now() + 86_400_000).toISOString()
      await here.run(meeting, { kind: 'record.circulate', deadline, timeZone: 'UTC', mode: 'decision' })
      const seen = (await here.get(`/meetings/${meeting}/record`)).text('fingerprint')
      await here.run(meeting, { kind: 'record.adopt', seen })
      return seen
    },
  }
  const head = { startsAt: '2002-05-27T10:00', place: 'Room XXIII', timeZone: 'Europe/Zurich', attribution: 'delegationType' }
  const patched = await call('PATCH', `/meetings/${first}`, coordinator, head)
  if (patched.status !== 200) throw new Error(patched.raw)
  await here.write(
    first,
    { kind: 'item.add', id: ids.done, parent: null, after: 'last', title: 'Opening' },
    {
      kind: 'item.add',
      id: ids.late,
      parent: null,
      after: 'last',
      title: 'National focal points',
      values: { purpose: 'agree', minutes: 20 },
    },
    { kind: 'item.add', id: ids.lateMore, parent: ids.late, after: 'last', title: 'Their list' },
    { kind: 'item.add', id: ids.secret, parent: null, after: 'last', title: `Candidates ${hushWords}` },
    { kind: 'outcome.add', id: ids.outcome, item: ids.done, after: 'last', text: 'to meet again', values: { kind: 'agreed' } },
    {
      kind: 'action.add',
      id: ids.write,
      item: ids.done,
      after: 'last',
      task: 'Write to the signatories',
      values: { due: { date: '2002-06' } },
    },
    {
      kind: 'action.add',
      id: ids.ask,
      item: ids.done,
      after: 'last',
      task: 'Ask the secretariat',
      values: { due: { event: 'the Review Conference' } },
    },
    { kind: 'action.add', id: ids.hush, item: ids.secret, after: 'last', task: `Telephone ${hushWords}` },
    {
      kind: 'target.add',
      id: ids.target,
      item: ids.done,
      after: 'last',
      what: 'States Parties',
      values: { figure: 120, atLeast: true, event: 'the Review Conference', whose: 'the group' },
    },
  )
  await here.run(first, { kind: 'meeting.open' })
  await here.run(first, { kind: 'item.closeToObservers', item: ids.secret, closed: true })
  await here.run(first, { kind: 'item.open', item: ids.done, from: null })
  await here.run(first, { kind: 'item.close', item: ids.done })
  await here.run(first, { kind: 'item.putOff', item: ids.late })
  await here.run(first, { kind: 'item.putOff', item: ids.secret })
  await here.run(first, { kind: 'meeting.close' })
  return here
}

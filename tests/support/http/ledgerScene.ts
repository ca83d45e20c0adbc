import type { ActionId, CommandId, DelegationId, ItemId, MeetingId, OutcomeId } from '../../../shared/base/index.ts'
import type { RecordEdit } from '../../../shared/record/index.ts'
import type { CommandDraft } from '../../../shared/session/index.ts'
import { must, RawClient } from '../live/RawClient.ts'
import type { LedgerDraft } from '../register/source.ts'
import { newId } from '../storageSamples.ts'
import type { Answer } from './Client.ts'
import { type GroupWorld, type HttpWorld, httpWorld, type Somebody } from './httpWorld.ts'

/** One meeting of the group, written and made firm over the real doors. */
export interface FirmMeeting {
  readonly meetingId: MeetingId
  readonly item: ItemId
  readonly outcome: OutcomeId
  readonly action: ActionId
  /** Under an item that is closed to observers. */
  readonly hidden: { readonly item: ItemId; readonly outcome: OutcomeId; readonly action: ActionId }
}

/** A group whose participant speaks for Thailand, with as many adopted meetings as are asked for. */
export interface LedgerScene {
  readonly world: HttpWorld
  readonly group: GroupWorld
  readonly thailand: DelegationId
  adopted(head: Readonly<Record<string, unknown>>): Promise<FirmMeeting>
  session(meetingId: string, draft: CommandDraft, who?: Somebody): Promise<Answer>
  ledger(who: Somebody, draft: LedgerDraft, id?: CommandId): Promise<Answer>
  get(who: Somebody, path: string): Promise<Answer>
  /** Fingerprint and words of every version of a meeting's record, as one text. */
  sealed(meetingId: string): Promise<string>
}

/** Builds it. */
export async function ledgerScene(): Promise<LedgerScene> {
  const world = await httpWorld()
  const group = await world.group()
  const { coordinator, rapporteur } = group.people
  const path = `/groups/${group.groupId}`
  const made = await world.call('POST', `${path}/delegations`, {
    as: coordinator.token,
    body: { name: 'Thailand', code: 'THA', type: 'state', region: 'Asia-Pacific' },
  })
  // The server's own answers gave these ids.
  const thailand = made.text('delegationId') as DelegationId
  await world.call('PATCH', `${path}/members/${group.memberIds.participant}`, {
    as: coordinator.token,
    body: { delegationId: thailand },
  })

  const scene: LedgerScene = {
    world,
    group,
    thailand,
    session: (meetingId, draft, who = coordinator) =>
      answered(world.call('POST', `/meetings/${meetingId}/commands`, { as: who.token, body: { ...draft, id: newId() } })),
    ledger: (who, draft, id = newId<CommandId>()) =>
      world.call('POST', `${path}/commands`, { as: who.token, body: { ...draft, id } }),
    get: (who, where) =>
      world.call('GET', where.startsWith('/meetings') || where.startsWith('/=') ? where.replace('/=', '') : `${path}${where}`, {
        as: who.token,
      }),
    async sealed(meetingId) {
      const { items } = (await answered(scene.get(coordinator, `/meetings/${meetingId}/versions`))).json as {
        items: { number: number }[]
      } // the schema was compared
      const versions = await Promise.all(
        items.map(({ number }) => scene.get(coordinator, `/meetings/${meetingId}/versions/${number}`)),
      )
      const record = await scene.get(coordinator, `/meetings/${meetingId}/record`)
      return [...versions, record].map(({ raw }) => raw).join('\n')
    },
    async adopted(head) {
      const body = { title: 'A meeting', ...head }
      const started = await answered(world.call('POST', `${path}/meetings`, { as: coordinator.token, body }))
      const meetingId = started.text('meetingId') as MeetingId
      const firm = newMeeting(meetingId)
      await write(world, rapporteur, firm, thailand)
      const run = (draft: CommandDraft) => scene.session(meetingId, draft)
      await run({ kind: 'meeting.open' })
      await run({ kind: 'item.closeToObservers', item: firm.hidden.item, closed: true })
      await run({ kind: 'meeting.close' })
      const deadline = new Date(world.clock.now() + 86_400_000).toISOString()
      await run({ kind: 'record.circulate', deadline, timeZone: 'UTC', mode: 'decision' })
      const seen = (await scene.get(coordinator, `/meetings/${meetingId}/record`)).text('fingerprint')
      await run({ kind: 'record.adopt', seen })
      return firm
    },
  }
  return scene
}

function newMeeting(meetingId: MeetingId): FirmMeeting {
  const ids = () => ({ item: newId<ItemId>(), outcome: newId<OutcomeId>(), action: newId<ActionId>() })
  return { meetingId, ...ids(), hidden: ids() }
}

/** Writes an item with an outcome and an action that Thailand leads, and another that will be closed, whose words are SECRET. */
async function write(world: HttpWorld, who: Somebody, firm: FirmMeeting, thailand: DelegationId): Promise<void> {
  const { meetingId, item, outcome, action, hidden } = firm
  const pen = await RawClient.join({ url: world.url, meetingId, outcomeId: outcome }, who)
  const values = { lead: { delegation: thailand }, due: { date: dayAfter(world, 20) } } as const
  const edits: readonly RecordEdit[] = [
    { kind: 'item.add', id: item, parent: null, after: 'last', title: 'Regional fora' },
    { kind: 'item.add', id: hidden.item, parent: null, after: 'last', title: 'SECRET item' },
    { kind: 'outcome.add', id: outcome, item, after: 'last', values: { kind: 'agreed' }, text: 'to raise it in regional fora' },
    { kind: 'outcome.add', id: hidden.outcome, item: hidden.item, after: 'last', text: 'SECRET outcome' },
    { kind: 'action.add', id: action, item, after: 'last', task: 'Raise it in Manila', values: { ...values, outcome } },
    { kind: 'action.add', id: hidden.action, item: hidden.item, after: 'last', task: 'SECRET task', values },
  ]
  for (const edit of edits) must(await pen.edit(edit))
  pen.socket.disconnect()
}

/** A day of the world's clock. */
export function dayAfter({ clock }: HttpWorld, days: number): string {
  return new Date(clock.now() + days * 86_400_000).toISOString().slice(0, 10)
}

async function answered(call: Promise<Answer>): Promise<Answer> {
  const answer = await call
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.raw}`)
  return answer
}

import { expect, test } from 'vitest'
import type { CommandId, ItemId } from '../../../shared/base/index.ts'
import type { Answer } from '../../../shared/protocol/index.ts'
import type { CommandDraft, SessionState } from '../../../shared/session/index.ts'
import { liveWorld, type World } from '../../support/live/liveWorld.ts'
import { must, RawClient } from '../../support/live/RawClient.ts'
import { newId } from '../../support/storageSamples.ts'

const rounds = Number(process.env.CHAIR_ROUNDS ?? 60)
const allowances = { messages: { perSecond: 10_000, burst: 10_000 }, cpuMs: { perSecond: 1000, burst: 1000 } }

type Chairs = readonly [RawClient, RawClient]
type Answers = readonly Answer<{ readonly seq: number }>[]

/** Two people press at once, each from what they saw. */
interface Meeting {
  readonly world: World
  readonly chairs: Chairs
  readonly items: readonly [ItemId, ItemId, ItemId]
}

test(
  '[K17] two chairs who press at once make one move, and the other hears in the room’s words that the meeting has moved on',
  async () => {
    const meeting = await twoChairs()
    for (let round = 0; round < rounds; round += 1) {
      const pair = [bothNext, giveAndNext, agreeAndBracket][round % 3] ?? bothNext
      await pair(meeting, round)
    }
    expect(meeting.world.faults).toEqual([])
  },
  60_000 + rounds * 1_000,
)

async function bothNext({ world, chairs, items }: Meeting, round: number): Promise<void> {
  const [chair] = chairs
  const before = await sessionOf(world)
  for (const item of items) {
    if (before.proceedings[item]?.progress === 'closed') must(await chair.run({ kind: 'item.reopen', item }))
  }
  if (before.current !== items[0]) must(await chair.run({ kind: 'item.open', item: items[0], from: before.current }))
  const next = { kind: 'item.next', from: items[0] } as const
  const answers = await press(chairs, [next, next])
  expectOneMove(answers, ['stale movedOn The meeting has already moved on.'], `round ${round}`)
  const after = await sessionOf(world)
  expect([after.current, after.proceedings[items[0]]?.progress]).toEqual([items[1], 'closed'])
  expect(after.proceedings[items[2]]).toEqual(before.proceedings[items[2]] === undefined ? undefined : expect.anything())
}

async function giveAndNext({ world, chairs }: Meeting, round: number): Promise<void> {
  const [chair] = chairs
  const ids = [newId<CommandId>(), newId<CommandId>(), newId<CommandId>()] as const
  for (const id of ids) must(await chair.run({ kind: 'floor.ask', intervention: 'statement', name: `Speaker ${id}` }, id))
  const drafts = [
    { kind: 'floor.give', request: ids[1], after: null },
    { kind: 'floor.next', after: null },
  ] as const
  const answers = await press(chairs, drafts)
  expectOneMove(answers, ['stale movedOn The floor has already moved on.'], `round ${round}`)
  const { floor } = await sessionOf(world)
  const speaking = floor.speaking?.request.id
  expect(speaking).toBe(answers[0]?.ok === true ? ids[1] : ids[0])
  expect(floor.requests.map(({ id }) => id)).toEqual(ids.filter((id) => id !== speaking))
  if (speaking !== undefined) must(await chair.run({ kind: 'floor.end', request: speaking }))
  for (const { id } of floor.requests) must(await chair.run({ kind: 'floor.withdraw', request: id }))
}

async function agreeAndBracket({ world, chairs }: Meeting, round: number): Promise<void> {
  const [chair] = chairs
  const outcome = world.outcomeId
  const standing = (await sessionOf(world)).standings[outcome] ?? 'proposed'
  if (standing !== 'proposed') must(await chair.run({ kind: 'outcome.setStanding', outcome, standing: 'proposed' }))
  must(await chair.run({ kind: 'outcome.readOut', outcome }))
  const drafts = [
    { kind: 'outcome.agree', outcome },
    { kind: 'outcome.setStanding', outcome, standing: 'bracketed' },
  ] as const
  const answers = await press(chairs, drafts)
  const allowed = [
    'stale notBeingRead This outcome is not being read out.',
    'locked alreadyAgreed These words are agreed; put the outcome back to proposed first.',
  ]
  expectOneMove(answers, allowed, `round ${round}`)
  const after = await sessionOf(world)
  expect(after.standings[outcome]).toBe(answers[0]?.ok === true ? 'agreed' : 'bracketed')
  expect(after.reading).toBeNull()
}

/** Sends both at once: either may be first, by some turns of the loop or none. */
async function press(chairs: Chairs, drafts: readonly [CommandDraft, CommandDraft]): Promise<Answers> {
  const sending = [0, 1].map(async (index) => {
    for (let turns = Math.floor(Math.random() * 4); turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve))
    const [client, draft] = [chairs[index], drafts[index]]
    if (client === undefined || draft === undefined) throw new Error('There are two chairs')
    return client.run(draft)
  })
  return Promise.all(sending)
}

function expectOneMove(answers: Answers, allowed: readonly string[], round: string): void {
  expect(answers.filter((answer) => answer.ok).length, round).toBe(1)
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]))
  for (const { code, reason, message } of refused) expect(allowed, round).toContain(`${code} ${reason} ${message}`)
}

async function twoChairs(): Promise<Meeting> {
  const [second, third] = [newId<ItemId>(), newId<ItemId>()]
  const world = await liveWorld({
    allowances,
    edits: () => [second, third].map((id) => ({ kind: 'item.add', id, parent: null, after: 'last', title: 'Another' }) as const),
  })
  const { coordinator, rapporteur } = world.people
  const chairs = [await RawClient.join(world, coordinator), await RawClient.join(world, rapporteur, 'polling')] as const
  return { world, chairs, items: [world.itemId, second, third] }
}

async function sessionOf(world: World): Promise<SessionState> {
  const session = await world.rooms.readSession(world.meetingId, 'coordinator')
  if (!session.ok) throw new Error(session.refusal.message)
  return session.value
}

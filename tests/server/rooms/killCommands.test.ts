import { expect, test } from 'vitest'
import type { CommandId, ItemId, MeetingId, OutcomeId } from '../../../shared/base/index.ts'
import { bundleForChild } from '../../support/killing/bundleForChild.ts'
import { Victim } from '../../support/killing/Victim.ts'
import { must, type Place, RawClient } from '../../support/live/RawClient.ts'
import type { RoomTold } from '../../support/live/roomVictim.ts'
import { newId } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const rounds = Number(process.env.KILL_ROUNDS ?? 10)
const chairs = 4
/** A list holds five hundred who wait; each meeting lives through so many kills. */
const killsPerMeeting = 10

/** A command that was sent, and the number it was answered with; null when no answer came. */
interface Sent {
  readonly id: CommandId
  readonly name: string
  seq: number | null
}

test(
  '[R58] of a server killed in the middle of commands nothing answered is lost, and nothing is applied twice when it is sent again',
  async () => {
    const bundle = await bundleForChild('tests/support/live/roomVictim.ts')
    const fates = { answered: 0, open: 0 }
    for (let round = 0; round < rounds; round += killsPerMeeting) {
      const ids = { meetingId: newId<MeetingId>(), itemId: newId<ItemId>(), outcomeId: newId<OutcomeId>() }
      const args = [temporaryFolder(), ids.meetingId, ids.itemId, ids.outcomeId]
      const all: Sent[] = []
      for (let kill = 0; kill < Math.min(killsPerMeeting, rounds - round); kill += 1) {
        const { victim, place } = await start(bundle, args, ids)
        const sent = await askUntilKilled(victim, place)
        fates.answered += sent.filter(({ seq }) => seq !== null).length
        fates.open += sent.filter(({ seq }) => seq === null).length
        all.push(...sent)
        await compare(bundle, args, ids, sent, all)
      }
    }
    // A kill that fell between commands proves little: on the whole some must have had no answer.
    expect(fates.answered).toBeGreaterThan(rounds * 5)
    expect(fates.open).toBeGreaterThan(rounds)
  },
  60_000 + rounds * 15_000,
)

/** Starts again on the same folder: what was answered is there, in its order; what was not is there once or not, and once after all. */
async function compare(bundle: string, args: string[], ids: Omit<Place, 'url'>, sent: readonly Sent[], all: readonly Sent[]) {
  const { victim, place } = await start(bundle, args, ids)
  const chair = await RawClient.join(place, { token: 'c0' })
  const names = () => chair.session?.floor.requests.map((request) => request.speaker.name) ?? []
  const before = names()
  const answered = all.filter(({ seq }) => seq !== null)
  expect(answered.filter(({ name }) => !before.includes(name))).toEqual([])
  for (const one of sent) {
    const { seq } = must(await chair.run({ kind: 'floor.ask', intervention: 'statement', name: one.name }, one.id))
    if (one.seq !== null) expect(seq).toBe(one.seq)
    one.seq = seq
  }
  const again = await RawClient.join(place, { token: 'c0' }, 'polling')
  const listed = again.session?.floor.requests.map((request) => request.speaker.name)
  // Every command once, in the order of its number, and no number for nothing.
  const inOrder = [...all].sort((one, other) => (one.seq ?? 0) - (other.seq ?? 0))
  expect(listed).toEqual(inOrder.map(({ name }) => name))
  expect(inOrder.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1))
  expect(again.session?.seq).toBe(all.length)
  for (const client of [chair, again]) client.socket.disconnect()
  await victim.kill()
}

/** Every chair enters speakers as fast as answers come; the kill falls after a random number of answers. */
async function askUntilKilled(victim: Victim<RoomTold>, place: Place): Promise<Sent[]> {
  const clients = await Promise.all(
    Array.from({ length: chairs }, (_, n) => RawClient.join(place, { token: `c${n}` }, n % 4 === 3 ? 'polling' : 'websocket')),
  )
  const sent: Sent[] = []
  let answers = 0
  const killAfter = 3 + Math.floor(Math.random() * 25)
  let reached: () => void = () => undefined
  const enough = new Promise<void>((resolve) => {
    reached = resolve
  })
  let isOver = false
  const asking = clients.map(async (client) => {
    while (!isOver) {
      const one: Sent = { id: newId(), name: `Speaker ${newId()}`, seq: null }
      sent.push(one)
      // No answer at all: the server is gone, and the command may have been applied or not.
      const answer = await client.run({ kind: 'floor.ask', intervention: 'statement', name: one.name }, one.id).catch(() => null)
      if (answer?.ok !== true) return
      one.seq = answer.value.seq
      answers += 1
      if (answers >= killAfter) reached()
    }
  })
  await enough
  for (let turns = Math.floor(Math.random() * 20); turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve))
  await victim.kill()
  isOver = true
  for (const client of clients) client.socket.disconnect()
  await Promise.all(asking)
  return sent
}

async function start(bundle: string, args: string[], ids: Omit<Place, 'url'>) {
  let told: (port: number) => void = () => undefined
  const port = new Promise<number>((resolve) => {
    told = resolve
  })
  const victim = new Victim<RoomTold>({ bundle, args, onTold: (message) => told(message.port) })
  const died = victim.exited().then(() => {
    throw new Error(`The server did not start: ${victim.output()}`)
  })
  return { victim, place: { url: `http://127.0.0.1:${await Promise.race([port, died])}`, ...ids } }
}

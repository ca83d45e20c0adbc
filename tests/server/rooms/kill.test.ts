import { expect, test } from 'vitest'
import type { ItemId, MeetingId, OutcomeId } from '../../../shared/base/index.ts'
import { bundleForChild } from '../../support/killing/bundleForChild.ts'
import { Victim } from '../../support/killing/Victim.ts'
import { type Place, RawClient } from '../../support/live/RawClient.ts'
import type { RoomTold } from '../../support/live/roomVictim.ts'
import { newId } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const rounds = Number(process.env.KILL_ROUNDS ?? 30)
const people = 8

/** What the world outside the server was told: edits answered as saved, and edits that somebody else has seen. */
interface Ledger {
  readonly acknowledged: Set<string>
  readonly seen: Set<string>
}

test(
  '[R32] of thirty kills at random moments, under eight people typing, not one edit that was answered or seen is lost',
  async () => {
    const bundle = await bundleForChild('tests/support/live/roomVictim.ts')
    const ids = { meetingId: newId<MeetingId>(), itemId: newId<ItemId>(), outcomeId: newId<OutcomeId>() }
    const args = [temporaryFolder(), ids.meetingId, ids.itemId, ids.outcomeId]
    const ledger: Ledger = { acknowledged: new Set(), seen: new Set() }
    for (let round = 0; round <= rounds; round += 1) {
      const { victim, place } = await start(bundle, args, ids)
      const reader = await RawClient.join(place, { token: 'p0' }, round % 2 === 0 ? 'websocket' : 'polling')
      const missing = [...ledger.acknowledged, ...ledger.seen].filter((mark) => !reader.outcome.includes(mark))
      expect(missing, `after ${round} kills`).toEqual([])
      if (round < rounds) await typeUntilKilled(victim, place, round, ledger)
      else await victim.kill()
      reader.socket.disconnect()
    }
    // A kill before anything was written proves nothing: on the whole there must have been work to lose.
    expect(ledger.acknowledged.size).toBeGreaterThan(rounds * 5)
    expect(ledger.seen.size).toBeGreaterThan(rounds * 5)
  },
  Math.max(180_000, rounds * 8_000),
)

async function start(
  bundle: string,
  args: string[],
  ids: Omit<Place, 'url'>,
): Promise<{ victim: Victim<RoomTold>; place: Place }> {
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

/** Everybody types as fast as answers come; the kill falls after a random number of answers, wherever the server is then. */
async function typeUntilKilled(victim: Victim<RoomTold>, place: Place, round: number, ledger: Ledger): Promise<void> {
  const clients = await Promise.all(
    Array.from({ length: people }, (_, n) => RawClient.join(place, { token: `p${n}` }, n % 4 === 3 ? 'polling' : 'websocket')),
  )
  let answers = 0
  const killAfter = 10 + Math.floor(Math.random() * 150)
  let reached: () => void = () => undefined
  const enough = new Promise<void>((resolve) => {
    reached = resolve
  })
  let isOver = false
  const typing = clients.map(async (client, n) => {
    for (let count = 0; !isOver; count += 1) {
      const mark = `[${round}.${n}.${count}]`
      // No answer at all: the server is gone, and nobody was told anything.
      const answer = await client.type(mark).catch(() => null)
      if (answer?.ok !== true) return
      ledger.acknowledged.add(mark)
      answers += 1
      if (answers >= killAfter) reached()
    }
  })
  await enough
  // A little further into the work of the server, so that kills fall into every part of a turn.
  for (let turns = Math.floor(Math.random() * 20); turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve))
  await victim.kill()
  isOver = true
  for (const client of clients) client.socket.disconnect()
  await Promise.all(typing)
  for (const [n, client] of clients.entries()) {
    for (const [mark, writer] of client.outcome.matchAll(/\[\d+\.(\d+)\.\d+\]/g)) if (Number(writer) !== n) ledger.seen.add(mark)
  }
}

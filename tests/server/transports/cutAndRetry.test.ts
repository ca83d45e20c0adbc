import { expect, test } from 'vitest'
import type { CommandId, ItemId, MeetingId, OutcomeId } from '../../../shared/base/index.ts'
import type { CommandDraft } from '../../../shared/session/index.ts'
import { type HttpWorld, httpWorld } from '../../support/http/httpWorld.ts'
import { must, RawClient, type TransportName } from '../../support/live/RawClient.ts'
import { Relay } from '../../support/live/Relay.ts'
import { newId } from '../../support/storageSamples.ts'

const rounds = Number(process.env.CUT_ROUNDS ?? 40)

test(
  '[K16] a command whose line is cut at any byte between sending and the answer is applied exactly once, over whichever door it comes again',
  async () => {
    const world = await httpWorld()
    const { meetingId, people } = await world.group()
    const relay = await Relay.open(world.url)
    const place = { meetingId: meetingId as MeetingId, outcomeId: newId<OutcomeId>() } // the server's own answer gave it
    const direct = { ...place, url: world.url }
    const chair = await RawClient.join(direct, people.coordinator)
    const itemId = newId<ItemId>()
    must(await chair.edit({ kind: 'item.add', id: itemId, parent: null, after: 'last', title: 'Item' }))
    must(await chair.run({ kind: 'meeting.open' }))
    must(await chair.run({ kind: 'item.open', item: itemId, from: null }))
    const begun = await seqOf(world, meetingId)
    const fates = { answered: 0, lost: 0 }
    for (let round = 0; round < rounds; round += 1) {
      const id = newId<CommandId>()
      // Applied twice, the first would add two minutes and the second would stand on the list twice, were it not for its id.
      const draft: CommandDraft =
        round % 2 === 0
          ? { kind: 'timer.add', of: 'item', minutes: 1 }
          : { kind: 'floor.ask', intervention: 'statement', name: `Speaker ${round}` }
      const seqs = new Set<number>()
      for (let cuts = 1 + (round % 3); cuts > 0; cuts -= 1) {
        const transport: TransportName = Math.random() < 0.7 ? 'websocket' : 'polling'
        const client = await RawClient.join({ ...place, url: relay.url }, people.coordinator, transport)
        relay.cutAfter(Math.random() < 0.5 ? 'up' : 'down', Math.floor(Math.random() * 700))
        const answer = await client.run(draft, id).catch(() => null)
        fates[answer === null ? 'lost' : 'answered'] += 1
        if (answer !== null) seqs.add(must(answer).seq)
        relay.cut()
        client.socket.disconnect()
      }
      const polling = await RawClient.join(direct, people.coordinator, 'polling')
      seqs.add(must(await polling.run(draft, id)).seq)
      polling.socket.disconnect()
      const overHttp = await world.call('POST', `/meetings/${meetingId}/commands`, {
        as: people.coordinator.token,
        body: { ...draft, id },
      })
      seqs.add(Number(overHttp.json.seq))
      expect([...seqs], `round ${round}`).toEqual([begun + round + 1])
    }
    const session = must(await world.at.rooms.readSession(place.meetingId, 'coordinator'))
    expect(session.seq).toBe(begun + rounds)
    expect(session.proceedings[itemId]?.extraMinutes).toBe(Math.ceil(rounds / 2))
    const speakers = session.floor.requests.map((request) => request.speaker.name)
    expect(speakers).toEqual(Array.from({ length: Math.floor(rounds / 2) }, (_, n) => `Speaker ${n * 2 + 1}`))
    // Without answers that were lost nothing would have been tried.
    expect(fates.lost).toBeGreaterThan(rounds / 4)
  },
  60_000 + rounds * 2_000,
)

async function seqOf(world: HttpWorld, meetingId: string): Promise<number> {
  return must(await world.at.rooms.readSession(meetingId as MeetingId, 'coordinator')).seq
}

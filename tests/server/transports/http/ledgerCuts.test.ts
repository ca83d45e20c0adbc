import { expect, test } from 'vitest'
import type { CommandId } from '../../../../shared/base/index.ts'
import { ledgerScene } from '../../../support/http/ledgerScene.ts'
import { Relay } from '../../../support/live/Relay.ts'
import { newId } from '../../../support/storageSamples.ts'

const rounds = Number(process.env.CUT_ROUNDS ?? 40)

test(
  '[REG84] a fact whose line is cut at any byte between sending and the answer is stated exactly once, however often it is sent again',
  async () => {
    const { world, group, adopted, ledger, get } = await ledgerScene()
    const { participant } = group.people
    const { action, meetingId: meeting } = await adopted({ title: 'May' })
    const relay = await Relay.open(world.url)
    const fates = { answered: 0, lost: 0 }
    for (let round = 0; round < rounds; round += 1) {
      const id = newId<CommandId>()
      const draft = { kind: 'action.progress', action, meeting, status: null, note: `Word ${round}` } as const
      const seqs = new Set<number>()
      for (let cuts = 1 + (round % 3); cuts > 0; cuts -= 1) {
        relay.cutAfter(Math.random() < 0.5 ? 'up' : 'down', Math.floor(Math.random() * 900))
        const sent = fetch(`${relay.url}/api/groups/${group.groupId}/commands`, {
          method: 'POST',
          headers: { authorization: `Bearer ${participant.token}`, 'content-type': 'application/json', connection: 'close' },
          body: JSON.stringify({ ...draft, id }),
        })
        const seq = await sent.then(async (answer) => Number((await answer.json()).seq)).catch(() => null)
        fates[seq === null ? 'lost' : 'answered'] += 1
        if (seq !== null) seqs.add(seq)
        relay.cut()
      }
      seqs.add(Number((await ledger(participant, draft, id)).json.seq))
      expect([...seqs], `round ${round}`).toEqual([round + 1])
    }
    const row = (await get(participant, '/actions')).list('items').find((one) => one.action === action)
    const { progress } = row as unknown as { progress: { note: string }[] } // the schema was compared
    expect(progress.map(({ note }) => note)).toEqual(Array.from({ length: rounds }, (_, n) => `Word ${n}`))
    // Without answers that were lost nothing would have been tried.
    expect(fates.lost).toBeGreaterThan(rounds / 4)
  },
  60_000 + rounds * 2_000,
)

test('[REG85] two hundred commands at once over HTTP are each applied once, and readers see all of them', async () => {
  const { group, adopted, ledger, get } = await ledgerScene()
  const { coordinator, rapporteur, participant } = group.people
  const { action, meetingId: meeting } = await adopted({ title: 'May' })
  const callers = [coordinator, rapporteur, participant]
  const asks = Array.from({ length: 200 }, (_, n) => ({
    id: newId<CommandId>(),
    who: callers[n % 3] ?? coordinator,
    note: `Word ${n}`,
  }))
  const answers = await Promise.all(
    asks.map(({ id, who, note }) => ledger(who, { kind: 'action.progress', action, meeting, status: null, note }, id)),
  )
  expect(answers.map(({ status }) => status).filter((status) => status !== 200)).toEqual([])
  const seqs = answers.map(({ json }) => Number(json.seq)).sort((one, other) => one - other)
  expect(seqs).toEqual(Array.from({ length: 200 }, (_, n) => n + 1))
  const row = (await get(participant, '/actions')).list('items').find((one) => one.action === action)
  const { progress } = row as unknown as { progress: { note: string }[] } // as above
  expect(new Set(progress.map(({ note }) => note)).size).toBe(200)
  // The action keeps no more than this.
  expect((await ledger(coordinator, { kind: 'action.progress', action, meeting, status: 'done' })).json).toMatchObject({
    reason: 'ledgerFull',
  })
})

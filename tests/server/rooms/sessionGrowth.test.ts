import { expect, test } from 'vitest'
import type { CommandDraft } from '../../../shared/session/index.ts'
import { liveWorld } from '../../support/live/liveWorld.ts'
import { must, RawClient } from '../../support/live/RawClient.ts'

test('[R63] what a command tells does not grow with the meeting, and those who came early, late or as observers hold the same', async () => {
  const world = await liveWorld()
  const { coordinator, anna, observer } = world.people
  const chair = await RawClient.join(world, coordinator)
  const early = [await RawClient.join(world, anna), await RawClient.join(world, observer)]
  const turn = async () => {
    const drafts: readonly CommandDraft[] = [
      { kind: 'floor.ask', intervention: 'statement' },
      { kind: 'floor.next', after: null },
    ]
    for (const draft of drafts) must(await chair.run(draft))
    await chair.until(() => (chair.session?.floor.speaking ?? null) !== null)
    const request = chair.session?.floor.speaking?.request.id
    if (request === undefined) throw new Error('Nobody has the floor')
    must(await chair.run({ kind: 'floor.end', request }))
    await chair.until(() => chair.session?.floor.speaking === null)
  }
  const bytesOf = async (of: () => Promise<void>) => {
    const before = chair.all('session.changed').length
    await of()
    const told = chair.all('session.changed').slice(before)
    return told.reduce((sum, one) => sum + JSON.stringify(one).length, 0)
  }
  await turn()
  const few = await bytesOf(turn)
  for (let turns = 0; turns < 60; turns += 1) await turn()
  const late = await RawClient.join(world, world.people.rapporteur)
  const many = await bytesOf(turn)
  expect(many).toBeLessThan(few * 2)
  const everybody = [chair, ...early, late]
  const seq = chair.session?.seq ?? 0
  await Promise.all(everybody.map((one) => one.until(() => (one.session?.seq ?? -1) >= seq)))
  expect(seq).toBeGreaterThan(180)
  for (const one of everybody) expect(one.session).toEqual(chair.session)
  expect(chair.session?.interventions).toHaveLength(63)
  process.stdout.write(
    `a turn at the floor: ${few} bytes after one turn, ${many} after 61; whole ${JSON.stringify(chair.session).length}\n`,
  )
})

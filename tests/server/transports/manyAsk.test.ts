import { expect, test } from 'vitest'
import { liveWorld } from '../../support/live/liveWorld.ts'
import { must, RawClient } from '../../support/live/RawClient.ts'

const delegates = Number(process.env.ASKING ?? 200)

test('[K18] two hundred who ask for the floor at once stand in one order, the same on every screen, by few frames', {
  timeout: 120_000,
}, async () => {
  const world = await liveWorld()
  const people = Array.from({ length: delegates }, (_, n) =>
    world.add(`Delegate ${n}`, n % 10 === 0 ? 'observer' : 'participant'),
  )
  const clients: RawClient[] = []
  for (const [n, person] of people.entries())
    clients.push(await RawClient.join(world, person, n % 8 === 7 ? 'polling' : 'websocket'))
  const began = performance.now()
  const answers = await Promise.all(
    clients.map(async (client) => {
      const seq = must(await client.run({ kind: 'floor.ask', intervention: 'statement' })).seq
      return { seq, ms: performance.now() - began }
    }),
  )
  await Promise.all(clients.map((client) => client.until(() => client.session?.floor.requests.length === delegates)))
  const everywhereMs = performance.now() - began
  // One order: the order of the commands, and the same for everybody, pens and readers, over both transports.
  expect(answers.map(({ seq }) => seq).sort((one, other) => one - other)).toEqual(
    Array.from({ length: delegates }, (_, n) => n + 1),
  )
  const orders = new Set(clients.map((client) => client.session?.floor.requests.map(({ id }) => id).join()))
  expect(orders.size).toBe(1)
  const bySeq = answers.map(({ seq }, n) => ({ seq, name: `Delegate ${n}` })).sort((one, other) => one.seq - other.seq)
  expect(clients[0]?.session?.floor.requests.map(({ speaker }) => speaker.name)).toEqual(bySeq.map(({ name }) => name))
  const frames = clients.map((client) => client.all('session.changed').length)
  const most = Math.max(...frames)
  // The first at once, then one in 40 ms: never one for each request.
  expect(most).toBeLessThanOrEqual(2 + Math.ceil(everywhereMs / 40))
  expect(world.storage.commits.length).toBeLessThan(delegates / 2)
  const bytes = clients.map((client) => client.all('session.changed').reduce((sum, one) => sum + JSON.stringify(one).length, 0))
  const times = answers.map(({ ms }) => Math.round(ms)).sort((one, other) => one - other)
  process.stdout.write(
    `${delegates} asks: answered in ${times[0]} to ${times.at(-1)} ms, on every screen after ${Math.round(everywhereMs)} ms; ` +
      `${world.storage.commits.length} commits; ${Math.min(...frames)} to ${most} frames, ${Math.max(...bytes)} bytes a client\n`,
  )
})

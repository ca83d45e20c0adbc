import { expect, test } from 'vitest'
import { addressRates, personRates } from '../../../server/transports/http/createCallBudget.ts'
import { httpWorld } from '../../support/http/httpWorld.ts'

test('[HOS18] an observer who asks for costly things over and over is told when to try again, is served again then, and holds up nobody else', async () => {
  const world = await httpWorld({ countsCalls: true })
  const { people, meetingId } = await world.group()
  const ask = (as: string, path: string) => world.call('GET', path, { as })
  const paths = [`/meetings/${meetingId}/exports/record.md`, `/meetings/${meetingId}/record`, `/meetings/${meetingId}/versions`]
  for (const path of paths) {
    world.clock.advance(60_000)
    let refused = null
    for (let time = 0; time < personRates.burst + 50 && refused === null; time += 1) {
      const answer = await ask(people.observer.token, path)
      if (answer.status !== 200) refused = answer
    }
    expect(refused?.code, path).toBe('tooMany')
    expect(refused?.raw, path).toMatch(/try again in \d+ s/)
    expect((await ask(people.coordinator.token, path)).status, path).toBe(200)
  }
  world.clock.advance(2_000)
  expect((await ask(people.observer.token, paths[1] ?? '')).status).toBe(200)
})

test('[HOS19] a stranger’s calls are counted by address, a document counts for ten readings', async () => {
  const world = await httpWorld({ countsCalls: true })
  const { people, meetingId } = await world.group()
  let documents = 0
  while ((await world.call('GET', `/meetings/${meetingId}/exports/record.md`, { as: people.observer.token })).status === 200)
    documents += 1
  expect(documents).toBe(personRates.burst / 10)
  let calls = 0
  for (let round = 0; round < addressRates.burst / 100 + 1; round += 1) {
    const answers = await Promise.all(Array.from({ length: 100 }, () => world.call('GET', '/groups')))
    calls += answers.filter(({ status }) => status !== 429).length
  }
  expect(calls).toBe(addressRates.burst)
})

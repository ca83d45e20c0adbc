import { expect, test } from 'vitest'
import { httpWorld } from '../../support/http/httpWorld.ts'

test('[HOS21] nobody comes in by a link under a name that looks like somebody’s who is in the group: the second is told apart by a number', async () => {
  const world = await httpWorld()
  const { groupId, people } = await world.group()
  const as = people.coordinator.token
  const body = { role: 'participant', maxClaims: 20 }
  const made = await world.call('POST', `/groups/${groupId}/seats`, { as, body })
  const secret = made.text('url').split('#')[1]
  // The first looks like the coordinator's own name, written with a Cyrillic letter.
  const names = ['\u0421oordinator', 'Ana', 'An\u0430', 'Ana\u200d', 'Anja']
  for (const name of names)
    expect((await world.call('POST', '/seats/claim', { body: { secret, name } })).status).toBeLessThan(300)
  const seats = await world.call('GET', `/groups/${groupId}/seats`, { as })
  const shown = seats.list('items').flatMap(({ guests }) => guests as { name: string }[]) // as the answer's schema has it
  expect(shown.map(({ name }) => name)).toEqual(['\u0421oordinator (2)', 'Ana', 'An\u0430 (2)', 'Ana\u200d (3)', 'Anja'])
})

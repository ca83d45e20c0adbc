import { expect, test } from 'vitest'
import { httpWorld } from '../../support/http/httpWorld.ts'
import { must } from '../../support/storageSamples.ts'

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

test('[HOS33] two delegations of a group, and two accounts, never look the same: the second is refused or told apart', async () => {
  const world = await httpWorld()
  const { groupId, people } = await world.group()
  const as = people.coordinator.token
  const add = (name: string, code: string, type = 'ngo') =>
    world.call('POST', `/groups/${groupId}/delegations`, { as, body: { name, code, type } })
  const made = await add('European Union', 'EU')
  expect(made.status).toBe(201)
  expect((await add('Europe\u0430n Union', 'XU')).code).toBe('conflict')
  expect((await add('Something else', '\u0415U')).code).toBe('conflict')
  const other = await add('African Union', 'AU')
  const path = `/groups/${groupId}/delegations/${other.text('delegationId')}`
  expect((await world.call('PATCH', path, { as, body: { name: 'European\u200b Union' } })).code).toBe('conflict')
  expect((await world.call('PATCH', path, { as, body: { name: 'The African Union' } })).status).toBe(200)
  // In capitals these two can be told apart, as those of other states can.
  expect((await add('\u00c5land Islands', 'ALA')).status).toBe(201)
  expect((await add('Anguilla', 'AIA')).status).toBe(201)

  const member = (email: string, name?: string) =>
    world.call('POST', `/groups/${groupId}/members`, {
      as,
      body: { email, role: 'participant', ...(name === undefined ? {} : { name }) },
    })
  const first = await member('maria@example.org', 'Maria Silva')
  const second = await member('m2@example.org', 'M\u0430ria Silva')
  expect([first.text('name'), second.text('name')]).toEqual(['Maria Silva', 'M\u0430ria Silva (2)'])
  // Whoever names themselves at the first sign-in is told apart, too.
  const third = await member('m3@example.org')
  const body = { secret: third.text('url').split('#')[1], password: 'a wholly different sentence 9', name: 'Maria Sil\u2060va' }
  expect((await world.call('POST', '/passwords', { body })).status).toBeLessThan(300)
  const members = await world.call('GET', `/groups/${groupId}/members`, { as })
  const shown = members.list('items').map(({ name }) => name)
  expect(shown).toContain('Maria Sil\u2060va (3)')
  // An account that has its name already is not let in beside one that it looks like; a true namesake is.
  const known = async (email: string, name: string) => {
    must(await world.at.accounts.create({ email, name }))
    return member(email)
  }
  expect((await known('m4@example.org', 'Mari\u0430 Silva')).code).toBe('conflict')
  expect((await known('m5@example.org', 'Mária Silva')).status).toBe(201)
})

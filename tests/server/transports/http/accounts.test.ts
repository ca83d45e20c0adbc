import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { offerFirstAdministrator } from '../../../../server/meetings/index.ts'
import { httpWorld } from '../../../support/http/httpWorld.ts'

const password = 'correct horse battery'

test('[PEO2] the one-time address makes one administrator, even when two people use it at the same moment', async () => {
  const world = await httpWorld()
  const address = await offerFirstAdministrator(world.at)
  const secret = address?.split('#')[1] ?? ''
  expect(address).toMatch(/\/first#/)
  const claim = (name: string) =>
    world.browser().call('POST', '/administrators/claim', { body: { secret, email: `${name}@example.org`, name, password } })
  const answers = await Promise.all([claim('Ada'), claim('Bo')])
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 404])
  expect(world.at.storage.directory.people.value.administrators).toHaveLength(1)
  expect(await offerFirstAdministrator(world.at)).toBeNull()
})

test('[PEO2] a new start replaces the one-time address, and it ends after seven days', async () => {
  const world = await httpWorld()
  const first = (await offerFirstAdministrator(world.at))?.split('#')[1] ?? ''
  const second = (await offerFirstAdministrator(world.at))?.split('#')[1] ?? ''
  const claim = (secret: string) =>
    world.call('POST', '/administrators/claim', { body: { secret, email: 'ada@example.org', name: 'Ada', password } })
  expect((await claim(first)).code).toBe('notFound')
  world.clock.advance(8 * 24 * 3600_000)
  expect((await claim(second)).code).toBe('ended')
})

test('[PEO3] an unknown address and a wrong password get the same answer', async () => {
  const world = await httpWorld()
  const ada = await world.account('Ada', { password })
  const wrong = await world.browser().call('POST', '/session', { body: { email: ada.email, password: 'not the one at all' } })
  const nobody = await world.browser().call('POST', '/session', { body: { email: 'nobody@example.org', password } })
  expect(wrong.status).toBe(401)
  expect(nobody.raw).toBe(wrong.raw)
  const noPassword = await world.account('Bo')
  const pending = await world.browser().call('POST', '/session', { body: { email: noPassword.email, password } })
  expect(pending.raw).toBe(wrong.raw)
})

test('[PEO4] an address has ten tries a minute, and a forged forwarding header gives no more', async () => {
  const world = await httpWorld()
  const tries: number[] = []
  for (let n = 0; n < 14; n += 1) {
    const body = { email: `nobody${n}@example.org`, password }
    const answer = await world.call('POST', '/session', { body, headers: { 'x-forwarded-for': `10.0.0.${n}` } })
    tries.push(answer.status)
  }
  expect(tries).toEqual([...Array(10).fill(401), ...Array(4).fill(429)])
})

test('[PEO4] an account has five tries a minute, counted apart for an address where the owner signed in before', async () => {
  const world = await httpWorld({ trustProxy: 1 })
  const ada = await world.account('Ada', { password })
  const from = (address: string, given: string) => {
    const init = { body: { email: ada.email, password: given }, headers: { 'x-forwarded-for': address } }
    return world.call('POST', '/session', init).then((answer) => answer.status)
  }
  expect(await from('192.0.2.1', password)).toBe(200)
  const guesses: number[] = []
  for (let n = 0; n < 7; n += 1) guesses.push(await from(`198.51.100.${n}`, `wrong password ${n}`))
  expect(guesses).toEqual([401, 401, 401, 401, 401, 429, 429])
  expect(await from('198.51.100.99', password)).toBe(429)
  expect(await from('192.0.2.1', password)).toBe(200)
})

test('[PEO5] signing out ends the session at the server: a copied cookie is worth nothing afterwards', async () => {
  const world = await httpWorld()
  const ada = await world.account('Ada', { password })
  const browser = world.browser()
  await browser.call('POST', '/session', { body: { email: ada.email, password } })
  const copied = browser.cookie
  expect((await browser.call('GET', '/session')).json.account).toMatchObject({ name: 'Ada' })
  expect((await browser.call('DELETE', '/session')).status).toBe(204)
  expect(browser.cookie).toBe('')
  const later = await world.call('GET', '/session', { headers: { cookie: copied } })
  expect(later.json.account).toBeNull()
  expect((await world.call('GET', '/groups', { headers: { cookie: copied } })).code).toBe('unauthenticated')
})

test('[PEO6] no password, session, token or link stands readable in the data folder', async () => {
  const world = await httpWorld()
  const address = (await offerFirstAdministrator(world.at)) ?? ''
  const group = await world.group()
  const ada = await world.account('Ada', { password })
  const browser = world.browser()
  await browser.call('POST', '/session', { body: { email: ada.email, password } })
  const as = group.people.coordinator.token
  const seat = await world.call('POST', `/groups/${group.groupId}/seats`, { as, body: { role: 'participant' } })
  const secret = seat.text('url').split('#')[1] ?? ''
  const guest = await world.call('POST', '/seats/claim', { body: { secret, name: 'Gus' } })
  const member = await world.call('POST', `/groups/${group.groupId}/members`, {
    as,
    body: { email: 'new@example.org', role: 'observer' },
  })
  const files = ['people.json', `groups/${group.groupId}.json`]
    .map((name) => readFileSync(join(world.dataDir, name), 'utf8'))
    .join('\n')
  const sessionToken = decodeURIComponent(browser.cookie.split('=')[1] ?? '').split('.')[0] ?? ''
  const secrets = [
    password,
    sessionToken,
    as,
    guest.text('token'),
    secret.split('.')[1],
    address.split('#')[1],
    member.text('url').split('#')[1],
  ]
  for (const one of secrets) {
    expect(one?.length).toBeGreaterThan(15)
    expect(files).not.toContain(one)
  }
})

test('[PEO7] a new member sets a password once by the link, and is signed in by it', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const body = { email: 'new@example.org', role: 'participant' }
  const added = await world.call('POST', `/groups/${group.groupId}/members`, { as: group.people.coordinator.token, body })
  expect(added.json).toMatchObject({ pending: true, email: 'new@example.org' })
  const secret = added.text('url').split('#')[1] ?? ''
  expect((await world.call('POST', '/passwords/preview', { body: { secret } })).json).toMatchObject({ email: 'new@example.org' })
  const browser = world.browser()
  const set = await browser.call('POST', '/passwords', { body: { secret, name: 'Nia', password } })
  expect(set.json.account).toMatchObject({ name: 'Nia' })
  expect((await browser.call('GET', '/groups')).list('items')).toHaveLength(1)
  expect((await world.call('POST', '/passwords', { body: { secret, password } })).code).toBe('notFound')
  const members = await world.call('GET', `/groups/${group.groupId}/members`, { as: group.people.coordinator.token })
  expect(members.list('items').find((one) => one.email === 'new@example.org')).toMatchObject({ name: 'Nia', pending: false })
})

test('[PEO7] a reset ends the sessions that were open and the older link', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const as = group.people.coordinator.token
  await world.at.accounts.setPassword(group.people.participant.accountId, password)
  const browser = world.browser()
  await browser.call('POST', '/session', { body: { email: group.people.participant.email, password } })
  const path = `/groups/${group.groupId}/members/${group.memberIds.participant}/reset`
  const first = (await world.call('POST', path, { as })).text('url').split('#')[1] ?? ''
  const second = (await world.call('POST', path, { as })).text('url').split('#')[1] ?? ''
  expect((await world.call('POST', '/passwords', { body: { secret: first, password: 'a new one entirely' } })).code).toBe(
    'notFound',
  )
  expect((await browser.call('GET', '/session')).json.account).not.toBeNull()
  expect((await world.call('POST', '/passwords', { body: { secret: second, password: 'a new one entirely' } })).status).toBe(200)
  expect((await browser.call('GET', '/session')).json.account).toBeNull()
})

test('[PEO8] a coordinator cannot take over an account that lives in other groups or is an administrator', async () => {
  const world = await httpWorld()
  const [own, other] = [await world.group('Own'), await world.group('Other')]
  const as = own.people.coordinator.token
  const administrator = await world.account('Root', { administrator: true, password })
  for (const victim of [other.people.coordinator, administrator]) {
    const added = await world.call('POST', `/groups/${own.groupId}/members`, {
      as,
      body: { email: victim.email, role: 'observer' },
    })
    expect(added.json.url).toBeNull()
    const reset = await world.call('POST', `/groups/${own.groupId}/members/${added.text('memberId')}/reset`, { as })
    expect(reset.code).toBe('forbidden')
  }
})

test('[PEO16] a personal token works until it expires and cannot make tokens', async () => {
  const world = await httpWorld()
  const ada = await world.account('Ada', { password })
  const browser = world.browser()
  await browser.call('POST', '/session', { body: { email: ada.email, password } })
  const token = (await browser.call('POST', '/tokens', { body: { days: 2 } })).text('token')
  expect((await world.call('GET', '/groups', { as: token })).status).toBe(200)
  expect((await world.call('POST', '/tokens', { as: token, body: {} })).code).toBe('forbidden')
  world.clock.advance(3 * 24 * 3600_000)
  expect((await world.call('GET', '/groups', { as: token })).code).toBe('unauthenticated')
  expect((await world.call('GET', '/groups', { as: 'rp_made-up' })).code).toBe('unauthenticated')
})

import { expect, test } from 'vitest'
import { routes } from '../../../../server/transports/http/routes.ts'
import { httpWorld } from '../../../support/http/httpWorld.ts'

test('[WEB3] every route refuses a body that does not fit, names the field, and changes nothing', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const as = group.people.coordinator.token
  const administrator = (await world.account('Root', { administrator: true })).token
  const file = () => world.at.storage.directory.group(group.groupId as never).then((one) => JSON.stringify(one?.value))
  const before = await file()
  const withBody = routes.filter((route) => route.body !== undefined)
  expect(withBody.length).toBeGreaterThan(12)
  for (const route of withBody) {
    const path = route.path
      .replace(':groupId', group.groupId)
      .replace(':meetingId', group.meetingId)
      .replace(':memberId', group.memberIds.observer)
    const send = (raw: string, headers: Record<string, string> = {}) => {
      const token = route.who === 'administrator' ? administrator : as
      return world.call(route.method.toUpperCase(), path, { as: token, raw, headers })
    }
    const name = `${route.method} ${route.path}`
    const unknown = await send('{"surprise":1}')
    expect(`${name} ${unknown.code}`).toBe(`${name} invalid`)
    expect(unknown.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(unknown.json).toMatchObject({ type: 'about:blank', status: 400 })
    // A command is told by its kind; without one there is nothing else to name.
    expect(unknown.json.fields).toContain(route.path.endsWith('/commands') ? 'kind' : 'surprise')
    for (const raw of ['{"__proto__":{"role":"coordinator"}}', '{"constructor":1}', '[]', '"text"', '5', 'null']) {
      const answer = await send(raw)
      expect(`${name} ${raw} ${answer.status}`).toBe(`${name} ${raw} 400`)
    }
    expect((await send('{"a":')).code).toBe('malformed')
    expect((await send(`{"a":"${'x'.repeat((route.maxBytes ?? 64 * 1024) + 6_000)}"}`)).code).toBe('tooLarge')
    expect((await send('a=1', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(400)
    expect((await send('{"surprise":1}', { 'content-type': 'text/plain' })).status).toBe(400)
  }
  expect(await file()).toBe(before)
})

test('[WEB3] names with control, override or broken characters and values out of range are refused', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const as = group.people.coordinator.token
  const bad: readonly (readonly [string, string, object])[] = [
    ['POST', `/groups/${group.groupId}/meetings`, { title: 'a\u202Eb' }],
    ['POST', `/groups/${group.groupId}/meetings`, { title: 'a\u0000b' }],
    ['POST', `/groups/${group.groupId}/meetings`, { title: '   ' }],
    ['POST', `/groups/${group.groupId}/meetings`, { title: 'x'.repeat(301) }],
    ['PATCH', `/meetings/${group.meetingId}`, { links: [{ title: 'x', url: 'javascript:alert(1)' }] }],
    ['PATCH', `/meetings/${group.meetingId}`, { attribution: 'everyone' }],
    ['POST', `/groups/${group.groupId}/members`, { email: 'no address', role: 'observer' }],
    ['POST', `/groups/${group.groupId}/members`, { email: 'a@example.org', role: 'administrator' }],
    [
      'POST',
      `/groups/${group.groupId}/members`,
      { email: 'a@example.org', role: 'observer', delegationId: 'AAAAAAAAAAAAAAAAAAAAAA' },
    ],
    ['POST', `/groups/${group.groupId}/seats`, { role: 'coordinator' }],
    ['POST', `/groups/${group.groupId}/seats`, { role: 'observer', maxClaims: 0 }],
    ['POST', `/groups/${group.groupId}/seats`, { role: 'observer', meetingId: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['POST', `/groups/${group.groupId}/seats`, { role: 'observer', expiresAt: 'tomorrow' }],
    ['POST', `/groups/${group.groupId}/delegations`, { name: 'X', code: 'TOO LONG CODE', type: 'ngo' }],
    ['POST', `/groups/${group.groupId}/meetings`, { title: 'x', from: 'everything' }],
  ]
  for (const [method, path, body] of bad) {
    const answer = await world.call(method, path, { as, body })
    expect(`${JSON.stringify(body)} ${answer.code}`).toBe(`${JSON.stringify(body)} invalid`)
  }
  const lone = await world.call('POST', `/groups/${group.groupId}/meetings`, { as, raw: '{"title":"a\\ud800b"}' })
  expect(lone.code).toBe('invalid')
})

test('[WEB5] another group’s things and things that never were look the same', async () => {
  const world = await httpWorld()
  const [own, other] = [await world.group('Own'), await world.group('Other')]
  const as = own.people.coordinator.token
  const nowhere = 'AAAAAAAAAAAAAAAAAAAAAA'
  const pairs = [
    ['GET', `/groups/${other.groupId}`, `/groups/${nowhere}`],
    ['GET', `/groups/${other.groupId}/members`, `/groups/${nowhere}/members`],
    ['GET', `/meetings/${other.meetingId}`, `/meetings/${nowhere}`],
    ['GET', `/meetings/${other.meetingId}/record`, `/meetings/${nowhere}/record`],
    ['GET', `/meetings/${other.groupId}`, '/meetings/x'],
    ['DELETE', `/groups/${own.groupId}/members/${other.memberIds.observer}`, `/groups/${own.groupId}/members/${nowhere}`],
    ['DELETE', `/groups/${other.groupId}/members/${other.memberIds.observer}`, `/groups/${nowhere}/members/${nowhere}`],
  ] as const
  for (const [method, theirs, none] of pairs) {
    const [one, two] = [await world.call(method, theirs, { as }), await world.call(method, none, { as })]
    expect(one.status).toBe(404)
    expect(one.raw).toBe(two.raw)
    expect([...one.headers].filter(([name]) => name !== 'date')).toEqual([...two.headers].filter(([name]) => name !== 'date'))
  }
})

test('[WEB4] a request with a cookie from a foreign, null, look-alike or missing origin changes nothing', async () => {
  const world = await httpWorld()
  const group = await world.group()
  await world.at.accounts.setPassword(group.people.coordinator.accountId, 'correct horse battery')
  const browser = world.browser()
  await browser.call('POST', '/session', { body: { email: group.people.coordinator.email, password: 'correct horse battery' } })
  const path = `/groups/${group.groupId}/meetings`
  const foreign = [
    'https://evil.example',
    'null',
    `${world.url}.evil.example`,
    'http://127.0.0.1:1',
    world.url.replace('http:', 'https:'),
  ]
  for (const origin of foreign) {
    const answer = await browser.call('POST', path, { body: { title: 'Planted' }, headers: { origin } })
    expect(`${origin} ${answer.code}`).toBe(`${origin} forbidden`)
  }
  const missing = await world.call('POST', path, { body: { title: 'Planted' }, headers: { cookie: browser.cookie } })
  expect(missing.code).toBe('forbidden')
  world.clock.advance(1000)
  expect((await browser.call('POST', path, { body: { title: 'Own' } })).status).toBe(201)
  const list = await browser.call('GET', path)
  expect(list.list('items').map((meeting) => meeting.title)).toEqual(['Own', 'First meeting'])
  const signIn = { email: group.people.coordinator.email, password: 'correct horse battery' }
  const login = await world.call('POST', '/session', { body: signIn, headers: { origin: 'https://evil.example' } })
  expect(login.code).toBe('forbidden')
})

test('[WEB2] addresses and methods outside the table are not there, and no method can be overridden', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const as = group.people.coordinator.token
  for (const path of [
    '/auth/sign-in/email',
    '/auth/get-session',
    '/sign-up/email',
    '/users',
    '/',
    '/groups/x/y/z',
    '/%2e%2e/people.json',
  ]) {
    for (const method of ['GET', 'POST', 'PUT']) {
      const answer = await world.call(method, path, { as, ...(method === 'GET' ? {} : { body: {} }) })
      expect(`${method} ${path} ${answer.code}`).toBe(`${method} ${path} notFound`)
    }
  }
  const headers = { 'x-http-method-override': 'DELETE' }
  await world.call('POST', `/groups/${group.groupId}/members/${group.memberIds.observer}?_method=DELETE`, {
    as,
    headers,
    body: {},
  })
  const members = await world.call('GET', `/groups/${group.groupId}/members`, { as })
  expect(members.list('items')).toHaveLength(4)
  expect((await world.call('GET', '/groups/%E0%A4%A', { as })).code).toBe('malformed')
})

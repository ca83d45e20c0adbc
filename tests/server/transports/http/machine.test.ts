import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { offerFirstAdministrator } from '../../../../server/meetings/index.ts'
import { routes } from '../../../../server/transports/http/routes.ts'
import { httpWorld } from '../../../support/http/httpWorld.ts'
import { temporaryFolder } from '../../../support/temporaryFolder.ts'

test('[WEB7] ready tells the truth while nothing can be stored, a change is refused as notSaving, and both recover', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const as = group.people.coordinator.token
  expect((await world.call('GET', '/readyz')).status).toBe(200)
  world.failing.failAll(['write', 'sync', 'create', 'batch'], 'ENOSPC')
  const refused = await world.call('POST', `/groups/${group.groupId}/delegations`, {
    as,
    body: { name: 'X', code: 'X', type: 'ngo' },
  })
  expect(refused).toMatchObject({ status: 503, code: 'notSaving' })
  expect(refused.raw).not.toContain('ENOSPC')
  expect((await world.call('GET', '/readyz')).status).toBe(503)
  expect((await world.call('GET', '/livez')).status).toBe(200)
  expect((await world.call('GET', '/metrics')).raw).toMatch(/^rapporteur_saving 0$/m)
  expect((await world.call('GET', `/groups/${group.groupId}/delegations`, { as })).list('items')).toEqual([])
  world.failing.heal()
  const healed = new Promise<void>((resolve) => world.at.storage.onHealth((saving) => saving && resolve()))
  world.clock.advance(2000)
  await healed
  expect((await world.call('GET', '/readyz')).status).toBe(200)
})

test('[WEB8] the log holds no password, token, cookie, link, address or name', async () => {
  const world = await httpWorld()
  const address = (await offerFirstAdministrator(world.at)) ?? ''
  const password = 'correct horse battery'
  const browser = world.browser()
  const first = address.split('#')[1] ?? ''
  await browser.call('POST', '/administrators/claim', {
    body: { secret: first, email: 'ada@example.org', name: 'Ada Lovelace', password },
  })
  await browser.call('POST', '/session', { body: { email: 'ada@example.org', password: `${password} wrong` } })
  const group = await world.group('Secret purpose')
  const as = group.people.coordinator.token
  const seat = await world.call('POST', `/groups/${group.groupId}/seats`, { as, body: { role: 'participant' } })
  const secret = seat.text('url').split('#')[1] ?? ''
  const guest = await world.call('POST', '/seats/claim', { body: { secret, name: 'Gus\r\n{"level":"error"}' } })
  expect(guest.code).toBe('invalid')
  await world.call('POST', '/seats/claim', { body: { secret, name: 'Gus Guest' } })
  await world.call('PATCH', `/meetings/${group.meetingId}`, { as, body: { title: 'Quiet title' } })
  await world.call('GET', `/groups?cursor=${secret.slice(0, 60)}`, { as })
  const log = world.logged.join('')
  expect(log).toContain('/seats/claim')
  const cookie = browser.cookie.split('=')[1] ?? ''
  const words = [password, first, as, secret, cookie, 'ada@example.org', 'Lovelace', 'Gus', 'Secret purpose', 'Quiet title']
  for (const word of words) {
    expect(word).not.toBe('')
    expect(log).not.toContain(word)
  }
  for (const line of world.logged) expect(() => JSON.parse(line)).not.toThrow()
})

test('[WEB14] a fault of ours is told by its id alone, and noted once with that id', async () => {
  const world = await httpWorld({
    breaking: (storage) => ({
      ...storage,
      directory: {
        ...storage.directory,
        people: storage.directory.people,
        groups: () => Promise.reject(new Error('the inner secret')),
      } as typeof storage.directory,
      meetings: storage.meetings,
      documents: storage.documents,
      epoch: storage.epoch,
      health: () => storage.health(),
      onHealth: (listener) => storage.onHealth(listener),
      verify: () => storage.verify(),
      close: () => storage.close(),
    }),
  })
  const ada = await world.account('Ada')
  const answer = await world.call('GET', '/groups', { as: ada.token })
  expect(answer).toMatchObject({ status: 500, code: 'internal' })
  expect(answer.raw).not.toContain('inner secret')
  const noted = world.logged.filter((line) => line.includes(answer.text('fault')))
  expect(noted).toHaveLength(1)
  expect(noted[0]).toContain('the inner secret')
})

test('[WEB9] figures are for this machine and for administrators, and hold no id', async () => {
  const world = await httpWorld()
  const group = await world.group()
  await world.call('GET', `/groups/${group.groupId}`, { as: group.people.observer.token })
  const figures = await world.call('GET', '/metrics')
  expect(figures.raw).toMatch(/http_requests_total\{route="\/groups\/:groupId",method="GET",status="200"\} 1/)
  expect(figures.raw).not.toContain(group.groupId)
  const headers = { 'x-forwarded-for': '192.0.2.1' }
  expect((await world.call('GET', '/metrics', { headers })).status).toBe(404)
  expect((await world.call('GET', '/metrics', { headers, as: group.people.coordinator.token })).status).toBe(404)
  const administrator = await world.account('Root', { administrator: true })
  expect((await world.call('GET', '/metrics', { headers, as: administrator.token })).status).toBe(200)
})

test('[WEB10] the OpenAPI page describes every route of the table and nothing else', async () => {
  const world = await httpWorld()
  const { json } = await world.call('GET', '/openapi.json')
  expect(json).toMatchObject({ openapi: '3.1.0', servers: [{ url: `${world.url}/api` }] })
  const paths = json.paths as Record<string, Record<string, Record<string, unknown>>>
  const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
  expect(described.sort()).toEqual(routes.map((one) => `${one.method} ${one.path.replace(/:(\w+)/g, '{$1}')}`).sort())
  const claim = paths['/seats/claim']?.post
  expect(claim?.requestBody).toMatchObject({
    content: { 'application/json': { schema: { required: ['secret'], additionalProperties: false } } },
  })
  expect(JSON.stringify(paths)).toContain('"name":"groupId","in":"path"')
  expect(paths['/groups']?.get?.parameters).toMatchObject([
    { name: 'limit', in: 'query' },
    { name: 'cursor', in: 'query' },
  ])
})

test('[WEB11] a record has a tag that changes with it, and who has it already gets no body', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const as = group.people.observer.token
  const path = `/meetings/${group.meetingId}/record`
  const first = await world.call('GET', path, { as })
  const tag = first.headers.get('etag') ?? ''
  expect((await world.call('GET', path, { as, headers: { 'if-none-match': tag } })).status).toBe(304)
  await world.call('PATCH', `/meetings/${group.meetingId}`, { as: group.people.coordinator.token, body: { place: 'Room 4' } })
  const second = await world.call('GET', path, { as, headers: { 'if-none-match': tag } })
  expect(second.status).toBe(200)
  expect(second.headers.get('etag')).not.toBe(tag)
})

test('[WEB6] every answer says what the browser may load, and no answer of ours may be kept', async () => {
  const world = await httpWorld({ publicUrl: 'https://meetings.example.org' })
  for (const path of ['/session', '/groups', '/nowhere', '/livez', '/readyz']) {
    const { headers } = await world.call('GET', path)
    const policy = headers.get('content-security-policy') ?? ''
    for (const part of [
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy).toContain(part)
    }
    expect(policy).not.toMatch(/unsafe|\*/)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('strict-transport-security')).toMatch(/max-age=31536000/)
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
})

test('[WEB6] with https the session and guest cookies are bound to this host and a secure line', async () => {
  const world = await httpWorld({ publicUrl: 'https://meetings.example.org' })
  const group = await world.group()
  await world.at.accounts.setPassword(group.people.observer.accountId, 'correct horse battery')
  const body = { email: group.people.observer.email, password: 'correct horse battery' }
  const lines = (await world.call('POST', '/session', { body })).headers.getSetCookie()
  const seat = await world.call('POST', `/groups/${group.groupId}/seats`, {
    as: group.people.coordinator.token,
    body: { role: 'observer' },
  })
  const secret = seat.text('url').split('#')[1]
  lines.push(...(await world.call('POST', '/seats/claim', { body: { secret, name: 'Gus' } })).headers.getSetCookie())
  const named = lines.map((line) => line.split('=')[0])
  expect(named).toContain('__Host-rapporteur')
  expect(named).toContain('__Host-rapporteur-guest')
  for (const line of lines) {
    expect(line).toMatch(/Secure/i)
    expect(line).toMatch(/HttpOnly/i)
    expect(line).toMatch(/SameSite=Lax/i)
    expect(line).toMatch(/Path=\//i)
    expect(line).not.toMatch(/Domain=/i)
  }
})

test('[WEB13] the app answers unknown addresses, its assets are kept for ever, itself never', async () => {
  const pages = temporaryFolder()
  mkdirSync(join(pages, 'assets'))
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>App</title>')
  writeFileSync(join(pages, 'assets', 'app-1a2b.js'), 'export {}')
  writeFileSync(join(pages, '.secret'), 'no')
  const world = await httpWorld({ pages })
  const page = (path: string) => world.call('GET', `/page:${path}`, { headers: { accept: 'text/html' } })
  for (const path of ['/', '/g/AAAAAAAAAAAAAAAAAAAAAA/settings', '/join']) {
    const answer = await page(path)
    expect(answer.raw).toContain('<title>App</title>')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
  const asset = await page('/assets/app-1a2b.js')
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect((await page('/assets/gone.js')).status).toBe(404)
  for (const path of ['/.secret', '/..%2f..%2fetc%2fpasswd', '/assets/../.secret']) expect((await page(path)).raw).not.toBe('no')
})

test('[WEB13] a page asked for by the machine’s other name moves to the one address that cookies are bound to', async () => {
  const world = await httpWorld()
  const { port } = new URL(world.url)
  const answer = await fetch(`http://localhost:${port}/join`, { redirect: 'manual' })
  expect(answer.status).toBe(307)
  expect(answer.headers.get('location')).toBe(`${world.url}/join`)
  const away = await fetch(`http://localhost:${port}//evil.example/x`, { redirect: 'manual' })
  expect(away.headers.get('location')?.startsWith(`${world.url}/`)).toBe(true)
})

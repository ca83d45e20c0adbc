import { io } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { type GroupWorld, type HttpWorld, httpWorld } from '../../../support/http/httpWorld.ts'

async function seatOf(world: HttpWorld, group: GroupWorld, body: object = { role: 'participant' }) {
  const as = group.people.coordinator.token
  const made = await world.call('POST', `/groups/${group.groupId}/seats`, { as, body })
  return { seatId: made.text('seatId'), secret: made.text('url').split('#')[1] ?? '', url: made.text('url') }
}

const claim = (world: HttpWorld, secret: string, name = 'Gus') => world.call('POST', '/seats/claim', { body: { secret, name } })

test('[PEO11] looking at a seat link has no effect and tells group, meeting, delegation and role', async () => {
  const world = await httpWorld()
  const group = await world.group('Contact Group')
  const as = group.people.coordinator.token
  const delegation = await world.call('POST', `/groups/${group.groupId}/delegations`, {
    as,
    body: { name: 'Canada', code: 'CAN', type: 'state' },
  })
  const body = { role: 'participant', meetingId: group.meetingId, delegationId: delegation.text('delegationId') }
  const seat = await seatOf(world, group, body)
  expect(seat.url).toBe(`${world.url}/join#${seat.secret}`)
  for (let n = 0; n < 3; n += 1) {
    const seen = await world.call('POST', '/seats/preview', { body: { secret: seat.secret } })
    expect(seen.json).toMatchObject({
      groupName: 'Contact Group',
      meeting: { title: 'First meeting', phase: 'planned' },
      delegation: { code: 'CAN' },
      role: 'participant',
      present: 0,
      claimed: false,
    })
  }
  const seats = await world.call('GET', `/groups/${group.groupId}/seats`, { as })
  expect(seats.list('items')[0]).toMatchObject({ claims: 0, state: 'open', guests: [] })
})

test('[PEO11] of many who use a link for one person at the same moment, one comes in', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const { secret } = await seatOf(world, group)
  const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => claim(world, secret, `Guest ${n}`)))
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
  expect(answers.filter((answer) => answer.code === 'ended')).toHaveLength(11)
  const seats = await world.call('GET', `/groups/${group.groupId}/seats`, { as: group.people.coordinator.token })
  expect(seats.list('items')[0]).toMatchObject({ claims: 1, state: 'used' })
})

test('[PEO11] a link for a delegation lets in as many as it says, each as a guest of their own', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const { secret } = await seatOf(world, group, { role: 'participant', maxClaims: 2 })
  const [one, two, three] = [
    await claim(world, secret, 'One'),
    await claim(world, secret, 'Two'),
    await claim(world, secret, 'Three'),
  ]
  expect([one.status, two.status, three.status]).toEqual([200, 200, 410])
  const who = await Promise.all([one, two].map((answer) => world.call('GET', '/session', { as: answer.text('token') })))
  const guests = who.map((answer) => answer.json.guest)
  expect(guests).toMatchObject([{ name: 'One' }, { name: 'Two' }])
  const open = await seatOf(world, group, { role: 'observer', maxClaims: null })
  for (const name of ['A', 'B', 'C', 'D']) expect((await claim(world, open.secret, name)).status).toBe(200)
})

test('[PEO11] a guest who opens the link again comes in again, uncounted and with the same person', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const { secret } = await seatOf(world, group)
  const browser = world.browser()
  await browser.call('POST', '/seats/claim', { body: { secret, name: 'Gus' } })
  const first = (await browser.call('GET', '/session')).json.guest
  expect((await browser.call('POST', '/seats/preview', { body: { secret } })).json.claimed).toBe(true)
  expect((await browser.call('POST', '/seats/claim', { body: { secret } })).status).toBe(200)
  expect((await browser.call('GET', '/session')).json.guest).toEqual(first)
})

test('[PEO11] an expired or wrong link lets nobody in, and its guests are out when it expires', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const expiresAt = new Date(world.clock.now() + 3600_000).toISOString()
  const { secret } = await seatOf(world, group, { role: 'participant', expiresAt, maxClaims: 5 })
  const token = (await claim(world, secret)).text('token')
  expect((await world.call('GET', `/groups/${group.groupId}`, { as: token })).status).toBe(200)
  world.clock.advance(2 * 3600_000)
  expect((await world.call('GET', `/groups/${group.groupId}`, { as: token })).code).toBe('ended')
  expect((await claim(world, secret)).code).toBe('ended')
  expect((await claim(world, `${secret.slice(0, -3)}abc`)).code).toBe('notFound')
  const past = await world.call('POST', `/groups/${group.groupId}/seats`, {
    as: group.people.coordinator.token,
    body: { role: 'observer', expiresAt },
  })
  expect(past.code).toBe('invalid')
})

test('[PEO11] wrong link secrets are limited to ten a minute for an address, right ones are not', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const { secret } = await seatOf(world, group, { role: 'participant', maxClaims: null })
  for (let n = 0; n < 15; n += 1) expect((await claim(world, secret, `Guest ${n}`)).status).toBe(200)
  const codes: (string | null)[] = []
  for (let n = 0; n < 12; n += 1) codes.push((await claim(world, `${group.groupId}.${'x'.repeat(40)}${n}`)).code)
  expect(codes).toEqual([...Array(10).fill('notFound'), 'tooMany', 'tooMany'])
})

test('[PEO13] a seat in one meeting shows that meeting and no other, and its role comes from the link', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const as = group.people.coordinator.token
  const other = await world.call('POST', `/groups/${group.groupId}/meetings`, { as, body: { title: 'Other' } })
  const { secret } = await seatOf(world, group, { role: 'observer', meetingId: group.meetingId })
  const token = (await claim(world, secret)).text('token')
  const list = await world.call('GET', `/groups/${group.groupId}/meetings`, { as: token })
  expect(list.list('items').map((meeting) => meeting.meetingId)).toEqual([group.meetingId])
  expect((await world.call('GET', `/meetings/${other.text('meetingId')}`, { as: token })).code).toBe('notFound')
  const own = await world.call('GET', `/meetings/${group.meetingId}`, { as: token })
  expect(own.json.you).toMatchObject({ role: 'observer', name: 'Gus' })
  const raised = await world.call('POST', '/seats/claim', { body: { secret, name: 'X', role: 'coordinator' } })
  expect(raised.code).toBe('invalid')
})

test('[PEO12] a signed-in person claims as themselves, and revoking the seat ends that place too', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const { secret, seatId } = await seatOf(world, group)
  const ada = await world.account('Ada')
  const claimed = await world.call('POST', '/seats/claim', { as: ada.token, body: { secret } })
  expect(claimed.json).toMatchObject({ token: null, role: 'participant' })
  expect((await world.call('GET', '/groups', { as: ada.token })).list('items')).toHaveLength(1)
  expect((await claim(world, secret)).code).toBe('ended')
  await world.call('DELETE', `/groups/${group.groupId}/seats/${seatId}`, { as: group.people.coordinator.token })
  expect((await world.call('GET', `/groups/${group.groupId}`, { as: ada.token })).code).toBe('ended')
  expect((await world.call('GET', '/groups', { as: ada.token })).list('items')).toHaveLength(0)
})

test('[PEO12] a member who opens a seat link keeps the role they have', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const { secret } = await seatOf(world, group, { role: 'observer' })
  const claimed = await world.call('POST', '/seats/claim', { as: group.people.rapporteur.token, body: { secret } })
  expect(claimed.json.role).toBe('rapporteur')
  expect((await claim(world, secret)).status).toBe(200)
})

/** A live connection in the group's meeting; the function waits for the code that the room closes it with. */
async function liveIn(world: HttpWorld, group: GroupWorld, auth: { token?: string; cookie?: string }) {
  const headers = auth.cookie === undefined ? {} : { cookie: auth.cookie, origin: world.url }
  const token = auth.token === undefined ? {} : { auth: { token: auth.token } }
  const socket = io(world.url, { ...token, extraHeaders: headers, transports: ['websocket'], reconnection: false })
  onTestFinished(() => void socket.close())
  const ended = new Promise<string>((resolve) => socket.on('meeting.closed', (closed: { code: string }) => resolve(closed.code)))
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject))
  const ask = { meetingId: group.meetingId, schemaVersion: 1, epoch: null, stateVector: null, clientIds: [] }
  const joined: unknown = await socket.timeout(10_000).emitWithAck('meeting.join', ask)
  expect(joined).toMatchObject({ ok: true })
  return () => ended
}

test('[PEO11] revoking a seat closes the live connections of its guests and ends their sessions', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const { secret, seatId } = await seatOf(world, group)
  const token = (await claim(world, secret)).text('token')
  const ended = await liveIn(world, group, { token })
  await world.call('DELETE', `/groups/${group.groupId}/seats/${seatId}`, { as: group.people.coordinator.token })
  expect(await ended()).toBe('ended')
  expect((await world.call('GET', `/meetings/${group.meetingId}`, { as: token })).code).toBe('ended')
  expect((await claim(world, secret)).code).toBe('ended')
})

test('[PEO5] signing out closes the live connections of that session', async () => {
  const world = await httpWorld()
  const group = await world.group()
  await world.at.accounts.setPassword(group.people.participant.accountId, 'correct horse battery')
  const browser = world.browser()
  await browser.call('POST', '/session', { body: { email: group.people.participant.email, password: 'correct horse battery' } })
  const ended = await liveIn(world, group, { cookie: browser.cookie })
  await browser.call('DELETE', '/session')
  expect(await ended()).toBe('ended')
})

test('[PEO5] a guest who signs out is out: connection, cookie and token', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const { secret } = await seatOf(world, group)
  const browser = world.browser()
  const token = (await browser.call('POST', '/seats/claim', { body: { secret, name: 'Gus' } })).text('token')
  const ended = await liveIn(world, group, { cookie: browser.cookie })
  expect((await browser.call('DELETE', '/session')).status).toBe(204)
  expect(await ended()).toBe('ended')
  expect(browser.cookie).toBe('')
  expect((await world.call('GET', '/groups', { as: token })).code).toBe('unauthenticated')
})

test('[PEO10] a member whose role changes, or who is removed, loses the live connections of that group', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const as = group.people.coordinator.token
  const path = `/groups/${group.groupId}/members/${group.memberIds.participant}`
  const lowered = await liveIn(world, group, { token: group.people.participant.token })
  await world.call('PATCH', path, { as, body: { role: 'observer' } })
  expect(await lowered()).toBe('rightsChanged')
  const removed = await liveIn(world, group, { token: group.people.participant.token })
  await world.call('DELETE', path, { as })
  expect(await removed()).toBe('ended')
  expect((await world.call('GET', `/meetings/${group.meetingId}`, { as: group.people.participant.token })).code).toBe('notFound')
})

test('[WEB4] a socket handshake with a cookie is refused for a foreign, null, look-alike or missing origin, over both transports', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const { secret } = await seatOf(world, group)
  const browser = world.browser()
  await browser.call('POST', '/seats/claim', { body: { secret, name: 'Gus' } })
  const port = new URL(world.url).port
  const origins = [
    'https://evil.example',
    'null',
    `${world.url}.evil.example`,
    `http://127.0.0.1:${Number(port) + 1}`,
    `https://127.0.0.1:${port}`,
    null,
  ]
  for (const origin of origins) {
    for (const transport of ['websocket', 'polling']) {
      const headers = { cookie: browser.cookie, ...(origin === null ? {} : { origin }) }
      const socket = io(world.url, { extraHeaders: headers, transports: [transport], reconnection: false, forceNew: true })
      const outcome = await new Promise<string>((resolve) => {
        socket.once('connect', () => resolve('connected'))
        socket.once('connect_error', () => resolve('refused'))
      })
      socket.close()
      expect(`${origin} over ${transport}: ${outcome}`).toBe(`${origin} over ${transport}: refused`)
    }
  }
  // Long polling of our own page: browsers leave the origin out of same-origin GETs and vouch by a header that no page can set.
  const socket = io(world.url, {
    extraHeaders: { cookie: browser.cookie, 'sec-fetch-site': 'same-origin' },
    transports: ['polling'],
    reconnection: false,
  })
  onTestFinished(() => void socket.close())
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject))
})

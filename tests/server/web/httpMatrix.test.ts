import { describe, expect, test } from 'vitest'
import { checkDocument, checkVersion } from '../../../server/rooms/index.ts'
import { routes } from '../../../server/transports/http/routes.ts'
import { actions } from '../../../shared/access/index.ts'
import type { DocumentId, GroupId, MeetingId } from '../../../shared/base/index.ts'
import { callers, guestToken, tokenFor, tokensOf } from '../../support/access/callers.ts'
import { expectedSign, signOf } from '../../support/access/expectedSign.ts'
import { placeInPhase, states, stored } from '../../support/access/placeInPhase.ts'
import { type Sample, sampleRequest } from '../../support/access/sampleRequest.ts'
import { type HttpWorld, httpWorld } from '../../support/http/httpWorld.ts'
import { must } from '../../support/storageSamples.ts'

const keyOf = ({ method, path }: (typeof routes)[number]) => `${method} ${path}`

test('[WEB1] every cell of route and role over HTTP is as the table of rights says, and no route is outside the table', async () => {
  const known: ReadonlySet<string> = new Set([...actions, 'anybody', 'account', 'administrator'])
  expect(routes.filter((route) => !known.has(route.who)).map(keyOf)).toEqual([])
  const world = await httpWorld()
  const group = await world.group()
  const tokens = await tokensOf(world, group)
  for (const route of routes) {
    const key = keyOf(route)
    for (const caller of callers) {
      const sample = await sampleRequest(world, group, key)
      const as = await tokenFor(world, group, caller, tokens, sample.target)
      const answer = await send(world, route.method, sample, as)
      const sign = expectedSign(route, caller, 'planned')
      expect(`${key} as ${caller}: ${signOf(answer.status, answer.code, key)}`).toBe(`${key} as ${caller}: ${sign}`)
    }
  }
})

const ofMeeting = routes.filter((route) => route.path.startsWith('/meetings/') && !route.path.endsWith('/commands'))

describe.each(states)('%s', (state) => {
  test('[ACC20] every route of a meeting answers each caller by the rights, a refused call changes nothing, and a firm record stays the same to its last byte', async () => {
    const world = await httpWorld()
    const group = await world.group()
    const tokens = await tokensOf(world, group)
    const place = await placeInPhase(world, group, state)
    const firm = await firmOf(world, place.meetingId)
    for (const route of ofMeeting) {
      const key = keyOf(route)
      for (const caller of callers) {
        const sample = await sampleRequest(world, group, key, place.meetingId)
        const before = await stored(world, place.meetingId)
        const as = caller === 'guest' ? place.guest : caller === 'neighbour' ? place.neighbour : tokens[caller]
        const answer = await send(world, route.method, sample, as)
        const what = `${key} as ${caller}, ${state}`
        const sign = expectedSign(route, caller, state)
        expect(`${what}: ${signOf(answer.status, answer.code, key)}`).toBe(`${what}: ${sign}`)
        const after = await stored(world, place.meetingId)
        const isChange = sign === '+' && route.method === 'patch'
        expect(`${what}: ${after.seq - before.seq}`).toBe(`${what}: ${isChange ? 1 : 0}`)
        if (!isChange) expect(after.session).toEqual(before.session)
        if (key.includes(':asideId')) expect(after.asides - before.asides).toBe(sign === '+' ? -1 : 0)
      }
    }
    // Commands are not in the list above; those of another phase are in the matrix of commands.
    expect(await firmOf(world, place.meetingId)).toEqual(firm)
    const { damaged } = await world.at.storage.verify(checkDocument, checkVersion)
    expect(damaged).toEqual([])
  })
})

/** What nothing may change once a record is out: its document's bytes and every version of it with its fingerprint. */
async function firmOf(world: HttpWorld, meetingId: string) {
  const meeting = await world.at.storage.meetings.get(meetingId as MeetingId) // the server's own answer gave it
  const loaded = must(await world.at.storage.documents.load(meetingId as DocumentId)) // a record's document has its meeting's id
  const { snapshot, frames, isFrozen } = loaded
  return JSON.stringify([meeting?.session.versions, meeting?.session.adoption, isFrozen ? [snapshot, frames] : null])
}

function send(world: HttpWorld, method: string, { target, body, file }: Sample, as: string | null) {
  return world.call(method.toUpperCase(), target, {
    as,
    ...(body === undefined ? {} : { body }),
    ...(file === undefined ? {} : { raw: file, headers: { 'content-type': 'application/octet-stream' } }),
  })
}

test('[WEB30] looking changes nothing: no GET or HEAD of any route leaves a trace in what is stored', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const { directory, meetings, documents } = world.at.storage
  const whole = async () => {
    const file = await directory.group(group.groupId as GroupId) // the server's own answers gave the ids
    const meeting = await meetings.get(group.meetingId as MeetingId)
    const document = await documents.load(group.meetingId as DocumentId)
    const { auth: _sessions, ...people } = directory.people.value
    return JSON.stringify([file?.value, people, meeting, document, await world.at.rooms.asides(group.meetingId as MeetingId)])
  }
  const as = group.people.coordinator.token
  for (const route of routes.filter(({ method }) => method === 'get')) {
    const { target } = await sampleRequest(world, group, keyOf(route), group.meetingId)
    const before = await whole()
    for (const method of ['GET', 'HEAD']) await world.call(method, target, { as })
    expect(`${route.path}: ${(await whole()) === before}`).toBe(`${route.path}: true`)
  }
})

test('[WEB31] no route can be called by a foreign page with somebody’s cookie, and none tells foreign pages anything', async () => {
  const world = await httpWorld()
  const group = await world.group()
  await world.at.accounts.setPassword(group.people.coordinator.accountId, 'correct horse battery')
  const browser = world.browser()
  const body = { email: group.people.coordinator.email, password: 'correct horse battery' }
  expect((await browser.call('POST', '/session', { body })).status).toBe(200)
  const { cookie } = browser
  const foreign = ['https://evil.example', 'null', `${world.url}.evil.example`, world.url.replace('http:', 'https:'), null]
  for (const route of routes) {
    const key = keyOf(route)
    const sample = await sampleRequest(world, group, key)
    for (const origin of foreign) {
      const headers = { cookie, ...(origin === null ? {} : { origin }), 'sec-fetch-site': 'cross-site' }
      const body = sample.body === undefined ? {} : { body: sample.body }
      const file = sample.file === undefined ? {} : { raw: sample.file }
      const answer = await world.call(route.method.toUpperCase(), sample.target, { ...body, ...file, headers })
      for (const name of ['access-control-allow-origin', 'access-control-allow-credentials']) {
        expect(`${key} ${origin}: ${answer.headers.get(name)}`).toBe(`${key} ${origin}: null`)
      }
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
      if (route.method !== 'get') expect(`${key} ${origin}: ${answer.code}`).toBe(`${key} ${origin}: forbidden`)
    }
    // What a form can send without asking first, and the tricks by which a method is changed on the way.
    if (route.method === 'get') continue
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const headers = { cookie, origin: 'https://evil.example', 'content-type': type, 'x-http-method-override': route.method }
      const answer = await world.call('POST', `${sample.target}?_method=${route.method}`, { raw: '{"a":1}', headers })
      expect(['forbidden', 'notFound', 'invalid'], `${key} ${type}`).toContain(answer.code)
    }
  }
  expect((await browser.call('GET', '/session')).json.account).not.toBeNull()
  expect((await browser.call('GET', `/groups/${group.groupId}/meetings`)).status).toBe(200)
  expect(await guestToken(world, group, group.meetingId)).toMatch(/^rg_/)
})

test('[WEB32] to a member of another group everything of a group looks like what never was: same answer, same size', async () => {
  const world = await httpWorld()
  const [theirs, own] = [await world.group('Theirs'), await world.group('Own')]
  const as = own.people.coordinator.token
  const nowhere = 'AAAAAAAAAAAAAAAAAAAAAA'
  const asked = routes.filter(({ path }) => path.includes(':'))
  expect(asked.length).toBeGreaterThan(30)
  for (const route of asked) {
    const key = keyOf(route)
    const real = await sampleRequest(world, theirs, key)
    const none = { ...real, target: real.target.replace(/[A-Za-z0-9_-]{22}/g, nowhere) }
    const [one, two] = [await send(world, route.method, real, as), await send(world, route.method, none, as)]
    expect(`${key}: ${one.status} ${one.raw}`).toBe(`${key}: ${two.status} ${two.raw}`)
    const told = (headers: Headers) => [...headers].filter(([name]) => name !== 'date')
    expect(told(one.headers)).toEqual(told(two.headers))
  }
  const list = await world.call('GET', '/groups', { as })
  expect(list.raw).not.toContain('Theirs')
})

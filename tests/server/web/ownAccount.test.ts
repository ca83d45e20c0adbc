import { io } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { hashPassword } from '../../../server/meetings/accounts/hashPassword.ts'
import { type HttpWorld, httpWorld, type Somebody } from '../../support/http/httpWorld.ts'

const password = 'correct horse battery'
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

async function signedIn(world: HttpWorld, { email }: Pick<Somebody, 'email'>, given = password, userAgent = firefox) {
  const browser = world.browser()
  const headers = { 'user-agent': userAgent }
  const answer = await browser.call('POST', '/session', { body: { email, password: given }, headers })
  return { browser, answer }
}

const isIn = async (world: HttpWorld, cookie: string) =>
  (await world.call('GET', '/session', { headers: { cookie } })).json.account !== null

test('[WEB20] one sees where one is signed in, by browser and system, and ends one session or all others with their sockets', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const anna = group.people.participant
  await world.at.accounts.setPassword(anna.accountId, password)
  const here = (await signedIn(world, anna)).browser
  const phone = (await signedIn(world, anna, password, 'Mozilla/5.0 (iPhone; CPU) AppleWebKit/605 Version/18 Safari/604.1'))
    .browser
  const third = (await signedIn(world, anna, password, 'curl/8 <b>')).browser
  const list = await here.call('GET', '/account/sessions')
  expect(list.list('items').map(({ browser, system, own }) => [browser, system, own])).toEqual([
    [null, null, false],
    ['Safari', 'iOS', false],
    ['Firefox', 'Windows', true],
  ])
  const stored = JSON.stringify(world.at.storage.directory.people.value.auth.session)
  expect(stored).not.toContain('rv:140')
  // The phone is in a meeting.
  const socket = io(world.url, {
    extraHeaders: { cookie: phone.cookie, origin: world.url },
    transports: ['websocket'],
    reconnection: false,
  })
  onTestFinished(() => void socket.close())
  const closed = new Promise<string>((resolve) => socket.on('meeting.closed', (news: { code: string }) => resolve(news.code)))
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject))
  const ask = { meetingId: group.meetingId, schemaVersion: 1, epoch: null, stateVector: null, clientIds: [] }
  expect(await socket.timeout(10_000).emitWithAck('meeting.join', ask)).toMatchObject({ ok: true })
  const phoneId = String(list.list('items')[1]?.loginId)
  expect((await here.call('DELETE', `/account/sessions/${phoneId}`)).status).toBe(204)
  expect(await closed).toBe('ended')
  expect(await socket.timeout(10_000).emitWithAck('meeting.join', ask)).toMatchObject({ refusal: { code: 'unauthenticated' } })
  expect(await isIn(world, phone.cookie)).toBe(false)
  expect(await isIn(world, third.cookie)).toBe(true)
  expect((await here.call('DELETE', '/account/sessions')).status).toBe(204)
  expect(await isIn(world, third.cookie)).toBe(false)
  expect(await isIn(world, here.cookie)).toBe(true)
})

test('[WEB20] another person’s session and one that never was are not there, and a token cannot end any', async () => {
  const world = await httpWorld()
  const [anna, boris] = [await world.account('Anna', { password }), await world.account('Boris', { password })]
  const own = (await signedIn(world, anna)).browser
  const theirs = (await signedIn(world, boris)).browser
  const [line] = (await theirs.call('GET', '/account/sessions')).list('items')
  const one = await own.call('DELETE', `/account/sessions/${String(line?.loginId)}`)
  const none = await own.call('DELETE', '/account/sessions/AAAAAAAAAAAAAAAAAAAAAA')
  expect(one.status).toBe(404)
  expect(one.raw).toBe(none.raw)
  expect(await isIn(world, theirs.cookie)).toBe(true)
  for (const [method, path] of [
    ['GET', '/account/sessions'],
    ['DELETE', '/account/sessions'],
    ['GET', '/tokens'],
  ] as const) {
    expect((await world.call(method, path, { as: anna.token })).code).toBe('forbidden')
  }
  expect(await isIn(world, own.cookie)).toBe(true)
})

test('[WEB21] a new password asks for the present one, ends every other session, and gives this browser a new one', async () => {
  const world = await httpWorld()
  const anna = await world.account('Anna', { password })
  const { browser } = await signedIn(world, anna)
  const other = (await signedIn(world, anna)).browser
  const before = browser.cookie
  const change = (current: string, next: string) =>
    browser.call('POST', '/account/password', { body: { current, password: next } })
  expect((await change('not my password', 'four unlikely words together')).code).toBe('forbidden')
  expect(await isIn(world, other.cookie)).toBe(true)
  expect((await change(password, 'password1234')).code).toBe('invalid')
  const changed = await change(password, 'four unlikely words together')
  expect(changed.status).toBe(200)
  expect(browser.cookie).not.toBe(before)
  expect(await isIn(world, browser.cookie)).toBe(true)
  expect(await isIn(world, before)).toBe(false)
  expect(await isIn(world, other.cookie)).toBe(false)
  expect((await signedIn(world, anna)).answer.code).toBe('unauthenticated')
  expect((await signedIn(world, anna, 'four unlikely words together')).answer.status).toBe(200)
  expect((await world.call('POST', '/account/password', { as: anna.token, body: { current: password, password } })).code).toBe(
    'forbidden',
  )
})

test('[WEB21] guesses at the present password are limited like those of a sign-in', async () => {
  const world = await httpWorld()
  const anna = await world.account('Anna', { password })
  const { browser } = await signedIn(world, anna)
  const codes: (string | null)[] = []
  for (let n = 0; n < 7; n += 1) {
    const body = { current: `a wrong guess ${n}`, password: 'four unlikely words together' }
    codes.push((await browser.call('POST', '/account/password', { body })).code)
  }
  expect(codes).toEqual([...Array(5).fill('forbidden'), 'tooMany', 'tooMany'])
})

test('[WEB22] a password that is common, a mere pattern or made of what is known of its owner is refused, and costs no link', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const as = group.people.coordinator.token
  const email = 'wilhelmina.armbruster@example.org'
  const added = await world.call('POST', `/groups/${group.groupId}/members`, { as, body: { email, role: 'participant' } })
  const secret = added.text('url').split('#')[1] ?? ''
  const set = (given: string, name = 'Wilhelmina Armbruster') =>
    world.call('POST', '/passwords', { body: { secret, name, password: given } })
  for (const easy of ['1234567890', 'password123', 'qwertyuiop', 'Passw0rd2024', 'aaaaaaaaaaaa', 'abcdefghijkl', 'wilhelmina']) {
    expect(`${easy} ${(await set(easy)).code}`).toBe(`${easy} invalid`)
  }
  // Passphrases, any letters and spaces are welcome (6.2.4, 6.2.8).
  expect((await set('möwen zählen über Teneriffa 東京')).status).toBe(200)
  expect((await set('möwen zählen über Teneriffa 東京')).code).toBe('notFound')
})

test('[WEB23] signing in always makes a new session, whatever cookie was there before, and an account has twenty at most', async () => {
  const world = await httpWorld()
  const [anna, eve] = [await world.account('Anna', { password }), await world.account('Eve', { password })]
  const planted = (await signedIn(world, eve)).browser
  const body = { email: anna.email, password }
  // Somebody’s own cookie, planted in another’s browser before she signs in (fixation).
  const headers = { cookie: planted.cookie, origin: world.url }
  const answer = await world.call('POST', '/session', { body, headers })
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  expect(cookie).not.toContain(planted.cookie)
  expect((await planted.call('GET', '/session')).json.account).toMatchObject({ name: 'Eve' })
  expect(await isIn(world, cookie)).toBe(true)
  // As if she had signed in on nineteen more devices since.
  await world.at.storage.directory.people.update((file) => {
    const rows = file.auth.session ?? []
    const later = new Date(Date.now() + 60_000).toISOString()
    const more = rows
      .filter((row) => row.userId === anna.accountId)
      .flatMap((row) => Array.from({ length: 19 }, (_, n) => ({ ...row, id: `s${n}`, token: `t${n}`, createdAt: later })))
    return { ok: true, value: { value: { ...file, auth: { ...file.auth, session: [...rows, ...more] } }, result: null } }
  })
  await signedIn(world, anna)
  expect(world.at.accounts.loginsOf(anna.accountId)).toHaveLength(20)
  expect(await isIn(world, cookie)).toBe(false)
})

test('[WEB24] whoever used the old password while it was being changed is not let in', async () => {
  const world = await httpWorld()
  const anna = await world.account('Anna', { password })
  const hash = await hashPassword('four unlikely words together')
  const nowhere = { browser: null, system: null }
  // Two compare at once: these are under way when the new password is stored, with the old one's hash in their hands.
  const tries = [1, 2].map(() => world.at.accounts.signIn(anna.email, password, nowhere))
  await new Promise((resolve) => setImmediate(resolve))
  await world.at.accounts.setPassword(anna.accountId, { hash })
  const answers = await Promise.all(tries)
  expect(answers.map((answer) => answer.ok)).toEqual([false, false])
  expect(world.at.accounts.loginsOf(anna.accountId)).toEqual([])
})

test('[WEB25] an ended token lets nobody in, and the list of one’s tokens does not hold them', async () => {
  const world = await httpWorld()
  const anna = await world.account('Anna', { password })
  const { browser } = await signedIn(world, anna)
  world.clock.advance(1000)
  const made = (await browser.call('POST', '/tokens', { body: { days: 3 } })).text('token')
  const list = await browser.call('GET', '/tokens')
  expect(list.list('items')).toHaveLength(2)
  expect(list.raw).not.toContain(made.slice(3))
  const [newest] = list.list('items')
  expect((await world.call('GET', '/groups', { as: made })).status).toBe(200)
  expect((await browser.call('DELETE', `/tokens/${String(newest?.tokenId)}`)).status).toBe(204)
  expect((await world.call('GET', '/groups', { as: made })).code).toBe('unauthenticated')
  expect((await world.call('GET', '/groups', { as: anna.token })).status).toBe(200)
  expect((await browser.call('DELETE', `/tokens/${String(newest?.tokenId)}`)).code).toBe('notFound')
})

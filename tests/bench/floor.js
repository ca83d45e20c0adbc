// `npm run bench:floor`: how smooth the pages are while two hundred ask for the floor at once. Not a part of `npm test`.
import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpus, loadavg } from 'node:os'
import { runnerImport } from 'vite'
import { ensureBuilt, root } from '../../server/launch/prepare.js'

process.chdir(root)
await ensureBuilt()
const load = async (path) => (await runnerImport(`./${path}`)).module
const { serverProcess } = await load('tests/support/serverProcess.ts')
const { openBrowser, device } = await load('tests/support/browser.ts')
const { schemaVersion } = await load('shared/protocol/index.ts')

const delegates = Number(process.env.ASKING ?? 200)
const newId = () => randomBytes(16).toString('base64url')
const server = await serverProcess()
const browser = await openBrowser()
const rows = []

try {
  const { cookies, token } = await claim()
  const { meetingId, seat } = await makeMeeting(token)
  const tokens = []
  for (let n = 1; n <= delegates; n += 1) tokens.push(await sitDown(seat, `Delegate ${n} of ${delegates}`))
  const pages = [
    { who: 'the chair, 1440', page: await openDesk(cookies, meetingId) },
    { who: 'a delegate, 390', page: await openPhone(seat) },
  ]
  const crowd = fork(new URL('./crowd.js', import.meta.url), [server.url, meetingId, schemaVersion, JSON.stringify(tokens)])
  await told(crowd, 'ready')
  const before = loadavg()[0]

  for (const { page } of pages) await begin(page)
  await new Promise((resolve) => setTimeout(resolve, 1500))
  for (const { who, page } of pages) row(`${who}: nothing (for comparison)`, await end(page), 0)

  for (const { page } of pages) await begin(page)
  crowd.send('go')
  const { at, refused, answeredMs } = await told(crowd, 'asked')
  for (const { page } of pages) await page.waitForFunction(() => window.bench.drawnAt !== null)
  for (const { who, page } of pages) row(`${who}: ${delegates} ask at once`, await end(page), at)

  const isSame = await isSameEverywhere(pages, token, meetingId)

  // Each call moves up everybody who waits.
  for (const { page } of pages) await begin(page, delegates - 5)
  const called = Date.now()
  for (let after = null, turn = 0; turn < 5; turn += 1) after = await next(token, meetingId, after)
  for (const { page } of pages) await page.waitForFunction(() => window.bench.drawnAt !== null)
  for (const { who, page } of pages) row(`${who}: five are called`, await end(page), called)
  print()
  process.stdout.write(
    `The order is ${isSame ? 'the same on both pages and at the server' : 'NOT THE SAME everywhere'}; ${refused} refused; ` +
      `all answered in ${answeredMs} ms. Load of the machine: ${before.toFixed(1)} before, ${loadavg()[0].toFixed(1)} after, on ${cpus().length} cores.\n`,
  )
  crowd.disconnect()
  if (!isSame || refused > 0) process.exitCode = 1
} finally {
  await browser.close()
  await server.dispose()
}
// Proxies may hold the process; the table is printed and everything is put away.
process.exit()

/** Makes the first administrator; answers the session's cookies and a token. */
async function claim() {
  const headers = { 'content-type': 'application/json', origin: server.url }
  const secret = server.firstAddress.split('#')[1]
  const body = JSON.stringify({ secret, email: 'bench@example.org', name: 'Bench', password: 'a long enough password' })
  const claimed = await fetch(`${server.url}/api/administrators/claim`, { method: 'POST', headers, body })
  const lines = claimed.headers.getSetCookie().map((line) => line.split(';')[0])
  const cookie = lines.join('; ')
  const minted = await fetch(`${server.url}/api/tokens`, { method: 'POST', headers: { ...headers, cookie }, body: '{}' })
  const cookies = lines.map((line) => {
    const [name, ...value] = line.split('=')
    return { name, value: value.join('='), url: server.url }
  })
  return { cookies, token: (await minted.json()).token }
}

async function call(method, path, token, body) {
  const headers = { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) }
  const answer = await fetch(`${server.url}/api${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

/** A meeting in session, and the link by which the delegates come in. */
async function makeMeeting(token) {
  const { groupId } = await call('POST', '/groups', token, { name: 'Bench' })
  const { meetingId } = await call('POST', `/groups/${groupId}/meetings`, token, { title: 'Two hundred at once' })
  await call('POST', `/meetings/${meetingId}/commands`, token, { kind: 'meeting.open', id: newId() })
  const seat = await call('POST', `/groups/${groupId}/seats`, token, { role: 'participant', meetingId, maxClaims: null })
  return { meetingId, seat: seat.url }
}

/** Takes a seat as a guest would; answers the token of it. */
async function sitDown(seat, name) {
  const claimed = await call('POST', '/seats/claim', null, { secret: seat.split('#')[1], name })
  return claimed.token
}

async function openDesk(cookies, meetingId) {
  const { context, page } = await device(browser)
  await context.addCookies(cookies)
  await page.goto(`${server.url}/m/${meetingId}`)
  await page.getByRole('button', { name: 'Request the floor', exact: true }).waitFor()
  return page
}

async function openPhone(seat) {
  const { page } = await device(browser, 'phone')
  await page.goto(seat)
  await page.getByLabel('Your name').fill('On the phone')
  await page.getByRole('button', { name: 'Enter the meeting' }).click()
  await page.getByRole('button', { name: 'Floor', exact: true }).click()
  await page.getByRole('button', { name: 'Request the floor', exact: true }).waitFor()
  return page
}

/** Whether both pages show everybody in the order in which the server has them. */
async function isSameEverywhere(pages, token, meetingId) {
  const { session } = await call('GET', `/meetings/${meetingId}/session`, token)
  const wanted = session.floor.requests.map((request) => request.speaker.name)
  const rowNames = (all) => all.map((one) => one.getAttribute('title'))
  const shown = await Promise.all(pages.map(({ page }) => page.locator('[data-bench] > li [title]').evaluateAll(rowNames)))
  return wanted.length === delegates && shown.every((order) => order.join() === wanted.join())
}

/** Gives the floor to the next; answers whose turn it then is. */
async function next(token, meetingId, after) {
  await call('POST', `/meetings/${meetingId}/commands`, token, { kind: 'floor.next', id: newId(), after })
  await new Promise((resolve) => setTimeout(resolve, 200))
  const { session } = await call('GET', `/meetings/${meetingId}/session`, token)
  return session.floor.speaking.request.id
}

/** Waits for the crowd's word; its end before that is a failure. */
function told(crowd, kind) {
  return new Promise((resolve, reject) => {
    crowd.once('exit', (code) => reject(new Error(`The crowd ended with ${code}`)))
    crowd.on('message', (message) => {
      if (message.kind === kind) resolve(message)
    })
  })
}

/** From here on the page notes each frame, each long task, and the first frame after the one in which the last row came. */
function begin(page, rowsWanted = delegates) {
  return page.evaluate((many) => {
    const list = document.querySelector('section[aria-label="Speakers’ list"] ol')
    list.dataset.bench = ''
    const here = { list, frames: [], tasks: [], drawnAt: null, isOn: true, isWhole: false }
    window.bench = here
    const tick = (at) => {
      here.frames.push(performance.timeOrigin + at)
      if (here.isWhole) here.drawnAt ??= performance.timeOrigin + at
      here.isWhole = list.children.length === many
      if (here.isOn) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    here.observer = new PerformanceObserver((entries) => here.tasks.push(...entries.getEntries()))
    here.observer.observe({ type: 'longtask' })
  }, rowsWanted)
}

function end(page) {
  return page.evaluate(() => {
    const { bench } = window
    bench.isOn = false
    bench.tasks.push(...bench.observer.takeRecords())
    bench.observer.disconnect()
    const tasks = bench.tasks.map(({ startTime, duration }) => ({ at: performance.timeOrigin + startTime, duration }))
    return { frames: bench.frames, tasks, drawnAt: bench.drawnAt }
  })
}

/** One line of the table: the frames from the first ask until the last row was drawn. */
function row(what, { frames, tasks, drawnAt }, from) {
  const until = drawnAt ?? Number.POSITIVE_INFINITY
  const gaps = frames.slice(1).flatMap((at, n) => (at >= from && frames[n] < until ? [at - frames[n]] : []))
  gaps.sort((a, b) => a - b)
  const at = (share) => gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * share))] ?? 0
  const long = tasks.filter((task) => task.at + task.duration >= from && task.at < until)
  rows.push({
    what,
    frames: gaps.length,
    'median ms': at(0.5).toFixed(1),
    'p95 ms': at(0.95).toFixed(1),
    'max ms': at(1).toFixed(1),
    'over 34 ms': gaps.filter((gap) => gap > 34).length,
    'long tasks': long.length,
    'longest ms': Math.max(0, ...long.map((task) => task.duration)),
    'all drawn ms': drawnAt === null ? '' : Math.round(drawnAt - from),
  })
}

function print() {
  const heads = Object.keys(rows[0])
  const lines = [heads, ...rows.map((one) => heads.map((head) => String(one[head])))]
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column].length)))
  for (const line of lines) {
    const cells = line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
    process.stdout.write(`${cells.join('  ')}\n`)
  }
}

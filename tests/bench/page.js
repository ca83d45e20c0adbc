// `npm run bench:page`: how smooth a record of 100 items is in a browser, and how much script its page loads first. Not a part of `npm test`.
import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { runnerImport } from 'vite'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { ensureBuilt, root } from '../../server/launch/prepare.js'

process.chdir(root)
await ensureBuilt()
const load = async (path) => (await runnerImport(`./${path}`)).module
const { serverProcess } = await load('tests/support/serverProcess.ts')
const { openBrowser, device } = await load('tests/support/browser.ts')
const { applyEdit } = await load('shared/record/index.ts')

const newId = () => randomBytes(16).toString('base64url')
const words = 'The Group discussed ways to use multilateral and regional fora to further the messages of the Convention. '
const server = await serverProcess()
const browser = await openBrowser()
const rows = []

try {
  const { cookies, token } = await claim()
  const meetingId = await makeMeeting(token)
  // What each page fetches until it can be used, by people who were never here before; three visits, medians.
  await firstLoads([
    ['sign-in', '/sign-in', (visited) => visited.locator('input[type=password]').waitFor(), []],
    ['home', '/', (visited) => visited.getByText('Bench').first().waitFor(), cookies],
    ['live meeting', `/m/${meetingId}`, (visited) => visited.locator('[data-path$="/title"]').first().waitFor(), cookies],
  ])
  const here = await device(browser)
  await here.context.addCookies(cookies)
  const { page } = here
  await page.goto(`${server.url}/m/${meetingId}`)
  await page.locator('[data-path$="/title"]').first().waitFor()
  await page.locator('[data-item-link]').nth(50).click()

  await measure(page, 'nothing (for comparison)', () => page.waitForTimeout(1500))
  const notes = page.locator('[data-path$="/notes"]')
  await notes.click()
  await page.locator('.ProseMirror-focused').waitFor()
  await page.keyboard.press('Control+End')
  const type200 = () => page.keyboard.type(words.repeat(2).slice(0, 200), { delay: 25 })
  await measure(page, 'typing 200 letters into notes', type200)
  await measure(page, 'typing 200 letters into notes', type200, 4)
  await page.keyboard.press('Escape')
  await page.locator('[data-path$="/text"]').first().click()
  await page.locator('.ProseMirror-focused').waitFor()
  await measure(page, 'typing 200 letters into an outcome', type200)
  await measure(page, 'typing 200 letters into an outcome', type200, 4)
  await page.keyboard.press('Escape')
  await measure(page, 'scrolling the agenda', () => scroll(page, 150, 400))
  await measure(page, 'scrolling the sheet', () => scroll(page, 800, 400))
  await page.locator('[data-item-link]').first().click()
  await measure(page, 'opening 30 items in turn', async () => {
    for (let step = 0; step < 30; step += 1) await page.keyboard.press('j', { delay: 40 })
  })
  print()
} finally {
  await browser.close()
  await server.dispose()
}
// Proxies and providers may hold the process; the table is printed and everything is put away.
process.exit(0)

/** Makes the first administrator; answers the session's cookies and a token. */
async function claim() {
  const headers = { 'content-type': 'application/json', origin: server.url }
  const body = JSON.stringify({
    secret: server.firstAddress.split('#')[1],
    email: 'bench@example.org',
    name: 'Bench',
    password: 'a long enough password',
  })
  const claimed = await fetch(`${server.url}/api/administrators/claim`, { method: 'POST', headers, body })
  const lines = claimed.headers.getSetCookie().map((line) => line.split(';')[0])
  const minted = await fetch(`${server.url}/api/tokens`, {
    method: 'POST',
    headers: { ...headers, cookie: lines.join('; ') },
    body: '{}',
  })
  const cookies = lines.map((line) => {
    const [name, ...value] = line.split('=')
    return { name, value: value.join('='), url: server.url }
  })
  return { cookies, token: (await minted.json()).token }
}

/** A meeting in session with 100 items of 2 outcomes and 2 actions; item 51 has long notes. */
async function makeMeeting(token) {
  const api = async (path, body) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(`${server.url}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const { groupId } = await api('/groups', { name: 'Bench' })
  const { meetingId } = await api(`/groups/${groupId}/meetings`, { title: 'A hundred items' })
  await api(`/meetings/${meetingId}/commands`, { kind: 'meeting.open', id: newId() })
  const connect = (doc) =>
    new WebsocketProvider(`${server.url.replace('http', 'ws')}/yjs`, meetingId, doc, {
      protocols: ['rapporteur.v1', `bearer.${token}`],
      WebSocketPolyfill: WebSocket,
      disableBc: true,
    })
  const doc = new Y.Doc()
  const writer = connect(doc)
  await new Promise((resolve) => writer.once('sync', resolve))
  const edit = (change) => {
    const done = applyEdit(doc, change, 'bench')
    if (!done.ok) throw new Error(done.refusal.message)
  }
  for (let place = 0; place < 100; place += 1) {
    const item = newId()
    edit({
      kind: 'item.add',
      id: item,
      parent: null,
      after: 'last',
      title: `Item of the agenda with a usual title, ${place + 1}`,
    })
    for (const text of [words, words]) {
      edit({ kind: 'outcome.add', id: newId(), item, after: 'last', values: { kind: 'agreed' }, text })
      edit({ kind: 'action.add', id: newId(), item, after: 'last', task: text })
    }
    if (place !== 50) continue
    const notes = doc.getMap('items').get(item).get('notes')
    const paragraphs = Array.from({ length: 30 }, () => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(words.repeat(3))])
      return paragraph
    })
    doc.transact(() => notes.push(paragraphs))
  }
  const witness = new Y.Doc()
  const reader = connect(witness)
  while (witness.getMap('actions').size < 200) await new Promise((resolve) => witness.once('update', resolve))
  writer.destroy()
  reader.destroy()
  return meetingId
}

/**
 * The time from frame to frame while something is done; and for each key the time from the browser's stamp on it to the end of the page's
 * next frame (waiting for the screen included), and how long the main thread was at work from it to the next key, by the browser's trace.
 */
async function measure(page, what, act, slower = 1) {
  const line = await page.context().newCDPSession(page)
  await page.evaluate(() => {
    const gaps = []
    let last = performance.now()
    let isOn = true
    const tick = (now) => {
      gaps.push(now - last)
      last = now
      if (isOn) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
    const shown = []
    const onKey = (event) => {
      requestAnimationFrame(() => {
        // A message that is sent in a frame comes when the frame is done.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => shown.push(performance.now() - event.timeStamp)
        port2.postMessage(null)
      })
    }
    window.addEventListener('keydown', onKey, true)
    window.benchEnd = () => {
      isOn = false
      window.removeEventListener('keydown', onKey, true)
      return { gaps: gaps.slice(1), shown }
    }
  })
  await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] })
  await line.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await act()
  await page.waitForTimeout(100)
  await line.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
  const { gaps, shown } = await page.evaluate(() => window.benchEnd())
  await line.detach()
  const work = workOfKeys(traceEvents)
  const [byGap, byShown, byWork] = [gaps, shown, work].map((list) => list.sort((a, b) => a - b))
  const at = (list, share) =>
    list.length === 0 ? '-' : list[Math.min(list.length - 1, Math.floor(list.length * share))].toFixed(1)
  rows.push({
    what: slower === 1 ? what : `${what}, CPU ${slower}× slower`,
    frames: byGap.length,
    'median ms': at(byGap, 0.5),
    'p95 ms': at(byGap, 0.95),
    'max ms': at(byGap, 1),
    'over 34 ms': byGap.filter((gap) => gap > 34).length,
    'key shown p50': at(byShown, 0.5),
    'key shown p95': at(byShown, 0.95),
    'key work p50': at(byWork, 0.5),
    'key work p95': at(byWork, 0.95),
  })
}

/** Of each key in a trace, in milliseconds: the main thread's work from it to the next key. */
function workOfKeys(events) {
  const pressed = events
    .filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown')
    .sort((a, b) => a.ts - b.ts)
  const main = pressed[0]
  const tasks = events.filter(
    ({ name, pid, tid, dur }) => name === 'RunTask' && pid === main?.pid && tid === main?.tid && dur > 0,
  )
  return pressed.map(({ ts }, place) => {
    const end = pressed[place + 1]?.ts ?? Number.POSITIVE_INFINITY
    // The task in which the key is told began before it.
    return tasks.reduce((sum, task) => (task.ts + task.dur > ts && task.ts + task.dur <= end ? sum + task.dur : sum), 0) / 1000
  })
}

/** Turns the wheel over a place, down and up again. */
async function scroll(page, x, y) {
  await page.mouse.move(x, y)
  for (let turn = 0; turn < 80; turn += 1) {
    await page.mouse.wheel(0, turn < 40 ? 120 : -120)
    await page.waitForTimeout(16)
  }
}

/** Visits pages with an empty profile: how long until they can be used, and the script that came until then, as sent and as gzip would. */
async function firstLoads(pages) {
  for (const [name, path, isReady, cookies] of pages) {
    const visits = []
    for (let visit = 0; visit < 3; visit += 1) visits.push(await firstLoad(path, isReady, cookies))
    const median = (what) => visits.map((visit) => visit[what]).sort((one, other) => one - other)[1]
    const kB = (bytes) => (bytes / 1024).toFixed(1)
    process.stdout.write(
      `${name.padEnd(14)} usable in ${median('ms')} ms (${visits.map(({ ms }) => ms).join(', ')}); script: ${median('files')} files, ` +
        `${kB(median('sent'))} kB as sent, ${kB(median('gzip'))} kB gzip\n`,
    )
  }
}

async function firstLoad(path, isReady, cookies) {
  const one = await device(browser)
  await one.context.addCookies(cookies)
  const scripts = new Map()
  const line = await one.context.newCDPSession(one.page)
  await line.send('Network.enable')
  let isOver = false
  line.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (!isOver && (type === 'Script' || response.url.endsWith('.js'))) scripts.set(requestId, { sent: 0, url: response.url })
  })
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const script = scripts.get(requestId)
    if (script !== undefined && !isOver) script.sent = encodedDataLength
  })
  const began = performance.now()
  await one.page.goto(`${server.url}${path}`)
  await isReady(one.page)
  const ms = Math.round(performance.now() - began)
  isOver = true
  const came = [...scripts.values()].filter(({ sent }) => sent > 0)
  await one.close()
  let gzip = 0
  for (const { url } of came) gzip += gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer()), { level: 9 }).length
  return { ms, files: came.length, sent: came.reduce((sum, { sent }) => sum + sent, 0), gzip }
}

function print() {
  const heads = Object.keys(rows[0])
  const lines = [heads, ...rows.map((row) => heads.map((head) => String(row[head])))]
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column].length)))
  for (const line of lines) {
    const cells = line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
    process.stdout.write(`${cells.join('  ')}\n`)
  }
}

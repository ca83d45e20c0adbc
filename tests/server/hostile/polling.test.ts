import { expect, test } from 'vitest'
import { seeded } from '../../support/faults/seeded.ts'
import { httpWorld } from '../../support/http/httpWorld.ts'
import { must, RawClient } from '../../support/live/RawClient.ts'
import { hostilePackets } from './corpus/frames.ts'
import { PollingLine } from './PollingLine.ts'
import { watched } from './witness.ts'

const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31))
/** Each that ends its line costs three requests for the next. */
const requests = Number(process.env.FUZZ_FRAMES ?? 300)
const separator = '\x1e'

test('[HOS28] what is no packet of ours ends its line or is refused over long polling as over a WebSocket, and nobody else hears of it', async () => {
  const watch = await watched()
  const ends: string[] = []
  for (const { name, data } of hostilePackets) {
    const line = await PollingLine.join(watch.world, watch.mallory)
    // Bytes travel as base64 here.
    const packet =
      typeof data === 'string' ? data.replaceAll('MEETING', watch.world.meetingId) : `b${Buffer.from(data).toString('base64')}`
    const { status } = await line.post(packet)
    await line.post('429["clock.ask",{}]')
    await line.until((heard) => heard.startsWith('439['))
    const code = /"code":"(\w+)"/.exec(line.heard.find((heard) => heard.startsWith('432[')) ?? '')?.[1]
    ends.push(`${name}: ${status === 413 || (await line.isOver()) ? 'closed' : (code ?? 'nothing')}`)
    await watch.unharmed(name)
  }
  expect(ends).toEqual(hostilePackets.map(({ name, end }) => `${name}: ${end}`))
})

test('[HOS29] requests that long polling does not have end the line they name or are turned away, and nobody else hears of them', async () => {
  const watch = await watched()
  type Try = readonly [name: string, isOver: boolean, work: (line: PollingLine) => Promise<unknown>]
  const tries: readonly Try[] = [
    ['nothing', true, (line) => line.post('')],
    ['separators alone', true, (line) => line.post(separator.repeat(100))],
    ['packets without number', true, (line) => line.post(Array.from({ length: 5_000 }, () => '3').join(separator))],
    ['the way of an older engine', false, (line) => line.post('5:42[1]')],
    ['base64 that is none', true, (line) => line.post('b€€€')],
    ['bytes', true, (line) => line.post(new Uint8Array(40), { headers: { 'content-type': 'application/octet-stream' } })],
    [
      'a body as of a form',
      true,
      (line) => line.post('d=3', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    ],
    ['a body that is longer than any', false, (line) => line.post(`42["x","${'x'.repeat(1_600_000)}"]`)],
    ['another method', false, (line) => line.post('3', { method: 'PUT' })],
    ['two questions at once', true, (line) => Promise.all([line.poll(), line.poll()])],
    ['two bodies at once', true, (line) => twoBodies(line)],
    ['after it said goodbye', true, (line) => line.post('1').then(() => line.post('42["clock.ask",{}]'))],
    ['more behind the goodbye', true, (line) => line.post(`1${separator}42["clock.ask",{}]${separator}${separator}`)],
  ]
  const ends: string[] = []
  for (const [name, , work] of tries) {
    const line = await PollingLine.join(watch.world, watch.mallory)
    await work(line)
    ends.push(`${name}: ${await line.isOver()}`)
    await watch.unharmed(name)
  }
  expect(ends).toEqual(tries.map(([name, isOver]) => `${name}: ${isOver}`))
  const { url } = watch.world
  const addresses = ['&sid=nobody', '&sid=__proto__', '&j=1', '&transport=websocket', '&EIO=9'].map(
    (query) => `${url}/socket.io/?EIO=4&transport=polling${query}`,
  )
  const statuses = await Promise.all(addresses.map(async (address) => (await fetch(address)).status))
  expect(statuses).toEqual([400, 400, 403, 400, 400])
  await watch.unharmed('addresses')
})

test('[HOS30] the id of a line opens nothing to anybody but the person who opened it', async () => {
  const watch = await watched()
  const { url, people } = watch.world
  const http = await httpWorld()
  const { people: members } = await http.group()
  const cookieOf = (token: string) => ({ cookie: `session=${token}`, origin: 'http://own.example' })
  const bearerOf = (token: string) => ({ authorization: `Bearer ${token}` })
  for (const [name, at, opened, others] of [
    ['a cookie', url, cookieOf(people.anna.token), cookieOf(people.boris.token)],
    ['a cookie that is left out', url, cookieOf(people.anna.token), {}],
    ['a token', http.url, bearerOf(members.participant.token), bearerOf(members.observer.token)],
    ['a token that is left out', http.url, bearerOf(members.participant.token), {}],
  ] as const) {
    const line = await PollingLine.open(at, opened)
    const stolen = { headers: { ...others } }
    expect((await line.post('40', stolen)).status, name).toBe(400)
    expect((await line.poll(stolen)).status, name).toBe(400)
    // Its owner has noticed nothing, and is who they were.
    expect((await line.post('40')).status, name).toBe(200)
    await line.until((packet) => packet.startsWith('4'))
    expect(line.heard.at(-1), name).toMatch(/^40/)
  }
  await watch.unharmed('ids of others')
})

test('[HOS31] until somebody is known a line takes no more than says who it is, and a request is not taken apart that holds too much', async () => {
  const watch = await watched()
  const early = await PollingLine.open(watch.world.url)
  expect((await early.post(`40${JSON.stringify({ token: 'x'.repeat(9_000) })}`)).status).toBe(413)
  expect(early.heard).toEqual([])
  await watch.unharmed('a long name')
  // Whoever is known may send as long a record as there may be.
  const line = await PollingLine.join(watch.world, watch.mallory)
  const long = `422["record.update",{"meetingId":"${watch.world.meetingId}","updateId":"u","update":"${'A'.repeat(1_300_000)}"}]`
  expect((await line.post(long)).status).toBe(200)
  await line.until((packet) => packet.startsWith('432['))
  expect(line.heard.find((packet) => packet.startsWith('432['))).toContain('"ok":false')
  await watch.unharmed('a long update')
  // A megabyte of empty packets costs no more than looking for the first four thousand.
  const parted = await PollingLine.join(watch.world, watch.mallory)
  const many = Array.from({ length: 400_000 }, () => 'bAA')
    .join(separator)
    .slice(0, 1_400_000)
  const before = process.cpuUsage()
  await parted.post(many)
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(150)
  expect(await parted.isOver()).toBe(true)
  await watch.unharmed('many packets')
})

test(`[HOS32] of ${requests} requests of long polling bent at random none ends the process, breaks a record or disturbs another line (seed ${seed})`, async () => {
  const watch = await watched()
  const { world, anna, witness, mallory } = watch
  const random = seeded(seed)
  const pick = (below: number) => Math.floor(random() * below)
  const odd = hostilePackets.flatMap(({ data }) => (typeof data === 'string' && data.length < 2_000 ? [data] : []))
  const usual = ['429["clock.ask",{}]', '3', '42["presence.set",{}]', 'bAAAA', '6', '2probe', '5', '40', '41']
  const bodies = [...usual, ...usual, ...odd]
  let line = await PollingLine.join(world, mallory)
  const counts = { closed: 0 }
  for (let request = 1; request <= requests; request += 1) {
    const packets = Array.from({ length: 1 + pick(6) }, () => bodies[pick(bodies.length)] ?? '')
    const payload = bend(packets.join(separator), pick)
    const both = pick(8)
    const polled = both === 0 ? line.poll() : null
    const [{ status, text }] = await Promise.all([line.post(payload), both === 1 ? line.post('3') : null])
    // There is something to hear for whoever asked, unless the line is over.
    await line.post('429["clock.ask",{}]')
    await polled
    expect(text).not.toMatch(/\.[tj]s:|at \w+ \(/)
    if (status !== 200 || (await line.isOver())) {
      counts.closed += 1
      line = await PollingLine.join(world, mallory)
    }
    if (request % 250 !== 0) continue
    must(await anna.type('.'))
    await witness.until(() => witness.outcome === anna.outcome)
  }
  await watch.unharmed('bent requests')
  expect(counts.closed).toBeGreaterThan(requests / 100)
  const late = await RawClient.join(world, world.people.rapporteur, 'polling')
  expect(late.outcome).toBe(anna.outcome)
})

/** A body that has not ended when the next comes. */
async function twoBodies(line: PollingLine): Promise<void> {
  let end: () => void = () => undefined
  const slow = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('42["clock.ask"'))
      end = () => controller.close()
    },
  })
  const init = { body: slow, duplex: 'half' } as RequestInit // what streams need, and the declaration does not have yet
  const first = line.post('', init)
  while ((await line.post('3')).status === 200);
  try {
    end()
  } catch {
    // Its connection has gone, and the stream with it.
  }
  await first
}

function bend(payload: string, pick: (below: number) => number): string {
  let text = payload
  for (let time = pick(4); time > 0 && text.length > 0; time -= 1) {
    const at = pick(text.length)
    const how = pick(4)
    const put = [separator, 'b', '1', '4', '\u0000', '€', '"', '[', '-', '9'][pick(10)] ?? ''
    if (how === 0) text = text.slice(0, at) + put + text.slice(at + 1)
    else if (how === 1) text = text.slice(0, at) + text.slice(at + 1 + pick(4))
    else if (how === 2) text = text.slice(0, at) + put + text.slice(at)
    else text = text.slice(0, at)
  }
  return text
}

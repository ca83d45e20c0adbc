import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readUpdate } from '../../../server/rooms/readUpdate.ts'
import { reduceUpdate } from '../../../server/rooms/reduceUpdate.ts'
import type { ItemId } from '../../../shared/base/index.ts'
import { codeOf, must, RawClient } from '../../support/live/RawClient.ts'
import { newId } from '../../support/storageSamples.ts'
import { awarenessFrame } from './corpus/frames.ts'
import { updateBytes } from './corpus/updateBytes.ts'
import { HostileLine } from './HostileLine.ts'
import { watched } from './witness.ts'

const usual = { messages: { perSecond: 50, burst: 200 }, cpuMs: { perSecond: 200, burst: 400 } }
const slow = { messages: { perSecond: 0, burst: 1e5 }, cpuMs: { perSecond: 0, burst: 5 } }

test('[HOS8] whoever asks the stock door who is here, over and over, is closed as too many; the question is paid for', async () => {
  const watch = await watched({ allowances: usual })
  const line = await HostileLine.join(watch.world, 'stock', watch.mallory)
  for (let time = 0; time < 1_000; time += 1) line.say(new Uint8Array([3]))
  expect(await line.closed()).toBe(4529)
  await watch.unharmed('questions')
})

test('[HOS9] presence of others that a stock client sends again neither counts against it nor becomes its own', async () => {
  const watch = await watched({ allowances: { messages: { perSecond: 0, burst: 20 }, cpuMs: usual.cpuMs } })
  const { world, witness, anna } = watch
  const line = await HostileLine.join(world, 'stock', watch.mallory)
  const state = (at: number) => JSON.stringify({ user: { name: 'X' }, cursor: { anchor: at, head: at } })
  line.say(awarenessFrame([[4_711, state(1)]], 1))
  const others = [anna.doc.clientID, witness.doc.clientID, 4_712, 4_713].map((clientId) => [clientId, 'null'] as const)
  for (let time = 0; time < 100; time += 1) line.say(awarenessFrame(others, 2))
  await line.hasRead()
  expect(line.isClosed).toBe(false)
  const boris = () => anna.all('presence.changed').flatMap(({ people }) => people.filter(({ name }) => name === 'Boris'))
  line.say(awarenessFrame([[4_711, state(2)]], 3))
  await anna.until(() => boris().some((person) => JSON.stringify(person.state?.cursor) === '{"anchor":2,"head":2}'))
  expect(new Set(boris().map(({ clientId }) => clientId ?? 4_711))).toEqual(new Set([4_711]))
})

test('[HOS10] work that an update would cause is asked for when it is judged: what came in one breath is not all done because it came at once', async () => {
  const watch = await watched({ allowances: { messages: { perSecond: 1e5, burst: 1e5 }, cpuMs: { perSecond: 0, burst: 30 } } })
  const boris = await RawClient.join(watch.world, watch.mallory)
  const updates = Array.from({ length: 100 }, (_, index) =>
    boris.make(() => {
      const notes = boris.doc.getMap<Y.Map<unknown>>('items').get(watch.world.itemId)?.get('notes')
      if (notes instanceof Y.XmlFragment)
        notes.insert(
          0,
          Array.from({ length: 200 }, () => new Y.XmlElement(index >= 0 ? 'paragraph' : '')),
        )
    }),
  )
  // While an append is under way nothing is judged: all of them have been let in before the first has cost anything.
  watch.world.storage.hold()
  const first = watch.anna.type(' First.')
  await watch.world.storage.arrived()
  const sent = updates.map((update) => boris.send(update))
  await boris.raw('presence.set', {})
  watch.world.storage.release()
  must(await first)
  const answers = await Promise.all(sent)
  expect(answers[0]?.ok).toBe(true)
  expect(new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code])))).toEqual(new Set(['tooMany']))
})

test('[HOS11] one sender cannot fill what may wait in a room: the others are still taken', async () => {
  const watch = await watched()
  const { world, anna } = watch
  const boris = await RawClient.join(world, watch.mallory)
  world.storage.hold()
  const first = anna.type(' First.')
  const long = () => boris.make(() => boris.doc.getMap('none').set('x', 'y'.repeat(900_000)))
  const theirs = [boris.send(long()), boris.send(long()), boris.send(long())]
  const second = theirs[1] === undefined ? null : await theirs[1]
  expect(second === null ? null : codeOf(second)).toBe('tooMany')
  const own = anna.type(' Second.')
  await new Promise((resolve) => setImmediate(resolve))
  world.storage.release()
  must(await first)
  must(await own)
})

test('[HOS12] the whole document asked for over and over is paid for by whoever asks', async () => {
  const watch = await watched({ allowances: slow })
  const boris = await RawClient.join(watch.world, watch.mallory)
  const ask = { meetingId: watch.world.meetingId, stateVector: Buffer.from([0]).toString('base64') }
  const codes = new Set<string>()
  for (let time = 0; time < 20_000 && !codes.has('tooMany'); time += 1) {
    const answer = await boris.ask('record.sync', ask)
    if (!answer.ok) codes.add(answer.refusal.code)
  }
  expect([...codes]).toEqual(['tooMany'])
})

test('[HOS13] a line that brings more than any client needs is ended, whether or not any of it means something', async () => {
  const watch = await watched({ allowances: usual })
  for (const packet of ['42["nobody.knows",{}]', '3', '43999["answer"]', '40/other,']) {
    const line = await HostileLine.join(watch.world, 'socket', watch.mallory)
    for (let time = 0; time < 6_000; time += 1) line.say(packet)
    await line.closed()
    await watch.unharmed(packet)
  }
})

test('[HOS14] lines whose people are not known yet are counted by address; who is in writes on, and somebody comes in when they have gone', async () => {
  const watch = await watched()
  const halves = await Promise.all(
    Array.from({ length: 320 }, () => HostileLine.open(watch.world, 'socket', null).catch(() => null)),
  )
  const open = halves.filter((line) => line !== null)
  expect(open.length).toBe(300)
  await watch.unharmed('half-open lines')
  for (const line of open) line.leave()
  await Promise.all(open.map((line) => line.closed()))
  await watch.unharmed('gone')
})

test('[HOS15] what a stranger sends before anybody knows them is not read beyond a bound, and ends with the line', async () => {
  const watch = await watched()
  const line = await HostileLine.open(watch.world, 'stock', { ...watch.mallory, token: 'nobody' })
  for (let time = 0; time < 200; time += 1) line.say(new Uint8Array(60_000))
  expect([4401, 1006]).toContain(await line.closed())
  await watch.unharmed('early frames')
})

test('[HOS16] deletions that lie over one another are walked once', () => {
  const doc = new Y.Doc()
  const text = new Y.XmlText()
  doc.getXmlFragment('any').insert(0, [text])
  for (let letter = 0; letter < 5_000; letter += 1) text.insert(0, 'x')
  const bytes = updateBytes([], [[doc.clientID, Array.from({ length: 100_000 }, () => [0, 5_000] as const)]])
  const read = readUpdate(bytes)
  if (!read.ok) throw new Error(read.refusal.code)
  const before = process.cpuUsage()
  expect(reduceUpdate(read.value, doc, bytes).ok).toBe(true)
  // Walked each time it is five hundred million steps: seconds and more of any processor. Once, it is milliseconds.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1_000)
})

test('[HOS17] honest work of any size a person can do is within all limits: a long paste, and hours of scattered typing sent at once', async () => {
  const watch = await watched({ allowances: usual })
  const boris = await RawClient.join(watch.world, watch.mallory)
  const notes = Array.from({ length: 500 }, (_, line) => ({
    kind: 'paragraph' as const,
    runs: [{ text: `Line ${line} of a paper.` }],
  }))
  must(await boris.edit({ kind: 'item.add', id: newId<ItemId>(), parent: null, after: 'last', title: 'Pasted', notes }))
  const hours = boris.make(() => {
    const outcome = boris.doc.getMap<Y.Map<unknown>>('outcomes').get(watch.world.outcomeId)?.get('text')
    const paragraph = outcome instanceof Y.XmlFragment ? outcome.get(0) : null
    const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (!(words instanceof Y.XmlText)) throw new Error('No words')
    for (let key = 0; key < 2_000; key += 1) words.insert((key * 7_919) % words.length, 'k')
    for (let key = 0; key < 500; key += 1) words.delete((key * 6_007) % words.length, 1)
  })
  must(await boris.send(hours))
})

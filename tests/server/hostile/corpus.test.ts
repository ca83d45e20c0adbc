import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { closeCodeOf } from '../../../server/transports/answer.ts'
import { writeUpdate } from '../../../server/transports/ywebsocket/messages.ts'
import { findText } from '../../../shared/record/index.ts'
import { codeOf, must, RawClient } from '../../support/live/RawClient.ts'
import { hostileUpdates, type Scene } from './corpus/updates.ts'
import { HostileLine } from './HostileLine.ts'
import { type Watched, watched } from './witness.ts'

/** What a sender sees of the document before the hostile update. */
function sceneOf({ world, anna, witness }: Watched, client: number): Scene {
  const paragraph = findText(witness.doc, { root: 'outcomes', id: world.outcomeId, field: 'text' })?.get(0)
  const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  const first = words instanceof Y.XmlText ? words._start : null
  if (first === null) throw new Error('The sample outcome has no words')
  let last = first
  while (last.right !== null) last = last.right
  return {
    doc: witness.doc,
    itemId: world.itemId,
    outcomeId: world.outcomeId,
    first: [first.id.client, first.id.clock],
    last: [last.id.client, last.id.clock + last.length - 1],
    client,
    anothers: anna.doc.clientID,
  }
}

const isFrame = (frame: string | Buffer) => typeof frame !== 'string' && frame[0] === 0 && frame[1] === 2

test('[HOS1] the corpus holds at least sixty hostile updates, each under a name of its own', () => {
  expect(hostileUpdates.length).toBeGreaterThanOrEqual(60)
  expect(new Set(hostileUpdates.map(({ name }) => name)).size).toBe(hostileUpdates.length)
})

test('[HOS2] each hostile update of the corpus is refused over Socket.io with its code, and nobody else sees anything of it', async () => {
  const watch = await watched()
  const { world, mallory, witness } = watch
  const ends: string[] = []
  let client = 1_000
  for (const { name, make, before } of hostileUpdates) {
    client += 1_000
    const line = await RawClient.join(world, mallory)
    const scene = sceneOf(watch, client)
    if (before !== undefined) must(await line.send(before(scene)))
    const frames = witness.all('record.frame').length
    const answer = await line.send(make(scene))
    ends.push(`${name}: ${answer.ok ? 'taken' : codeOf(answer)}`)
    expect(JSON.stringify(answer), name).not.toMatch(/\n| at \S+:\d|\.ts|Error/)
    line.socket.disconnect()
    await watch.unharmed(name)
    // The one frame is the honest one.
    if (!answer.ok && before === undefined) expect(witness.all('record.frame').length, name).toBe(frames + 1)
  }
  expect(ends).toEqual(hostileUpdates.map(({ name, code }) => `${name}: ${code}`))
})

test('[HOS3] each hostile update of the corpus closes its sender over the stock door with the close code of its refusal', async () => {
  const watch = await watched()
  const { world, mallory } = watch
  const ends: string[] = []
  let client = 1_000_000
  for (const { name, code, make, before } of hostileUpdates) {
    client += 1_000
    const line = await HostileLine.join(world, 'stock', mallory)
    const scene = sceneOf(watch, client)
    const heard = line.heard.length
    if (before !== undefined) {
      line.say(writeUpdate(before(scene)))
      await line.until(() => line.isClosed || line.heard.slice(heard).some(isFrame))
    }
    const until = line.heard.length
    // A gap is asked to be closed three times before its sender is (B2).
    const update = writeUpdate(make(scene))
    for (let time = 0; time < (code === 'gap' ? 4 : 1); time += 1) line.say(update)
    await line.until(() => line.isClosed || line.heard.slice(until).some(isFrame))
    ends.push(`${name}: ${line.isClosed ? await line.closed() : 'taken'}`)
    line.leave()
    await watch.unharmed(name)
  }
  expect(ends).toEqual(hostileUpdates.map(({ name, code }) => `${name}: ${closeCodeOf(code)}`))
})

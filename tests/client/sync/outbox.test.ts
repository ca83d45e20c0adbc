import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Device } from '../../../client/sync/Device.ts'
import { Outbox } from '../../../client/sync/Outbox.ts'

const place = 'a:1 m1'

async function outbox(options: { device?: Device | null } = {}) {
  const device = options.device === undefined ? await Device.open(new IDBFactory()) : options.device
  let now = 0
  const box = new Outbox({ device, place, tab: 't1', now: () => now, changed: () => undefined })
  return { box, device, pass: (ms: number) => (now += ms) }
}

/** A document that writes letters, each as an update of its own. */
function writer() {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const write = (letter: string): Uint8Array => {
    doc.getText('t').insert(doc.getText('t').length, letter)
    return updates.at(-1) ?? new Uint8Array()
  }
  return { doc, write }
}

describe('the outbox', () => {
  test('[CL10] words leave the device only when the server has answered', async () => {
    const { box, device } = await outbox()
    const { doc, write } = writer()
    box.add(doc.clientID, write('a'))
    await box.kept()
    expect((await device?.load(place))?.unsent).toHaveLength(1)
    const batch = box.next()
    if (batch === null) throw new Error('nothing to send')
    expect(box.facts(true).waiting).toBe(1)
    await box.settled(batch)
    expect(box.facts(true).waiting).toBe(0)
    expect((await device?.load(place))?.unsent).toEqual([])
    expect(box.next()).toBeNull()
  })

  test('[CL11] words that gather while a message is on its way go as one message, in order', async () => {
    const { box } = await outbox()
    const { doc, write } = writer()
    for (const letter of 'abc') box.add(doc.clientID, write(letter))
    const batch = box.next()
    const reader = new Y.Doc()
    Y.applyUpdate(reader, batch?.update ?? new Uint8Array())
    expect(reader.getText('t').toString()).toBe('abc')
    expect(batch?.entries).toHaveLength(3)
  })

  test('[CL12] a device that keeps nothing is said so, and the words still go out', async () => {
    const { box } = await outbox({ device: null })
    const { doc, write } = writer()
    box.add(doc.clientID, write('a'))
    expect(box.facts(false).failed).toBe(true)
    expect(box.next()?.entries).toHaveLength(1)
  })

  test('[CL13] a transaction that the device aborts is never counted as kept', async () => {
    const device = await Device.open(new IDBFactory())
    device.close()
    const { box } = await outbox({ device })
    const { doc, write } = writer()
    box.add(doc.clientID, write('a'))
    await box.kept()
    expect(box.facts(false)).toMatchObject({ waiting: 1, unkept: 1, failed: true })
    box.close()
  })

  test('[CL14] typing without a pause counts as one change', async () => {
    const { box, pass } = await outbox()
    const { doc, write } = writer()
    for (const letter of 'ab') {
      box.add(doc.clientID, write(letter))
      pass(200)
    }
    pass(5000)
    box.add(doc.clientID, write('c'))
    expect(box.facts(false).waiting).toBe(2)
  })

  test('[DUR3] when what the device kept is deleted under the page, nothing counts as kept until it is written again', async () => {
    const factory = new IDBFactory()
    const device = await Device.open(factory)
    const { box } = await outbox({ device })
    const { doc, write } = writer()
    device.onLost(() => box.lost())
    box.add(doc.clientID, write('a'))
    await box.kept()
    expect(box.facts(false)).toMatchObject({ waiting: 1, unkept: 0, failed: false })
    const lost = new Promise<void>((resolve) => device.onLost(resolve))
    const deleted = new Promise((resolve) => factory.deleteDatabase('rapporteur').addEventListener('success', resolve))
    await lost
    expect(box.facts(false)).toMatchObject({ waiting: 1, unkept: 1, failed: true })
    await Promise.all([deleted, box.kept()])
    expect(box.facts(false)).toMatchObject({ waiting: 1, unkept: 0, failed: false })
    expect((await device.load(place)).unsent).toHaveLength(1)
  })
})

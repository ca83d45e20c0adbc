import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, test } from 'vitest'
import { Device } from '../../../client/sync/Device.ts'

const words = (tab: string, text: string) => ({
  place: 'a:1 m1',
  tab,
  clientId: 7,
  update: new TextEncoder().encode(text),
  change: 1,
  at: 1,
})

async function device() {
  const factory = new IDBFactory()
  return { factory, kept: await Device.open(factory) }
}

describe('what the browser keeps', () => {
  test('[CL6] unsent words are there after the tab is gone, in the order in which they were written', async () => {
    const { factory, kept } = await device()
    await kept.keepUnsent([words('t1', 'a'), words('t1', 'b')])
    kept.close()
    const again = await Device.open(factory)
    const { unsent } = await again.load('a:1 m1')
    expect(unsent.map(({ update }) => new TextDecoder().decode(update))).toEqual(['a', 'b'])
    expect((await again.load('a:2 m1')).unsent).toEqual([])
  })

  test('[CL7] what the server has stored goes from the unsent words into the copy in one step', async () => {
    const { kept } = await device()
    const keys = await kept.keepUnsent([words('t1', 'a')])
    await kept.settle('a:1 m1', keys, [new Uint8Array([1])])
    const { unsent, frames } = await kept.load('a:1 m1')
    expect(unsent).toEqual([])
    expect(frames).toEqual([new Uint8Array([1])])
  })

  test('[CL8] only one living tab can adopt the words of a tab that is gone', async () => {
    const { factory, kept } = await device()
    await kept.keepUnsent([words('gone', 'a'), words('alive', 'b')])
    const other = await Device.open(factory)
    const both = await Promise.all([kept.adopt('a:1 m1', 'gone', 't1'), other.adopt('a:1 m1', 'gone', 't2')])
    expect(both.map((adopted) => adopted.length).sort()).toEqual([0, 1])
    const tabs = (await kept.load('a:1 m1')).unsent.map(({ tab }) => tab)
    expect(tabs).toContain('alive')
    expect(tabs).not.toContain('gone')
  })

  test('[CL9] signing out forgets the device, and what waits is counted first', async () => {
    const { kept } = await device()
    await kept.keepUnsent([words('t1', 'a'), words('t1', 'b'), { ...words('t1', 'c'), change: 2 }])
    expect(await kept.waiting()).toBe(2)
    await kept.forget()
    expect(await kept.waiting()).toBe(0)
    expect(await kept.load('a:1 m1')).toEqual({ copy: null, frames: [], unsent: [], asides: [], about: null })
  })
})

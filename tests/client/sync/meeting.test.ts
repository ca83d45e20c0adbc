import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { limits } from '../../../shared/record/index.ts'
import { liveWorld, type World } from '../../support/live/liveWorld.ts'
import { outcomeOf, RawClient } from '../../support/live/RawClient.ts'
import { must } from '../../support/storageSamples.ts'
import { BrowserWorld, until } from './browserWorld.ts'

/** A port on which nobody listens: the server is out of reach. */
const nowhere = 'http://127.0.0.1:9'
const first = 'The Group agreed.'

describe.each(['websocket', 'polling'] as const)('a meeting in the browser, over %s', (transport) => {
  test('[CL17] what is written without a line survives the closed tab and reaches the record at the next opening', async () => {
    const world = await liveWorld()
    const browser = new BrowserWorld()
    const before = await browser.tab(world, world.people.anna, { transport })
    await before.live()
    await before.meeting.close()

    const offline = await browser.tab(world, world.people.anna, { transport, url: nowhere })
    expect(offline.outcome).toBe(first)
    expect(offline.write(`${first} Offline.`)).toBe(true)
    await until(offline.meeting.saved, ({ kind }) => kind === 'onDevice')
    await offline.meeting.close()

    const reloaded = await browser.tab(world, world.people.anna, { transport, url: nowhere })
    expect(reloaded.outcome).toBe(`${first} Offline.`)
    reloaded.kill()

    const back = await browser.tab(world, world.people.anna, { transport })
    await back.live()
    await stored(world, `${first} Offline.`)
  })

  test('[CL18] a tab that dies between sending and the answer loses nothing and doubles nothing', async () => {
    const world = await liveWorld()
    const browser = new BrowserWorld()
    const dying = await browser.tab(world, world.people.anna, { transport })
    await dying.live()
    world.storage.hold()
    dying.write(`${first} Once.`)
    await world.storage.arrived()
    dying.kill()
    world.storage.release()

    const next = await browser.tab(world, world.people.anna, { transport })
    await next.live()
    await next.shows(`${first} Once.`)
    await stored(world, `${first} Once.`)
  })
})

describe('a meeting in the browser', () => {
  test('[CL19] the sign says saved only after the append has returned', async () => {
    const world = await liveWorld()
    const tab = await new BrowserWorld().tab(world, world.people.anna)
    await tab.live()
    world.storage.hold()
    tab.write(`${first} Held.`)
    await until(tab.meeting.saved, ({ kind }) => kind === 'saving')
    expect(outcomeOf(await world.storedDocument(), world)).toBe(first)
    world.storage.release()
    await tab.saved()
    expect(outcomeOf(await world.storedDocument(), world)).toBe(`${first} Held.`)
  })

  test('[DUR2] the sign does not say saved while a change waits for its answer, however short', async () => {
    const world = await liveWorld()
    const tab = await new BrowserWorld().tab(world, world.people.anna)
    await tab.live()
    const signs: { readonly sign: string; readonly isStored: boolean }[] = []
    tab.meeting.saved.subscribe(() =>
      signs.push({ sign: tab.meeting.saved.get().kind, isStored: world.storage.appends.length > 0 && !world.storage.isHeld }),
    )
    world.storage.hold()
    tab.write(`${first} Held.`)
    expect(tab.meeting.saved.get().kind).toBe('sending')
    await until(tab.meeting.saved, ({ kind }) => kind === 'saving')
    world.storage.release()
    await tab.saved()
    expect(signs).toEqual([
      { sign: 'sending', isStored: false },
      { sign: 'saving', isStored: false },
      { sign: 'saved', isStored: true },
    ])
  })

  test('[DUR4] while the server cannot store, words on this device are said to be there, and saved once it can', async () => {
    const world = await liveWorld()
    const tab = await new BrowserWorld().tab(world, world.people.anna)
    await tab.live()
    world.storage.setSaving(false)
    await until(tab.meeting.storing, (storing) => !storing)
    tab.write(`${first} Waits.`)
    await until(tab.meeting.saved, ({ kind }) => kind === 'onDevice')
    world.storage.setSaving(true)
    await tab.saved()
    expect(outcomeOf(await world.storedDocument(), world)).toBe(`${first} Waits.`)
  })

  test('[DUR4] a browser that keeps nothing says so when the server cannot store', async () => {
    const world = await liveWorld()
    const tab = await new BrowserWorld().tab(world, world.people.anna, { keepsNothing: true })
    await tab.live()
    world.storage.setSaving(false)
    await until(tab.meeting.storing, (storing) => !storing)
    expect(tab.meeting.mayLeave).toBe(true)
    tab.write(`${first} Nowhere.`)
    await until(tab.meeting.saved, ({ kind }) => kind === 'notKept')
    expect(tab.meeting.mayLeave).toBe(false)
  })

  test('[DUR3] when the page’s data is cleared under it, the copy and what waits are written anew', async () => {
    const world = await liveWorld()
    const browser = new BrowserWorld()
    const tab = await browser.tab(world, world.people.anna)
    await tab.live()
    await browser.clear()
    await tab.live()
    tab.write(`${first} After.`)
    await tab.saved()
    await tab.meeting.close()
    const offline = await browser.tab(world, world.people.anna, { url: nowhere })
    expect(offline.outcome).toBe(`${first} After.`)
  })

  test('[CL20] refused words are kept aside with their place, and a new document goes on from what is settled', async () => {
    const world = await liveWorld()
    const browser = new BrowserWorld()
    const tab = await browser.tab(world, world.people.anna)
    await tab.live()
    const before = tab.meeting.document.get()?.doc.clientID
    const tooLong = 'x'.repeat(limits.titleLength + 1)
    // As an editor would: a named edit of this length is refused before it is made.
    const title = tab.meeting.fragment(`items/${world.itemId}/title`)?.get(0)
    const words = title instanceof Y.XmlElement ? title.get(0) : null
    if (!(words instanceof Y.XmlText)) throw new Error('There is no title')
    words.insert(0, tooLong)
    await until(tab.meeting.asides, (asides) => asides.length === 1)
    const [aside] = tab.meeting.asides.get()
    expect(aside?.texts).toEqual([{ path: `items/${world.itemId}/title`, whole: `${tooLong}Opening`, added: tooLong }])
    await tab.live()
    expect(tab.meeting.document.get()?.doc.clientID).not.toBe(before)
    tab.write(`${first} Goes on.`)
    await stored(world, `${first} Goes on.`)
    // It is still there after a reload, until its author has let go of it.
    await tab.meeting.close()
    const again = await browser.tab(world, world.people.anna)
    expect(again.meeting.asides.get()).toHaveLength(1)
    await again.meeting.dropAside(aside?.key ?? 0)
    expect(again.meeting.asides.get()).toEqual([])
  })

  test('[CL25] words written under a right that has ended meanwhile are kept aside, and the record is read', async () => {
    const world = await liveWorld()
    const browser = new BrowserWorld()
    const once = await browser.tab(world, world.people.anna)
    await once.live()
    await once.meeting.close()
    const offline = await browser.tab(world, world.people.anna, { url: nowhere })
    offline.write(`${first} Too late.`)
    await until(offline.meeting.saved, ({ kind }) => kind === 'onDevice')
    await offline.meeting.close()
    world.setRole(world.people.anna, 'observer')
    const back = await browser.tab(world, world.people.anna)
    await until(back.meeting.asides, (asides) => asides.length === 1)
    expect(back.meeting.asides.get()[0]?.texts[0]?.added).toBe('Too late.')
    await back.shows(first)
    expect(outcomeOf(await world.storedDocument(), world)).toBe(first)
  })

  test('[CL26] after the server was restored from an earlier state the local copy is set apart, and the record is read anew', async () => {
    const world = await liveWorld()
    const browser = new BrowserWorld()
    const once = await browser.tab(world, world.people.anna)
    await once.live()
    once.write(`${first} Of another time.`)
    await stored(world, `${first} Of another time.`)
    await once.meeting.close()
    const restored = await liveWorld()
    const same = { ...restored, meetingId: restored.meetingId, people: restored.people }
    await browser.renameCopy(world, world.people.anna, same, same.people.anna)
    const tab = await browser.tab(same, same.people.anna)
    await until(tab.meeting.left, (left) => left.length === 1)
    await tab.live()
    await tab.shows(first)
  })

  test('[CL21] an observer sees the record and its changes, holds no document, and has the last view offline', async () => {
    const world = await liveWorld()
    const browser = new BrowserWorld()
    const observer = await browser.tab(world, world.people.observer)
    await observer.shows(first)
    expect(observer.meeting.document.get()).toBeNull()
    expect(observer.write('No.')).toBe(false)
    const anna = await RawClient.join(world, world.people.anna)
    must(await anna.type(' Seen.'))
    await observer.shows(`${first} Seen.`)
    await observer.meeting.close()
    const offline = await browser.tab(world, world.people.observer, { url: nowhere })
    expect(offline.outcome).toBe(`${first} Seen.`)
    expect(offline.meeting.document.get()).toBeNull()
  })

  test('[CL22] who loses the pen comes in again as a reader and keeps no document', async () => {
    const world = await liveWorld()
    const tab = await new BrowserWorld().tab(world, world.people.anna)
    await tab.live()
    world.setRole(world.people.anna, 'observer')
    world.rooms.closeConnections({ person: world.people.anna.person }, 'rightsChanged', 'Come in again.')
    await until(tab.meeting.standpoint, (standpoint) => standpoint?.mode === 'reader')
    expect(tab.meeting.document.get()).toBeNull()
    await tab.shows(first)
  })

  test('[CL23] the words of a tab that is gone are sent by a tab that lives', async () => {
    const world = await liveWorld()
    const browser = new BrowserWorld()
    const once = await browser.tab(world, world.people.anna)
    await once.live()
    await once.meeting.close()
    const lost = await browser.tab(world, world.people.anna, { url: nowhere })
    lost.write(`${first} Adopted.`)
    await until(lost.meeting.saved, ({ kind }) => kind === 'onDevice')
    const living = await browser.tab(world, world.people.anna)
    await living.live()
    expect(living.outcome).toBe(first)
    lost.kill()
    await living.shows(`${first} Adopted.`)
    await stored(world, `${first} Adopted.`)
  })

  test('[CL24] a browser that keeps nothing still writes over a line, and says so when the line is down', async () => {
    const world = await liveWorld()
    const tab = await new BrowserWorld().tab(world, world.people.anna, { keepsNothing: true })
    await tab.live()
    expect(tab.meeting.keepsWords).toBe(false)
    tab.write(`${first} Loose.`)
    await stored(world, `${first} Loose.`)
  })
})

/** Waits until the record has these words: another person is told only after the append. */
async function stored(world: World, words: string): Promise<void> {
  const boris = await RawClient.join(world, world.people.boris)
  await boris.until(() => boris.outcome === words)
  expect(outcomeOf(await world.storedDocument(), world)).toBe(words)
}

import { expect, test } from 'vitest'
import { Connection, type ConnectionParts } from '../../../client/sync/Connection.ts'
import type { ItemId } from '../../../shared/base/index.ts'
import { plainText } from '../../../shared/record/index.ts'
import { BrowserWorld, type Tab, until } from '../../client/sync/browserWorld.ts'
import { seeded } from '../../support/faults/seeded.ts'
import { liveWorld } from '../../support/live/liveWorld.ts'
import { type Habit, OfficeProxy } from '../../support/live/OfficeProxy.ts'
import { newId } from '../../support/storageSamples.ts'

const seed = Number(process.env.OFFICE_SEED ?? Math.floor(Math.random() * 2 ** 31))
const rounds = Number(process.env.OFFICE_ROUNDS ?? 6)

/** The page's own line, as a browser opens it: it finds a way by itself. */
function ownLine({ transports: _, ...parts }: ConnectionParts): Connection {
  return new Connection(parts)
}

for (const habit of ['refusesUpgrades', 'dropsUpgrades', 'holdsBack', 'cuts'] satisfies Habit[]) {
  test(`[WEB84] behind a proxy that has a bad habit people have the same rights as without it and lose nothing (${habit}, seed ${seed})`, async () => {
    const world = await liveWorld()
    const random = seeded(seed)
    const lifeBytes = () => 4_000 + Math.floor(random() * 20_000)
    const proxy = await OfficeProxy.before(world.url, { habit, lifeBytes })
    const { anna, boris, observer } = world.people
    const enter = (person: typeof anna, url: string) => new BrowserWorld().tab(world, person, { url, connect: ownLine })
    const [behind, direct, reader] = await Promise.all([
      enter(anna, proxy.url),
      enter(boris, world.url),
      enter(observer, proxy.url),
    ])
    const tabs = [behind, direct, reader]
    await Promise.all(tabs.map((tab) => tab.live()))
    expect(tabs.map(({ meeting }) => meeting.standpoint.get()?.mode)).toEqual(['pen', 'pen', 'reader'])
    const titles: string[] = []
    for (let round = 0; round < rounds; round += 1) {
      for (const [tab, who] of [
        [behind, 'Anna'],
        [direct, 'Boris'],
      ] as const) {
        const title = `${who} ${round}`
        titles.push(title)
        expect(add(tab, title)).toBe(true)
      }
      expect(add(reader, 'Never')).toBe(false)
      if (round % 3 === 2) await behind.saved()
    }
    await Promise.all([behind.saved(), direct.saved()])
    const wanted = [...titles].sort()
    for (const tab of tabs) {
      await until(tab.meeting.record, () => titlesOf(tab).length >= wanted.length + 1)
      expect(
        titlesOf(tab)
          .filter((title) => titles.includes(title))
          .sort(),
      ).toEqual(wanted)
    }
    expect(titlesOf(behind)).toEqual(titlesOf(direct))
    expect(titlesOf(reader)).toEqual(titlesOf(direct))
    expect(habit === 'cuts' ? proxy.cuts : proxy.refused).toBeGreaterThan(0)
    expect(world.faults).toEqual([])
  })
}

function add(tab: Tab, title: string): boolean {
  return tab.meeting.edit({ kind: 'item.add', id: newId<ItemId>(), parent: null, after: 'last', title }).ok
}

function titlesOf(tab: Tab): readonly string[] {
  return (tab.meeting.record.get()?.items ?? []).map(({ title }) => plainText(title))
}

import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createLog, systemClock } from '../../server/base/index.ts'
import { openStorage } from '../../server/storage/index.ts'
import { device, openBrowser } from '../support/browser.ts'
import { SmallDisk, whyNoSmallDisk } from '../support/faults/SmallDisk.ts'
import { type MeetingWorld, meetingWorld } from '../support/meetingWorld.ts'
import { enterBy, inMeeting, recorded, says, text, write } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const noDisk = whyNoSmallDisk()

test.skipIf(noDisk !== null)(
  `[DUR6] on a real disk that is full the page says so within two seconds, keeps the words, and saves them within five once there is room ${noDisk ?? ''}`,
  async () => {
    const disk = await SmallDisk.mount(24)
    onTestFinished(() => disk.close())
    const world = await meetingWorld({ place: disk })
    const one = await device(browser)
    const seat = await world.seat('rapporteur', 'ISU')
    const page = await enterBy(one, seat.url, 'Ines Suter')
    await write(page, 'Notes on item 1', 'Before.')
    await says(page, 'Saved')
    disk.fill()
    // Whatever room the last pages of the files still have is used up by this.
    const long = ` ${'words '.repeat(4_000)}End.`
    await text(page, 'Notes on item 1').click()
    await page.keyboard.press('End')
    await page.keyboard.insertText(long)
    const failedAt = await until(async () => (await ready(world)).status === 503)
    await page.getByText('The server cannot save at the moment.').waitFor()
    expect(Date.now() - failedAt).toBeLessThan(2_000)
    expect(await ready(world)).toEqual({ status: 503, body: { ready: false, reason: 'ENOSPC' } })
    const figures = await (await fetch(`${world.server.url}/metrics`)).text()
    expect(figures).toContain('rapporteur_saving 0')
    expect(figures).toContain('rapporteur_not_ready{reason="ENOSPC"} 1')
    await says(page, /On this device/)
    // The page is still one's own, and what was typed is still on it.
    await page.reload()
    await inMeeting(page)
    await text(page, 'Notes on item 1').getByText('End.').waitFor()
    await write(page, 'Notes on item 1', ' More.')
    await says(page, /On this device/)
    expect((await world.record()).raw).not.toContain('End.')

    disk.free()
    const freedAt = Date.now()
    await says(page, 'Saved')
    expect(Date.now() - freedAt).toBeLessThan(5_000)
    await page.getByText('The server cannot save at the moment.').waitFor({ state: 'hidden' })
    await recorded(world, (raw) => raw.includes('Before.') && raw.includes('End.') && raw.includes('More.'))
    expect(await ready(world)).toEqual({ status: 200, body: { ready: true, reason: null } })
    expect(await world.server.stop()).toBe(0)
    const storage = await openStorage({
      dataDir: `${disk.outside}/data`,
      clock: systemClock(),
      log: createLog({ level: 'silent' }),
    })
    // What LevelDB wrote in part when there was no room is told as left out; nothing else is wrong.
    expect((await storage.verify()).damaged.filter(({ what }) => what !== 'log')).toEqual([])
    await storage.close()
    await one.close()
  },
)

async function ready(world: MeetingWorld): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${world.server.url}/readyz`)
  return { status: answer.status, body: await answer.json() }
}

/** Asks until it holds; answers when that was. */
async function until(holds: () => Promise<boolean>): Promise<number> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20))
  return Date.now()
}

import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { device, openBrowser } from '../support/browser.ts'
import { KillableBrowser } from '../support/KillableBrowser.ts'
import { meetingWorld } from '../support/meetingWorld.ts'
import { enterBy, inMeeting, recorded, says, text, write } from '../support/visit.ts'

const rounds = Number(process.env.BROWSER_KILLS ?? 1)

test(
  '[DUR7] a browser that is killed while its person types offline has all but the last second when it is opened again',
  async () => {
    const world = await meetingWorld()
    const browser = await KillableBrowser.make()
    onTestFinished(() => browser.dispose())
    const seat = await world.seat('rapporteur', 'ISU')
    let page = await browser.open()
    await page.goto(seat.url)
    await page.getByLabel('Your name').fill('Ines Suter')
    await page.getByRole('button', { name: 'Enter the meeting' }).click()
    await inMeeting(page)
    // A browser writes its cookies now and then: whoever has just come in may have to come in again, which is another matter.
    await browser.close()
    page = await browser.open()
    const due: string[] = []
    for (let round = 0; round <= rounds; round += 1) {
      browser.network.mend()
      await page.goto(`${world.server.url}/m/${world.meetingId}`)
      await inMeeting(page)
      await says(page, 'Saved')
      await recorded(world, (raw) => due.every((word) => raw.includes(word)))
      if (round === rounds) break
      await text(page, 'Notes on item 1').click()
      await page.locator('.ProseMirror-focused').waitFor()
      // Behind all that is there: a click lands in the middle, and what is typed there cuts an earlier word in two.
      await page.keyboard.press('Control+End')
      browser.network.cut()
      await page.getByText('You are offline.').first().waitFor()
      const typed: { readonly word: string; readonly at: number }[] = []
      const until = Date.now() + 1_500 + Math.random() * 2_000
      for (let n = 0; Date.now() < until; n += 1) {
        const word = `w${round}x${n}z`
        await page.keyboard.type(`${word} `)
        typed.push({ word, at: Date.now() })
      }
      const killedAt = Date.now()
      await browser.kill()
      const old = typed.filter(({ at }) => at < killedAt - 1_000).map(({ word }) => word)
      expect(old.length).toBeGreaterThan(0)
      due.push(...old)
      page = await browser.open()
    }
  },
  60_000 + rounds * 30_000,
)

test('[DUR16] a device that is full, aborts or is cleared is never said to keep what it does not, and one’s text can be taken along', async () => {
  const world = await meetingWorld()
  const chromium = await openBrowser()
  onTestFinished(() => chromium.close())
  const one = await device(chromium)
  const seat = await world.seat('rapporteur', 'ISU')
  const page = await enterBy(one, seat.url, 'Ines Suter')
  await write(page, 'Notes on item 1', 'Saved first.')
  await says(page, 'Saved')
  one.network.cut()
  await page.getByText('You are offline.').first().waitFor()

  // From now on each transaction that adds something is aborted, as by a disk that is full.
  await page.evaluate(() => {
    const { add } = IDBObjectStore.prototype
    Object.assign(window, { goOn: () => Object.assign(IDBObjectStore.prototype, { add }) })
    IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...args: [unknown, IDBValidKey?]) {
      const request = add.apply(this, args)
      this.transaction.abort()
      return request
    }
  })
  const signs = await page.evaluateHandle(() => {
    const seen: string[] = []
    const sign = document.querySelector('[data-saved]')
    if (sign === null) throw new Error('There is no sign')
    new MutationObserver(() => seen.push(sign.getAttribute('data-saved') ?? '')).observe(sign, { attributes: true })
    return seen
  })
  await write(page, 'Notes on item 1', ' Kept nowhere.')
  await page.getByRole('alert').filter({ hasText: 'Your last words are not kept.' }).waitFor()
  expect(await signs.jsonValue()).not.toContain('onDevice')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('alert').getByRole('button', { name: 'Download my text' }).click(),
  ])
  expect(readFileSync(await download.path(), 'utf8')).toContain('Saved first. Kept nowhere.')

  // Once it can keep words again it does, by itself, and only then says so.
  await page.evaluate(() => (window as unknown as { goOn: () => void }).goOn())
  await says(page, /On this device/)

  // Its owner clears the page's data under it: what waits is written anew.
  const browser = await page.context().newCDPSession(page)
  await browser.send('Storage.clearDataForOrigin', { origin: world.server.url, storageTypes: 'indexeddb' })
  await expect.poll(() => page.evaluate(countUnsent), { timeout: 20_000 }).toBeGreaterThan(0)
  await says(page, /On this device/)
  one.network.mend()
  await says(page, 'Saved')
  await recorded(world, (raw) => raw.includes('Saved first. Kept nowhere.'))
  await one.close()
})

/** In the page: how many updates wait in the device's own store. */
function countUnsent(): Promise<number> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('rapporteur')
    // Looking must not make a database: the page has to make it itself.
    opening.onupgradeneeded = () => opening.transaction?.abort()
    opening.onerror = () => resolve(0)
    opening.onsuccess = () => {
      const database = opening.result
      if (!database.objectStoreNames.contains('unsent')) {
        database.close()
        resolve(0)
        return
      }
      const counting = database.transaction('unsent').objectStore('unsent').count()
      counting.onsuccess = () => {
        database.close()
        resolve(counting.result)
      }
    }
  })
}

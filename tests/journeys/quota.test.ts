import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { device, openBrowser } from '../support/browser.ts'
import { meetingWorld } from '../support/meetingWorld.ts'
import { enterBy, recorded, says, text, write } from '../support/visit.ts'

test('[WEB85] on a device whose room is used up words reach the server while there is one, are never said to be kept without it, and are kept again once there is room', async () => {
  const world = await meetingWorld()
  const chromium = await openBrowser()
  onTestFinished(() => chromium.close())
  const one = await device(chromium)
  const seat = await world.seat('rapporteur', 'ISU')
  const browser = await one.page.context().newCDPSession(one.page)
  const { origin } = new URL(world.server.url)
  // Before anything is kept: what the browser has once allotted it gives out for another half minute.
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  const page = await enterBy(one, seat.url, 'Ines Suter')
  expect(await fails(page)).toBe('QuotaExceededError')

  // With the server there, nothing is lost by it.
  await write(page, 'Notes on item 1', ' Full, but there is a line.')
  await recorded(world, (raw) => raw.includes('Full, but there is a line.'))
  await says(page, 'Saved')

  one.network.cut()
  await page.getByText('You are offline.').first().waitFor()
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
  expect(readFileSync(await download.path(), 'utf8')).toContain('there is a line. Kept nowhere.')

  await browser.send('Storage.overrideQuotaForOrigin', { origin })
  await write(page, 'Notes on item 1', ' Room again.')
  await says(page, /On this device/)
  one.network.mend()
  await says(page, 'Saved')
  await recorded(world, (raw) => raw.includes('there is a line. Kept nowhere. Room again.'))
  await text(page, 'Notes on item 1').getByText('Room again.').waitFor()
  await one.close()
})

/** In the page: what a megabyte in a database of its own ends with. */
function fails(page: Awaited<ReturnType<typeof enterBy>>): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('trial')
        opening.onupgradeneeded = () => opening.result.createObjectStore('bytes')
        opening.onerror = () => resolve(opening.error?.name ?? '')
        opening.onsuccess = () => {
          const write = opening.result.transaction('bytes', 'readwrite')
          write.objectStore('bytes').put(crypto.getRandomValues(new Uint8Array(65_536)), 'a')
          write.onabort = () => resolve(write.error?.name ?? '')
          write.oncomplete = () => resolve('written')
        }
      }),
  )
}

import { join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { device, openBrowser } from '../support/browser.ts'
import { findings } from '../support/findings.ts'
import { meetingWorld } from '../support/meetingWorld.ts'
import { signIn } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const text = (name: string) => join(process.cwd(), 'tests/support/bringin/texts', name)

test('[BRI25] old minutes are judged without the mouse, one key each, and become a draft whose page leads to the file', async () => {
  const world = await meetingWorld({})
  const desk = await device(browser)
  onTestFinished(() => desk.close())
  const { page } = desk
  await signIn(page, world)
  await page.goto(`${world.server.url}/g/${world.groupId}/meetings`)
  await page.getByRole('link', { name: 'Bring in old minutes' }).click()
  await page.getByRole('heading', { name: 'Bring in old minutes' }).waitFor()

  // A file that is none is told for what it is; the next one is read.
  const field = page.locator('input[type=file]')
  await field.setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
  await page.getByText('A PDF has no lines to read').waitFor()
  await field.setInputFiles(text('10-minutes.md'))
  await page.getByRole('heading', { name: 'What was found' }).waitFor()
  await page.locator('input[type=file]').setInputFiles(text('10-agenda.md'))
  await page.getByText('Two dates for the meeting').waitFor()
  const contradictions = page.getByRole('region', { name: 'Contradictions in the text' })
  expect(await contradictions.getByRole('listitem').count()).toBe(6)
  expect(await contradictions.evaluate((box) => box.compareDocumentPosition(document.querySelector('article') ?? box) & 4)).toBe(
    4,
  )

  // J, Y, N: the first find is taken, the second refused; E changes the third.
  await page.keyboard.press('j')
  await page.keyboard.press('y')
  await page.keyboard.press('n')
  await page.getByText('1 taken · 1 refused').waitFor()
  await page.keyboard.press('e')
  await page.getByRole('dialog').getByRole('textbox').first().fill('fr')
  await page.getByRole('button', { name: 'Take it so' }).click()
  await page.getByText('2 taken · 1 refused').waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('m')
  await page.getByText('3 undecided').waitFor()
  expect(await findings(page, 'finds')).toEqual([])
})

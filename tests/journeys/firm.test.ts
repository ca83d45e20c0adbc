import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { makeId } from '../../shared/base/index.ts'
import type { SessionState } from '../../shared/session/index.ts'
import { type Device, device, openBrowser } from '../support/browser.ts'
import { meetingWorld } from '../support/meetingWorld.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { enterAsCoordinator, enterBy, recorded, says, write } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const dayMs = 24 * 60 * 60 * 1000

async function person(): Promise<Device> {
  const one = await device(browser)
  onTestFinished(() => one.close())
  return one
}

test('[J14] a record is circulated, corrected by delegations, adopted by silence while a device is offline, and mended by a corrigendum', async () => {
  const clockFile = resolve(temporaryFolder(), 'ahead')
  const world = await meetingWorld({
    items: ['Likely candidates', 'Partners'],
    outcomes: ['that some states are likely candidates', 'to report back to the next meeting'],
    env: { NODE_OPTIONS: `--import=${resolve('tests/support/laterClock.mjs')}`, CLOCK_AHEAD_FILE: clockFile },
  })
  const session = async () => (await world.api('GET', `/meetings/${world.meetingId}/session`)).session as SessionState
  const becomes = <T>(read: (state: SessionState) => T, value: T) =>
    expect.poll(async () => read(await session()), { timeout: 30_000 }).toEqual(value)
  await world.api('POST', `/meetings/${world.meetingId}/commands`, { kind: 'meeting.close', id: makeId(randomBytes(16)) })
  const [desk, pool, first, second] = await Promise.all([person(), person(), person(), person()])
  const seats = await Promise.all([
    world.seat('rapporteur', 'ISU'),
    world.seat('participant', 'THA'),
    world.seat('participant', 'CAN'),
  ])
  const coordinator = await enterAsCoordinator(desk, world)
  const rapporteur = await enterBy(pool, seats[0].url, 'Ines Suter')
  const thailand = await enterBy(first, seats[1].url, 'Somchai Jaidee')
  const canada = await enterBy(second, seats[2].url, 'Clara Canada')
  const record = `${world.server.url}/m/${world.meetingId}/record`

  // Circulated for a day; silence adopts.
  await coordinator.goto(record)
  await circulate(coordinator)
  await becomes((state) => [state.phase, state.circulation?.revision], ['circulated', 1])

  // Two delegations: one corrects the words, one objects.
  await thailand.goto(record)
  await correct(thailand, 'agreed that increasing numbers of states are likely candidates', 'The figure has grown.')
  await canada.goto(record)
  await object(canada, 'The second paragraph goes too far.')
  await becomes((state) => state.comments, { total: 2, unanswered: 2, objections: 1 })

  // The rapporteur takes the correction in: the record is a draft again, and the words are written into the paragraph.
  await rapporteur.goto(record)
  await rapporteur.getByRole('tab', { name: /Comments/ }).click()
  await answer(rapporteur, 'The figure has grown.', 'Taken in', 'Agreed with the secretariat.')
  await becomes((state) => state.phase, 'draft')
  await rapporteur.getByText(/^All \d+$/).click()
  await rapporteur.getByRole('button', { name: 'Write these words into the paragraph' }).click()
  await recorded(world, (raw) => raw.includes('that increasing numbers of states are likely candidates'))
  await canada.getByRole('tab', { name: /Comments/ }).click()
  await canada.getByRole('button', { name: 'Withdraw', exact: true }).click()
  await canada.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click()
  await becomes((state) => state.comments.objections, 0)

  // The rapporteur's laptop loses its line in the draft and writes on; meanwhile the second revision goes out.
  const live = `${world.server.url}/m/${world.meetingId}`
  await rapporteur.goto(live)
  await says(rapporteur, 'Saved')
  pool.network.cut()
  await rapporteur.getByText('You are offline.').first().waitFor()
  await write(rapporteur, 'Notes on item 1', 'Words of a laptop that was away.')
  await says(rapporteur, /On this device/)
  await coordinator.goto(record)
  await circulate(coordinator)
  await becomes((state) => [state.phase, state.circulation?.revision], ['circulated', 2])
  const circulated = (await session()).circulation?.fingerprint

  // Nobody objects. The server is down when the deadline passes, and adopts as soon as it is up.
  await world.server.kill()
  // The form rounds up to a full hour.
  writeFileSync(clockFile, String(dayMs + 2 * 60 * 60 * 1000))
  await world.server.start()
  await becomes((state) => [state.phase, state.adoption?.how], ['adopted', 'silence'])
  const adopted = await session()
  expect(adopted.adoption?.fingerprint).toBe(circulated)
  expect(adopted.versions.map((version) => version.kind)).toEqual(['room', 'circulated', 'circulated', 'adopted'])
  await coordinator.goto(record)
  await coordinator.getByText('Matches the text on this page').waitFor()

  // The laptop comes back: nothing is merged, nothing is dropped, and the words can be sent as a correction.
  pool.network.mend()
  await rapporteur
    .getByText(/kept aside/)
    .first()
    .waitFor()
  expect((await world.record()).raw).not.toContain('laptop that was away')
  await rapporteur.getByRole('button', { name: 'Look at them' }).first().click()
  await rapporteur.getByRole('dialog').getByText('Words of a laptop that was away.').first().waitFor()
  await rapporteur
    .getByRole('button', { name: /Send as a correction/ })
    .first()
    .waitFor()

  // A corrigendum: old and new words, a version of its own, and the difference word by word.
  await coordinator.getByRole('button', { name: /Mend or add/ }).click()
  await coordinator.getByRole('menuitem', { name: /Corrigendum/ }).click()
  const mending = coordinator.getByRole('dialog')
  await mending.getByRole('combobox', { name: /Mend a paragraph/ }).fill('report back')
  await coordinator.getByRole('option', { name: /report back/ }).click()
  await mending.getByRole('textbox', { name: /New words/ }).fill('agreed to report back to the next Meeting')
  await mending.getByRole('textbox', { name: /Reason/ }).fill('A capital letter.')
  await mending.getByRole('button', { name: 'Make the corrigendum' }).click()
  await becomes((state) => state.versions.at(-1)?.kind, 'corrigendum')
  const mended = await session()
  expect([mended.phase, mended.adoption?.fingerprint]).toEqual(['adopted', circulated])
  expect(mended.versions.at(-1)?.fingerprint).not.toBe(circulated)
  await coordinator.getByRole('tab', { name: /Changes since/ }).click()
  await coordinator.locator('ins').filter({ hasText: 'Meeting' }).first().waitFor()
  await coordinator.locator('del').filter({ hasText: 'meeting' }).first().waitFor()
  const compared = await world.api('GET', `/meetings/${world.meetingId}/versions/2/compare/3`)
  expect(JSON.stringify(compared)).toContain('increasing numbers of')

  // Anybody can check a copy with the command that the README gives.
  const copy = await world.api('GET', `/meetings/${world.meetingId}/exports/record.json`)
  expect(copy.fingerprint).toBe(mended.versions.at(-1)?.fingerprint)
  expect(check(JSON.stringify(copy))).toBe('true')
  expect(check(JSON.stringify(copy).replaceAll('the next Meeting', 'the last Meeting'))).toBe('false')
  for (const { complaints } of [desk, first, second]) expect(complaints).toEqual([])
})

/** Runs the command of the README, letter by letter. */
function check(copy: string): string {
  const command = /^node -e .*$/m.exec(readFileSync('README.md', 'utf8'))?.[0]
  if (command === undefined) throw new Error('The README has no such command')
  const file = resolve(temporaryFolder(), 'record.json')
  writeFileSync(file, copy)
  return execFileSync('sh', ['-c', command.replace('< record.json', `< '${file}'`)], { encoding: 'utf8' }).trim()
}

async function circulate(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Circulate…' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /24 hours/ }).click()
  await dialog.getByRole('button', { name: 'Circulate the record' }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function correct(page: Page, words: string, why: string): Promise<void> {
  await page.getByRole('button', { name: /Paragraph 1: comment or correct/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Correction', { exact: true }).click()
  await dialog.getByRole('textbox', { name: /The words as they should be/ }).fill(words)
  await dialog.getByRole('textbox', { name: 'Why' }).fill(why)
  await dialog.getByRole('button', { name: 'Send the correction' }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function object(page: Page, why: string): Promise<void> {
  await page.getByRole('button', { name: /Paragraph 2: comment or correct/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Objection', { exact: true }).click()
  await dialog.getByRole('textbox', { name: /What you object to/ }).fill(why)
  await dialog.getByRole('button', { name: 'Send the objection' }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function answer(page: Page, to: string, what: string, why: string): Promise<void> {
  await page.getByRole('listitem').filter({ hasText: to }).getByRole('button', { name: 'Answer…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(what, { exact: true }).click()
  await dialog.getByRole('textbox', { name: 'A word why' }).fill(why)
  await dialog.getByRole('button', { name: 'Send the answer' }).click()
  await dialog.waitFor({ state: 'detached' })
}

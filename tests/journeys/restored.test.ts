import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { device, openBrowser } from '../support/browser.ts'
import { findings } from '../support/findings.ts'
import { type MeetingWorld, meetingWorld } from '../support/meetingWorld.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { enterAsCoordinator, enterBy, says, signIn, text, wordsOf, write } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** The command line, as somebody at the server's own machine has it. */
function rapporteur(world: MeetingWorld, ...words: string[]): string {
  const env = { ...process.env, DATA_DIR: world.server.dataDir, LOG_LEVEL: 'error' }
  return execFileSync(process.execPath, ['dist/server/cli.js', ...words], { env, encoding: 'utf8' })
}

/** The record as the server has it, asked with a token from after the restore. */
async function recordOf(world: MeetingWorld, token: string): Promise<string> {
  const answer = await fetch(`${world.server.url}/api/meetings/${world.meetingId}/record`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return answer.text()
}

const compare = (page: Page) => page.getByRole('dialog', { name: 'Copies from before the restore' })

test('[QUA20] after a restore every device hands over what it held, nothing of it is merged or lost, and the coordinator takes in or declines', async () => {
  const world = await meetingWorld()
  const notes = 'Notes on item 1'
  const devices = await Promise.all([device(browser), device(browser), device(browser)])
  const [desk, phone, laptop] = devices
  const coordinator = await enterAsCoordinator(desk, world)
  const [tha, can] = await Promise.all([world.seat('participant', 'THA'), world.seat('participant', 'CAN')])
  const anna = await enterBy(phone, tha.url, 'Anna Suksai')
  const boris = await enterBy(laptop, can.url, 'Boris Martin')
  await write(coordinator, notes, 'Written before the backup.')
  await says(coordinator, 'Saved')
  const file = join(temporaryFolder(), 'backup')
  rapporteur(world, 'backup', file)

  // The lost hour: several people write, and everybody has the words of all.
  await text(anna, notes).getByText('Written before the backup.').waitFor()
  await text(anna, notes).click()
  await anna.locator('.ProseMirror-focused').waitFor()
  await anna.keyboard.press('Control+End')
  await anna.keyboard.press('Enter')
  await anna.keyboard.type('Thailand offers to host the workshop.')
  await says(anna, 'Saved')
  await text(boris, notes).getByText('Thailand offers to host the workshop.').waitFor()
  await write(boris, 'Text of outcome 1.1', ' and to report twice a year')
  await says(boris, 'Saved')
  await expect.poll(() => wordsOf(coordinator, 'Text of outcome 1.1')).toContain('and to report twice a year')
  // One of them is offline, with words that no server ever had.
  laptop.network.cut()
  await boris.getByText('You are offline.').first().waitFor()
  await text(boris, notes).click()
  await boris.keyboard.press('Control+End')
  await boris.keyboard.press('Enter')
  await boris.keyboard.type('Canada will pay for the travel.')
  await says(boris, /On this device/)

  await world.server.stop()
  rapporteur(world, 'restore', file, '--replace')
  await world.server.start()
  const { token } = JSON.parse(rapporteur(world, 'token', 'create', '--email', world.email)) as { token: string }
  expect(await recordOf(world, token)).not.toContain('workshop')

  // All ways in have ended; the coordinator signs in, the others get new links.
  const seat = async (code: string) => {
    const as = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const delegations = await fetch(`${world.server.url}/api/groups/${world.groupId}/delegations`, { headers: as })
    const found = ((await delegations.json()) as { items: { code: string; delegationId: string }[] }).items.find(
      (one) => one.code === code,
    )
    const body = JSON.stringify({
      role: 'participant',
      meetingId: world.meetingId,
      maxClaims: null,
      delegationId: found?.delegationId,
    })
    const made = await fetch(`${world.server.url}/api/groups/${world.groupId}/seats`, { method: 'POST', headers: as, body })
    return ((await made.json()) as { url: string }).url
  }
  await signIn(coordinator, world)
  await coordinator.goto(`${world.server.url}/m/${world.meetingId}`)
  await coordinator.getByText('The copy from before is handed over.').waitFor()
  laptop.network.mend()
  await enterBy(phone, await seat('THA'), 'Anna Suksai')
  await anna.getByText('The copy from before is handed over.').waitFor()
  await enterBy(laptop, await seat('CAN'), 'Boris Martin')
  await boris.getByText('The copy from before is handed over.').waitFor()
  // The restored record is what everybody sees, under the eyes of whom nothing was written over.
  await expect.poll(() => wordsOf(boris, notes)).toBe('Written before the backup.')
  expect(await recordOf(world, token)).not.toContain('workshop')

  await coordinator.getByText('3 copies from before the restore were handed over.').waitFor()
  await coordinator.getByRole('button', { name: 'Compare' }).click()
  const dialog = compare(coordinator)
  await dialog.getByText('Thailand offers to host the workshop.').waitFor()
  expect(await findings(coordinator, 'copies from before a restore')).toEqual([])
  const part = (words: string) => dialog.getByRole('listitem').filter({ hasText: words })
  await part('Thailand offers to host').getByRole('button', { name: 'Take in' }).click()
  await part('report twice a year').getByRole('button', { name: 'Take in' }).click()
  await expect.poll(() => recordOf(world, token)).toContain('Thailand offers to host the workshop.')
  await expect.poll(() => recordOf(world, token)).toContain('and to report twice a year')
  await part('Canada will pay').getByRole('button', { name: 'Decline' }).click()
  await dialog.getByText('Nothing waits for a decision.').waitFor()
  // What was declined stands in its copy, for as long as nobody lets go of it.
  await dialog.getByText('Also show what is decided, and what the copies lack').click()
  await part('Canada will pay').getByText('Declined; it stays in its copy').waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()
  // Everybody has what was taken in, and goes on writing.
  await expect.poll(() => wordsOf(boris, notes)).toContain('Thailand offers to host the workshop.')
  await write(anna, notes, ' Goes on.')
  await says(anna, 'Saved')
  await expect.poll(() => recordOf(world, token)).toContain('Goes on.')
  expect(devices.flatMap(({ complaints }) => complaints)).toEqual([])
  await Promise.all(devices.map((one) => one.close()))
})

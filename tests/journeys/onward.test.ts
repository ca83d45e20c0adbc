import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { type ActionId, type CommandId, makeId, type OutcomeId } from '../../shared/base/index.ts'
import { applyEdit, type RecordEdit } from '../../shared/record/index.ts'
import type { CommandDraft } from '../../shared/session/index.ts'
import { type Device, device, openBrowser, type sizes } from '../support/browser.ts'
import { findings } from '../support/findings.ts'
import { type MeetingWorld, meetingWorld, stockClient } from '../support/meetingWorld.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { inMeeting, signIn } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Set by whoever wants to look at the screens. */
const shots = process.env.ONWARD_SHOTS
async function shot(page: Page, name: string) {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}

async function person(size: keyof typeof sizes = 'desk', locale = 'en-GB'): Promise<Device> {
  const one = await device(browser, size, locale)
  onTestFinished(() => one.close())
  await one.page.emulateMedia({ reducedMotion: 'reduce' })
  return one
}

const newId = <Id extends string>(): Id => makeId<Id>(randomBytes(16))

/** Writes into a meeting through the door for stock clients, and waits until a second reader has it. */
async function writeIn(world: MeetingWorld, meeting: string, ...edits: readonly RecordEdit[]): Promise<void> {
  const doc = new Y.Doc()
  const provider = stockClient(world.server.url, meeting, world.token, doc)
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  for (const edit of edits) {
    const done = applyEdit(doc, edit, 'seed')
    if (!done.ok) throw new Error(done.refusal.message)
  }
  const ids = edits.flatMap((edit) => ('id' in edit ? [edit.id] : []))
  const raw = async () => JSON.stringify(await world.api('GET', `/meetings/${meeting}/record`))
  await expect.poll(async () => (await raw()).includes(ids.at(-1) ?? ''), { timeout: 20_000 }).toBe(true)
  provider.destroy()
}

async function run(world: MeetingWorld, meeting: string, draft: CommandDraft): Promise<void> {
  await world.api('POST', `/meetings/${meeting}/commands`, { ...draft, id: newId<CommandId>() })
}

/** Closes, circulates and adopts; gives the fingerprint. */
async function adopt(world: MeetingWorld, meeting: string): Promise<string> {
  await run(world, meeting, { kind: 'meeting.close' })
  const deadline = new Date(Date.now() + 86_400_000).toISOString()
  await run(world, meeting, { kind: 'record.circulate', deadline, timeZone: 'UTC', mode: 'decision' })
  const seen = await fingerprint(world, meeting)
  await run(world, meeting, { kind: 'record.adopt', seen })
  return seen
}

async function fingerprint(world: MeetingWorld, meeting: string): Promise<string> {
  return String((await world.api('GET', `/meetings/${meeting}/record`)).fingerprint)
}

/** Plans a meeting on the screen; gives its id. */
async function plan(page: Page, world: MeetingWorld, title: string, name: string): Promise<string> {
  await page.goto(`${world.server.url}/g/${world.groupId}/meetings/new`)
  await page.getByRole('group', { name: /Open actions to review/ }).waitFor()
  await page.getByLabel('Title').fill(title)
  await shot(page, name)
  expect(await findings(page, name)).toEqual([])
  await page.getByRole('button', { name: 'Create the meeting' }).click()
  await inMeeting(page)
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

/** A first meeting with an outcome, an action for Thailand and an item that was put off; adopted. */
async function begun(env: Readonly<Record<string, string>> = {}) {
  const world = await meetingWorld({ outcomes: ['to build on the work already started'], env })
  const [action, third] = [newId<ActionId>(), world.items[2]]
  const first = world.items[0]
  if (first === undefined || third === undefined) throw new Error('The world has three items')
  const lead = { words: 'Thailand' }
  await writeIn(world, world.meetingId, {
    kind: 'action.add',
    id: action,
    item: first,
    after: 'last',
    task: 'Write to the signatories before the summer',
    values: { lead, due: { event: 'the Review Conference' } },
  })
  await run(world, world.meetingId, { kind: 'item.open', item: first, from: null })
  await run(world, world.meetingId, { kind: 'item.putOff', item: third })
  const old = await adopt(world, world.meetingId)
  return { world, action, old }
}

test('[ONW20] over three meetings an item put off and an action taken on are carried, reviewed and done, an outcome is superseded, and the old records keep their fingerprints', async () => {
  const { world, action, old } = await begun()
  const { page, complaints } = await person()
  await signIn(page, world)
  const second = await plan(page, world, 'Second meeting', 'plan-second')

  // The agenda: a review of actions, then what was put off, which says where it is from.
  await page.getByRole('heading', { name: 'Actions of earlier meetings', level: 3 }).waitFor()
  const row = page.getByRole('listitem').filter({ hasText: 'Write to the signatories before the summer' })
  await row.getByText('by the Review Conference').waitFor()
  await row.getByText('not reviewed').waitFor()
  await run(world, second, { kind: 'meeting.open' })
  await row.getByRole('button', { name: /Progress of action A1/ }).click()
  await page.getByRole('menuitemradio', { name: 'in progress' }).click()
  await row.getByText('in progress').waitFor()
  await row.getByRole('button', { name: /Add a note/ }).click()
  await row.getByLabel('What was reported').fill('The letters are out.')
  await row.getByRole('button', { name: 'Save the note' }).click()
  await row.getByText('The letters are out.').waitFor()
  await shot(page, 'review')
  expect(await findings(page, 'review')).toEqual([])
  await page.getByText('Other matters').first().click()
  await page.getByRole('link', { name: /Carried over from/ }).click()
  await page.waitForURL(/\/record#/)
  await page.goBack()

  // A new outcome stands in the place of the old one, later; both records stay.
  const successor = newId<OutcomeId>()
  const items = (await world.api('GET', `/meetings/${second}/record`)).items as { id: string; title: unknown }[] // the route's schema
  const item = items.find((one) => JSON.stringify(one.title).includes('Other matters'))
  await writeIn(world, second, {
    kind: 'outcome.add',
    id: successor,
    item: item?.id as never, // an item of that record
    after: 'last',
    text: 'to carry the work on from the capitals',
    values: { kind: 'decided' },
  })
  const seen = await adopt(world, second)
  const outcome = world.outcomes[0]
  await world.api('POST', `/groups/${world.groupId}/commands`, {
    kind: 'outcome.supersede',
    id: newId<CommandId>(),
    outcome,
    meeting: world.meetingId,
    by: { outcome: successor, meeting: second },
    note: null,
  })

  // The record of the second meeting says what was reported, as a paragraph with a number.
  await page.goto(`${world.server.url}/m/${second}/record`)
  const paragraph = page.locator('#p1')
  await paragraph.getByText('The letters are out.').waitFor()
  await paragraph.getByRole('link', { name: /Action A1 of/ }).waitFor()
  await shot(page, 'record')
  expect(await findings(page, 'record')).toEqual([])

  // The third meeting finds it done; after that nothing is left to review.
  const third = await plan(page, world, 'Third meeting', 'plan-third')
  await run(world, third, { kind: 'meeting.open' })
  const again = page.getByRole('listitem').filter({ hasText: 'Write to the signatories before the summer' })
  await again.getByText('before: in progress').waitFor()
  await again.getByRole('button', { name: /Progress of action A1/ }).click()
  await page.getByRole('menuitemradio', { name: 'done' }).click()
  await again.getByText('done', { exact: true }).waitFor()
  await expect.poll(async () => (await world.api('GET', `/groups/${world.groupId}/open`)).actions).toEqual([])

  // The register, the thread and the search tell the same story; no old record has changed.
  const actions = JSON.stringify(await world.api('GET', `/groups/${world.groupId}/actions`))
  expect(actions).toContain('"status":"done"')
  const thread = await world.api('GET', `/groups/${world.groupId}/threads/action/${action}`)
  const steps = (thread.steps as { kind: string; status: string | null; words: string | null }[]).map((step) => [
    step.kind,
    step.status,
  ]) // as above
  expect(steps).toEqual(
    expect.arrayContaining([
      ['reviewed', 'inProgress'],
      ['reviewed', 'done'],
    ]),
  )
  const outcomes = JSON.stringify(await world.api('GET', `/groups/${world.groupId}/threads/outcome/${outcome}`))
  expect(outcomes).toContain(successor)
  await expect
    .poll(async () => JSON.stringify(await world.api('GET', '/search?q=%22carry%20the%20work%20on%22')), { timeout: 20_000 })
    .toContain(successor)
  expect(await fingerprint(world, world.meetingId)).toBe(old)
  expect(await fingerprint(world, second)).toBe(seen)
  expect(complaints).toEqual([])
})

test('[ONW21] a delegation proposes, the office plans a meeting with it or says why not, and keeps an agenda as a template, by keyboard alone where it is a list', async () => {
  const { world } = await begun()
  const { page, complaints } = await person()
  await signIn(page, world)
  await page.goto(`${world.server.url}/g/${world.groupId}/backlog`)
  await page.getByText('Nothing waits').waitFor()
  await shot(page, 'backlog-empty')
  for (const title of ['Victim assistance', 'Stockpiles']) {
    await page.getByRole('button', { name: 'Propose an item' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Propose', exact: true }).click()
    await dialog.getByText('Write a title.').waitFor()
    await dialog.getByLabel('Title').fill(title)
    await dialog.getByLabel('Why it should be discussed').fill(`${title} was asked for in the margins.`)
    if (title === 'Stockpiles') {
      await shot(page, 'propose')
      expect(await findings(page, 'propose')).toEqual([])
    }
    await dialog.getByRole('button', { name: 'Propose', exact: true }).click()
    await page.getByRole('heading', { name: title }).waitFor()
  }
  await page.getByRole('button', { name: 'More about “Stockpiles”' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Move up' }).press('Enter')
  await expect.poll(() => page.getByRole('heading', { level: 3 }).first().textContent()).toBe('Stockpiles')
  await page.getByRole('button', { name: 'More about “Stockpiles”' }).click()
  await page.getByRole('menuitem', { name: 'Decline' }).click()
  await page.getByLabel('Why not; the delegation reads it').fill('It is on the agenda of the Standing Committee.')
  await page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click()
  await page.getByText(/declined .*It is on the agenda of the Standing Committee\./).waitFor()

  await page.getByRole('button', { name: 'Keep an agenda as a template' }).click()
  await page.getByRole('button', { name: /The agenda of/ }).click()
  await page.getByRole('option', { name: /Meeting in Geneva/ }).click()
  await page.getByLabel('Name of the template').fill('As always')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByRole('heading', { name: 'As always' }).waitFor()
  await shot(page, 'backlog')
  expect(await findings(page, 'backlog')).toEqual([])

  await page.getByRole('button', { name: 'More about “Victim assistance”' }).click()
  await page.getByRole('menuitem', { name: 'Plan a meeting with it' }).click()
  await page.getByRole('checkbox', { name: /Victim assistance/ }).waitFor()
  expect(await page.getByRole('checkbox', { name: /Victim assistance/ }).isChecked()).toBe(true)
  await page.getByLabel('Title').fill('Next meeting')
  await page.getByRole('button', { name: /^Template|No template/ }).click()
  await page.getByRole('option', { name: 'As always' }).click()
  await page.getByText(/The agenda begins with a review of actions \(1\), items carried over \(/).waitFor()
  await page.getByRole('button', { name: 'Create the meeting' }).click()
  await inMeeting(page)
  await page.getByText('Victim assistance').first().waitFor()
  await page.goto(`${world.server.url}/g/${world.groupId}/backlog`)
  await page.getByText(/taken up/).waitFor()
  expect(complaints).toEqual([])
})

test('[ONW22] handover, backlog, the new meeting and what changed read well on every size, in the dark and in Arabic', async () => {
  const { world } = await begun()
  const group = `${world.server.url}/g/${world.groupId}`
  await world.api('POST', `/groups/${world.groupId}/visits`)
  await world.api('POST', `/groups/${world.groupId}/commands`, {
    kind: 'backlog.propose',
    id: newId<CommandId>(),
    title: 'Victim assistance',
    purpose: 'discuss',
    minutes: 20,
    why: 'It was asked for in the margins of the meeting.',
  })
  for (const [size, language] of [
    ['desk', 'en'],
    ['tablet', 'ar'],
    ['phone', 'en'],
    ['phone', 'ar'],
  ] as const) {
    const { page, complaints } = await person(size)
    await signIn(page, world)
    await page.evaluate((chosen) => localStorage.setItem('rapporteur.language', chosen), language)
    for (const place of ['handover', 'backlog', 'meetings/new', '']) {
      await page.goto(`${group}/${place}`)
      await page
        .getByText(place === '' ? 'Meeting in Geneva' : 'Victim assistance')
        .first()
        .waitFor()
      const name = `${place.replace('/', '-') || 'home'}-${size}-${language}`
      // Both themes, and nothing wider than its window.
      expect(await findings(page, name)).toEqual([])
      await shot(page, `${name}-dark`)
      await page.evaluate(() => {
        document.documentElement.dataset.theme = 'light'
      })
      await shot(page, name)
    }
    expect(complaints).toEqual([])
  }
})

test('[ONW23] the home of a group shows what changed since one was last here, also after a reload, and leads to each', async () => {
  const clockFile = resolve(temporaryFolder(), 'ahead')
  const { world } = await begun({
    NODE_OPTIONS: `--import=${resolve('tests/support/laterClock.mjs')}`,
    CLOCK_AHEAD_FILE: clockFile,
  })
  const { page, complaints } = await person()
  const home = `${world.server.url}/g/${world.groupId}`
  await signIn(page, world)
  const noted = page.waitForResponse((answer) => answer.url().endsWith('/visits'))
  await page.goto(home)
  await noted
  expect(await page.getByRole('heading', { name: 'Since you were last here' }).count()).toBe(0)
  // A day later: something was proposed meanwhile.
  await world.server.stop()
  await writeFile(clockFile, String(86_400_000))
  await world.server.start()
  const proposal = { title: 'Victim assistance', purpose: null, minutes: null, why: 'It was asked for.' }
  await world.api('POST', `/groups/${world.groupId}/commands`, { kind: 'backlog.propose', id: newId<CommandId>(), ...proposal })
  for (let again = 0; again < 2; again += 1) {
    await page.goto(home)
    const section = page.getByRole('region', { name: 'Since you were last here' })
    await section.getByText('Proposed for a later meeting').waitFor()
    expect(await section.getByRole('listitem').count()).toBe(1)
  }
  await shot(page, 'changes')
  expect(await findings(page, 'changes')).toEqual([])
  await page.getByRole('link', { name: /Proposed for a later meeting/ }).click()
  await page.waitForURL(/\/backlog$/)
  expect(complaints).toEqual([])
})

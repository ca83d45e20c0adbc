import { randomBytes } from 'node:crypto'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { makeId } from '../../shared/base/index.ts'
import type { MeetingRecord } from '../../shared/record/index.ts'
import type { SessionState } from '../../shared/session/index.ts'
import { type Device, device, openBrowser, type sizes } from '../support/browser.ts'
import { meetingWorld } from '../support/meetingWorld.ts'
import { enterAsCoordinator, enterBy, recorded, text, write } from '../support/visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** The agenda of the 2002 meeting. */
const agenda = [
  'States steadfast in their opposition',
  'Likely candidates',
  'Target for the Review Conference',
  'Multilateral and regional fora',
  'Partnership and advocacy assets',
  'Military-to-military dialogue',
]
const confirmed = 'the importance of giving due regard to those states which remain steadfast in their opposition'
const secret = 'Soundings taken in confidence'

async function person(size: keyof typeof sizes = 'desk'): Promise<Device> {
  const one = await device(browser, size)
  onTestFinished(() => one.close())
  return one
}

test('[J13] five screens go through a whole short meeting, from planned to draft, with a restart in the middle and one of them polling', async () => {
  const world = await meetingWorld({ open: false, items: agenda, outcomes: [] })
  const session = async () => (await world.api('GET', `/meetings/${world.meetingId}/session`)).session as SessionState
  const becomes = <T>(read: (state: SessionState) => T, value: T) =>
    expect.poll(async () => read(await session()), { timeout: 30_000 }).toEqual(value)
  const [one, two, three, , , six] = world.items
  if (one === undefined || two === undefined || three === undefined) throw new Error('Six items')
  const [desk, pool, phone, gallery, wall] = await Promise.all([person(), person(), person('phone'), person(), person()])
  pool.network.refuseWebSockets()
  const seats = {
    rapporteur: await world.seat('rapporteur', 'ISU'),
    delegate: await world.seat('participant', 'THA'),
    observer: await world.seat('observer', 'ICBL'),
    wall: await world.seat('observer'),
  }
  const coordinator = await enterAsCoordinator(desk, world)
  const rapporteur = await enterBy(pool, seats.rapporteur.url, 'Ines Suter')
  const delegate = await enterBy(phone, seats.delegate.url, 'Somchai Jaidee')
  const observer = await enterBy(gallery, seats.observer.url, 'Olga Observer')
  const projector = await enterBy(wall, seats.wall.url, 'The wall')
  await projector.goto(`${world.server.url}/m/${world.meetingId}/projector`)
  await sees(projector, 'The meeting has not begun')
  const everybody = [coordinator, rapporteur, delegate, observer, projector]

  // Opened: everybody is told, and nothing moves by itself.
  await coordinator.getByRole('button', { name: /Status of this meeting/ }).click()
  await coordinator.getByRole('menuitem', { name: /Open the meeting/ }).click()
  await becomes((state) => state.phase, 'inSession')
  expect((await session()).current).toBeNull()

  // Item 1: everybody is taken along.
  await coordinator.getByRole('button', { name: 'Open item 1' }).first().click()
  await becomes((state) => state.current, one)
  for (const page of everybody) await sees(page, agenda[0] ?? '')
  await sees(projector, 'Item 1 of 6')

  // Attendance, by oneself and by the office.
  await tab(delegate, 'People')
  await delegate.getByRole('button', { name: 'Check in', exact: true }).click()
  await sees(delegate, 'Checked in, arrived under item 1')
  await becomes((state) => state.attending.map((entry) => entry.code), ['THA'])

  // The floor: the delegate asks by thumb, the observer as an observer, the chair gives it.
  await tab(delegate, 'Item 1')
  await delegate.getByRole('button', { name: 'Request the floor', exact: true }).click()
  await becomes((state) => state.floor.requests.map((request) => request.speaker.code), ['THA'])
  await observer.getByRole('button', { name: 'Request the floor', exact: true }).click()
  await becomes((state) => state.floor.requests.map((request) => request.asObserver), [false, true])
  await sees(observer, 'You are second on the list')
  await coordinator.keyboard.press('Shift+F')
  await sees(projector, 'Thailand')
  await sees(projector, 'has the floor')
  await tab(delegate, 'Floor')
  await sees(delegate, 'You have the floor')

  // The record: written over polling, read out and agreed, locked for everyone.
  await write(rapporteur, 'Notes on item 1', 'The Group discussed the states outside the Convention.')
  await rapporteur.keyboard.press('Escape')
  await rapporteur.keyboard.press('Escape')
  await rapporteur.keyboard.press('o')
  await rapporteur.locator('.ProseMirror-focused').waitFor({ state: 'attached' })
  await rapporteur.keyboard.type(confirmed)
  await sees(projector, confirmed)
  await rapporteur.keyboard.press('Escape')
  await recorded(world, (raw) => raw.includes(confirmed))
  await sees(coordinator, confirmed)
  await coordinator.keyboard.press('y')
  await tab(delegate, 'Item 1')
  await sees(delegate, /is reading this out/)
  await coordinator.keyboard.press('y')
  await becomes((state) => Object.values(state.standings), ['agreed'])
  for (const page of [delegate, observer, rapporteur])
    await page
      .getByText(/Agreed in the room/)
      .first()
      .waitFor()
  expect(await text(rapporteur, 'Text of outcome 1.1').count()).toBe(0)

  // The server falls in the middle of it and comes back; nobody has to do anything.
  await world.server.kill()
  await sees(coordinator, 'You are offline.')
  await world.server.start()
  for (const page of [coordinator, rapporteur, delegate])
    await page.getByText('You are offline.').first().waitFor({ state: 'hidden' })
  const after = await session()
  expect([after.phase, after.current, after.floor.speaking?.request.speaker.code]).toEqual(['inSession', one, 'THA'])
  expect(Object.values(after.standings)).toEqual(['agreed'])

  // Next: one press, one move, for everybody; the turn at the floor is kept.
  await coordinator
    .getByRole('button', { name: /Close item 1/ })
    .first()
    .click()
  await becomes((state) => [state.current, state.proceedings[one]?.progress], [two, 'closed'])
  for (const page of everybody) await sees(page, agenda[1] ?? '')
  await sees(projector, 'Item 2 of 6')

  // Item 3 is closed to observers before a word of it is said.
  const command = (body: object) =>
    world.api('POST', `/meetings/${world.meetingId}/commands`, { id: makeId(randomBytes(16)), ...body })
  await coordinator.getByRole('link', { name: agenda[2] ?? '' }).click()
  await coordinator
    .getByRole('complementary', { name: 'Agenda' })
    .getByRole('button', { name: /Item 3: move/ })
    .click()
  await coordinator.getByRole('menuitem', { name: /Close to observers/ }).click()
  await becomes((state) => state.closedItems, [three])
  await observer
    .getByText(agenda[2] ?? '')
    .first()
    .waitFor({ state: 'detached' })
  await coordinator.keyboard.press('g')
  await coordinator.keyboard.press('c')
  await coordinator.keyboard.press('Shift+Enter')
  await becomes((state) => state.current, three)
  await coordinator.getByRole('heading', { level: 2, name: new RegExp(agenda[2] ?? '') }).waitFor()
  await write(rapporteur, 'Notes on item 3', secret)
  await recorded(world, (raw) => raw.includes(secret))
  for (const page of [observer, projector]) {
    await sees(page, 'Item 3 is closed to observers.')
    expect(await page.content()).not.toContain(secret)
    expect(await page.content()).not.toContain(agenda[2])
  }

  // On through the agenda; the last item is put off; the meeting is closed.
  await rapporteur.keyboard.press('Escape')
  for (const place of [3, 4]) {
    const before = world.items[place - 1]
    // Two presses within a third of a second count as one, so the key is pressed until the meeting has moved.
    const press = async () => {
      const { current } = await session()
      if (current === before) await coordinator.keyboard.press('Shift+Enter')
      return current
    }
    await expect.poll(press, { timeout: 20_000, interval: 500 }).toBe(world.items[place])
    await coordinator.getByRole('heading', { level: 2, name: new RegExp(agenda[place] ?? '') }).waitFor()
  }
  await command({ kind: 'item.putOff', item: six })
  await sees(coordinator, 'Put off')
  await coordinator.getByRole('button', { name: /Status of this meeting/ }).click()
  await coordinator.getByRole('menuitem', { name: /Close the meeting(?! to)/ }).click()
  await coordinator
    .getByRole('alertdialog')
    .getByRole('button', { name: /Close the meeting/ })
    .click()
  await becomes((state) => state.phase, 'draft')
  await sees(delegate, 'You read here.')
  await sees(projector, 'The meeting is closed')

  // What the record holds of it.
  const record = (await world.api('GET', `/meetings/${world.meetingId}/record`)) as unknown as MeetingRecord
  expect(record.session.history.map((change) => change.phase)).toEqual(['inSession', 'draft'])
  expect(record.items.map((item) => item.progress)).toEqual(['closed', 'closed', 'closed', 'closed', 'begun', 'putOff'])
  expect(record.outcomes.map((outcome) => outcome.standing)).toEqual(['agreed'])
  expect(record.session.interventions.map((turn) => [turn.item, turn.speaker?.code])).toEqual([[one, 'THA']])
  expect(record.session.attending.map((entry) => [entry.code, entry.state])).toEqual([['THA', 'present']])
  expect(pool.network.refused).toBeGreaterThan(0)
  for (const { complaints } of [desk, pool, phone, gallery, wall]) expect(complaints).toEqual([])
})

/** On a phone one part of the meeting is shown at a time. */
async function tab(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
}

/** Waits until the words can be seen somewhere on the page. */
async function sees(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).filter({ visible: true }).first().waitFor()
}

import { expect, test } from 'vitest'
import type { SessionState } from '../../../shared/session/index.ts'
import { newSession } from '../../../shared/session/index.ts'
import { liveWorld } from '../../support/live/liveWorld.ts'
import { newId, session } from '../../support/storageSamples.ts'
import { BrowserWorld, until } from './browserWorld.ts'
import { CutLine } from './CutLine.ts'

/** A port on which nobody listens: the server is out of reach. */
const nowhere = 'http://127.0.0.1:9'

test('[CL51] everybody in the room follows the session: who writes, who reads, and a screen', async () => {
  const world = await liveWorld()
  const browser = new BrowserWorld()
  const chair = await browser.tab(world, world.people.coordinator)
  const rooms = [
    await new BrowserWorld().tab(world, world.people.anna),
    await new BrowserWorld().tab(world, world.people.observer),
    await new BrowserWorld().tab(world, world.people.anna, { screen: true, keepsNothing: true }),
  ]
  for (const tab of [chair, ...rooms]) await tab.live()
  expect(await chair.meeting.command({ kind: 'item.open', item: world.itemId, from: null })).toEqual({ ok: true, value: null })
  expect(await chair.meeting.command({ kind: 'floor.ask', intervention: 'statement', name: 'Thailand' })).toMatchObject({
    ok: true,
  })
  for (const { meeting } of rooms) {
    await until(meeting.session, (now) => now?.current === world.itemId && now.floor.requests[0]?.speaker.name === 'Thailand')
    await until(meeting.record, (record) => record?.items[0]?.progress === 'begun')
  }
})

test('[CL52] a screen on the wall holds no document, is nobody in the room and keeps nothing on the device', async () => {
  const world = await liveWorld()
  const browser = new BrowserWorld()
  const anna = await browser.tab(world, world.people.anna)
  await anna.live()
  const screen = await browser.tab(world, world.people.rapporteur, { screen: true, keepsNothing: true })
  await screen.shows('The Group agreed.')
  screen.meeting.show({ item: world.itemId })
  expect(screen.meeting.document.get()).toBeNull()
  expect(screen.meeting.standpoint.get()).toMatchObject({ mode: 'reader', readerBecause: 'screen' })
  expect(anna.meeting.people.get().map((person) => person.name)).toEqual(['Anna'])
  expect(screen.meeting.people.get().map((person) => person.name)).toEqual(['Anna'])
  anna.write('The Group agreed. Seen on the wall.')
  await screen.shows('The Group agreed. Seen on the wall.')
  await screen.meeting.close()
  const offline = await browser.tab(world, world.people.rapporteur, { url: nowhere })
  expect(offline.meeting.session.get()).toBeNull()
})

test('[CL55] what the server says after it let somebody in is never overwritten by what it said at the door', async () => {
  const world = await liveWorld()
  const line = await CutLine.to(world.url)
  const chair = await new BrowserWorld().tab(world, world.people.coordinator)
  await chair.live()
  const tab = await new BrowserWorld().tab(world, world.people.anna, { url: line.url })
  await until(tab.meeting.connection, ({ kind }) => kind === 'joining')
  line.gatherAnswers()
  await until(chair.meeting.people, (people) => people.length === 2)
  expect(await chair.meeting.command({ kind: 'floor.ask', intervention: 'statement', name: 'Thailand' })).toMatchObject({
    ok: true,
  })
  chair.write('The Group agreed. Meanwhile.')
  await chair.saved()
  const boris = await new BrowserWorld().tab(world, world.people.boris)
  await until(chair.meeting.people, (people) => people.length === 3)
  line.letThrough()
  await tab.shows('The Group agreed. Meanwhile.')
  await until(tab.meeting.session, (now) => now?.floor.requests.length === 1)
  await until(tab.meeting.people, (people) => people.length === 3)
  boris.kill()
})

test('[CL53] without a line the floor shows what was known last, and who one is', async () => {
  const world = await liveWorld()
  for (const person of [world.people.anna, world.people.observer]) {
    const browser = new BrowserWorld()
    const once = await browser.tab(world, person)
    await once.live()
    expect(await once.meeting.command({ kind: 'floor.ask', intervention: 'reply' })).toMatchObject({ ok: true })
    await until(once.meeting.session, (now) => now?.floor.requests.some((request) => request.person === person.person) === true)
    const known = once.meeting.session.get()
    await once.meeting.close()
    const offline = await browser.tab(world, person, { url: nowhere })
    expect(offline.meeting.session.get()).toEqual(known)
    expect(offline.meeting.standpoint.get()?.me?.personId).toBe(person.person)
    expect(await offline.meeting.command({ kind: 'floor.ask', intervention: 'reply' })).toMatchObject({ ok: false })
  }
})

test('[CL54] a copy that an earlier release kept on the device is completed, and a view of an older shape is not shown', async () => {
  const world = await liveWorld()
  const browser = new BrowserWorld()
  const { head, phase, history, standings, seq } = session(3)
  // The state as it was before there was a floor.
  const old = { seq, head, phase, history, standings } as unknown as SessionState
  await browser.keepCopy(world, world.people.observer, (place) => ({
    place,
    meetingId: world.meetingId,
    epoch: newId(),
    mode: 'reader',
    groupId: newId(),
    role: 'observer',
    rules: { participantsEdit: 'everything', participantsEditDraft: false },
    session: old,
    view: { meetingId: world.meetingId, head, session: newSession(head), items: [], outcomes: [], actions: [], targets: [] },
  }))
  const offline = await browser.tab(world, world.people.observer, { url: nowhere })
  expect(offline.meeting.session.get()).toMatchObject({ seq, current: null, floor: { requests: [] } })
  expect(offline.meeting.record.get()).toBeNull()
})

test("[CL36] the hour of the room is the server's, as soon as somebody is in it", async () => {
  const world = await liveWorld()
  const off = 5 * 3_600_000
  const clocks = {
    wall: () => Date.now() - off,
    steady: () => performance.now(),
    after: (ms: number, run: () => void) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
  }
  const tab = await new BrowserWorld().tab(world, world.people.anna, { clocks })
  await tab.live()
  expect(Math.abs(tab.meeting.now() - Date.now())).toBeLessThan(1000)
  expect(Math.abs(tab.meeting.seconds.get() - Date.now())).toBeLessThan(2000)
})

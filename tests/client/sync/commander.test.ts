import { describe, expect, test } from 'vitest'
import type { Meeting } from '../../../client/sync/index.ts'
import { liveWorld, type World } from '../../support/live/liveWorld.ts'
import { BrowserWorld, type Tab, until } from './browserWorld.ts'
import { CutLine } from './CutLine.ts'
import { TestDevice } from './TestDevice.ts'

const ask = { kind: 'floor.ask', intervention: 'statement' } as const

/** Somebody else in the room, to see by what became of a command. */
async function onlooker(world: World): Promise<Tab> {
  const tab = await new BrowserWorld().tab(world, world.people.rapporteur)
  await tab.live()
  return tab
}

function requests(meeting: Meeting): number {
  return meeting.session.get()?.floor.requests.length ?? 0
}

describe.each(['websocket', 'polling'] as const)('a command over a line that is cut, over %s', (transport) => {
  test('[CL43] a command whose answer was cut off is sent again with the same id, happens once, and its giver hears so', async () => {
    const world = await liveWorld()
    const line = await CutLine.to(world.url)
    const other = await onlooker(world)
    const tab = await new BrowserWorld().tab(world, world.people.anna, { transport, url: line.url })
    await tab.live()
    world.storage.holdCommits()
    const done = tab.meeting.command(ask)
    await world.storage.arrived()
    line.holdAnswers()
    world.storage.release()
    await until(other.meeting.session, (session) => session?.floor.requests.length === 1)
    const { seq } = other.meeting.session.get() ?? { seq: Number.NaN }
    line.cut()
    line.mend()
    expect(await done).toEqual({ ok: true, value: null })
    // What the chair does next is the very next number: nothing was applied in between.
    expect(await other.meeting.command({ kind: 'floor.closeList' })).toEqual({ ok: true, value: null })
    await until(other.meeting.session, (session) => session?.floor.closedLists.length === 1)
    expect(other.meeting.session.get()?.seq).toBe(seq + 1)
    expect(requests(other.meeting)).toBe(1)
  })

  test('[CL43] a command that never reached the server reaches it when the line is back', async () => {
    const world = await liveWorld()
    const line = await CutLine.to(world.url)
    const other = await onlooker(world)
    const tab = await new BrowserWorld().tab(world, world.people.anna, { transport, url: line.url })
    await tab.live()
    line.holdQuestions()
    const done = tab.meeting.command(ask)
    line.cut()
    line.mend()
    expect(await done).toEqual({ ok: true, value: null })
    await until(other.meeting.session, (session) => session?.floor.requests.length === 1)
  })
})

describe('a command', () => {
  test('[CL44] without a line is refused at once and never sent later', async () => {
    const world = await liveWorld()
    const line = await CutLine.to(world.url)
    const other = await onlooker(world)
    const tab = await new BrowserWorld().tab(world, world.people.anna, { url: line.url })
    await tab.live()
    line.cut()
    await until(tab.meeting.connection, ({ kind }) => kind === 'offline')
    const answer = await tab.meeting.command(ask)
    expect(answer).toMatchObject({ ok: false, refusal: { reason: 'needsConnection' } })
    line.mend()
    tab.meeting.retry()
    await tab.live()
    expect(await other.meeting.command({ kind: 'floor.closeList' })).toMatchObject({ ok: true })
    await until(tab.meeting.session, (session) => session?.floor.closedLists.length === 1)
    expect(requests(tab.meeting)).toBe(0)
  })

  test('[CL45] that could not be seen through in twenty seconds is said to be not known, and is not sent any more', async () => {
    const world = await liveWorld()
    const line = await CutLine.to(world.url)
    const other = await onlooker(world)
    const clocks = new TestDevice()
    const tab = await new BrowserWorld().tab(world, world.people.anna, { url: line.url, clocks })
    await tab.live()
    line.holdQuestions()
    const done = tab.meeting.command(ask)
    line.cut()
    await until(tab.meeting.connection, ({ kind }) => kind === 'offline')
    await clocks.advance(20_000)
    expect(await done).toMatchObject({ ok: false, refusal: { reason: 'notKnown' } })
    line.mend()
    tab.meeting.retry()
    await tab.live()
    expect(await other.meeting.command({ kind: 'floor.closeList' })).toMatchObject({ ok: true })
    await until(tab.meeting.session, (session) => session?.floor.closedLists.length === 1)
    expect(requests(tab.meeting)).toBe(0)
  })

  test('[CL45] that a laptop slept over is not sent when it wakes', async () => {
    const world = await liveWorld()
    const line = await CutLine.to(world.url)
    const clocks = new TestDevice()
    const tab = await new BrowserWorld().tab(world, world.people.anna, { url: line.url, clocks })
    await tab.live()
    line.holdQuestions()
    const done = tab.meeting.command(ask)
    line.cut()
    await until(tab.meeting.connection, ({ kind }) => kind === 'offline')
    await clocks.sleep(600_000)
    line.mend()
    tab.meeting.retry()
    expect(await done).toMatchObject({ ok: false, refusal: { reason: 'notKnown' } })
    await tab.live()
    expect(requests(tab.meeting)).toBe(0)
  })

  test('[CL46] that the room refuses comes back with the reason behind the code', async () => {
    const world = await liveWorld()
    const tab = await new BrowserWorld().tab(world, world.people.anna)
    await tab.live()
    expect(await tab.meeting.command(ask)).toMatchObject({ ok: true })
    expect(await tab.meeting.command(ask)).toMatchObject({ ok: false, refusal: { code: 'conflict', reason: 'alreadyOnList' } })
    const observer = await new BrowserWorld().tab(world, world.people.observer)
    await observer.live()
    expect(await observer.meeting.command({ kind: 'floor.next', after: null })).toMatchObject({
      ok: false,
      refusal: { code: 'forbidden' },
    })
  })
})

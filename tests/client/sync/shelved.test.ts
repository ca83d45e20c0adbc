import { expect, test } from 'vitest'
import { liveWorld } from '../../support/live/liveWorld.ts'
import { RawClient, typeInto } from '../../support/live/RawClient.ts'
import { must, newId } from '../../support/storageSamples.ts'
import { BrowserWorld, until } from './browserWorld.ts'

for (const transport of ['websocket', 'polling'] as const) {
  test(`[CL34] a browser is told how much the server keeps aside for its person, and forgets it when that is settled (${transport})`, async () => {
    const world = await liveWorld()
    const { people, rooms, meetingId } = world
    const raw = await RawClient.join(world, people.anna)
    const late = raw.make(() => typeInto(raw.doc, world, ' Late.'))
    const chair = await RawClient.join(world, people.coordinator)
    await chair.ask('session.command', { meetingId, command: { kind: 'meeting.close', id: newId() } })
    expect(await raw.closed()).toBe('rightsChanged')
    await raw.tryEnter()
    const tab = await new BrowserWorld().tab(world, people.anna, { transport })
    await tab.live()
    expect(tab.meeting.shelved.get().count).toBe(0)
    const before = tab.meeting.shelved.get().turn
    await raw.send(late)
    await until(tab.meeting.shelved, ({ count }) => count === 1)
    expect(tab.meeting.shelved.get().turn).toBeGreaterThan(before)
    // Who comes later is told at the door.
    const again = await new BrowserWorld().tab(world, people.anna, { transport })
    await until(again.meeting.shelved, ({ count }) => count === 1)
    const [kept] = await rooms.asides(meetingId)
    must(await rooms.removeAside(meetingId, kept?.id ?? ''))
    for (const { meeting } of [tab, again]) await until(meeting.shelved, ({ count }) => count === 0)
  })
}

import { expect, test } from 'vitest'
import { liveWorld } from '../../support/live/liveWorld.ts'
import { enter, quietSink } from '../../support/live/quietSink.ts'
import { must, RawClient } from '../../support/live/RawClient.ts'
import { ManualClock } from '../../support/ManualClock.ts'

test('[BEN21] where telling everybody takes long a room gathers what comes for a few milliseconds, and where it is light nobody waits', async () => {
  const clock = new ManualClock()
  const world = await liveWorld({ clock })
  const anna = await RawClient.join(world, world.people.anna)
  let tellingMs = 0
  const { sink } = quietSink()
  const heavy = { ...sink, speaker: { say: () => clock.advance(tellingMs) } }
  const boris = await enter(world, world.people.boris, heavy)
  boris.connection.start()
  must(await anna.type('a'))
  must(await anna.type('b'))
  expect(world.storage.appends.length).toBe(2)

  tellingMs = 2
  must(await anna.type('c'))
  const gathered = ['d', 'e', 'f'].map((letter) => anna.type(letter))
  // Round trips: all of it has arrived, and a turn that did not wait would have begun.
  for (let trip = 0; trip < 3; trip += 1) await anna.raw('presence.set', {})
  expect(world.storage.appends.length).toBe(3)
  clock.advance(8)
  for (const answer of gathered) must(await answer)
  expect(world.storage.appends.length).toBe(4)

  // However long it took, nobody waits longer than a moment.
  tellingMs = 500
  clock.advance(8)
  must(await anna.type('g'))
  tellingMs = 0
  const last = anna.type('h')
  for (let trip = 0; trip < 3; trip += 1) await anna.raw('presence.set', {})
  clock.advance(8)
  must(await last)
  must(await anna.type('i'))
  expect(world.storage.appends.length).toBe(7)
})

import { expect, test } from 'vitest'
import { visibleTo } from '../../../shared/access/index.ts'
import { liveWorld, type Person, type World } from '../../support/live/liveWorld.ts'
import { RawClient } from '../../support/live/RawClient.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { must } from '../../support/storageSamples.ts'
import { BrowserWorld, type Tab } from './browserWorld.ts'
import { LossyLine } from './LossyLine.ts'

interface Loss {
  readonly event: string
  readonly who: keyof World['people']
  /** What somebody else does that is told to this browser last. */
  readonly happens: (world: World, other: RawClient) => Promise<unknown>
  /** Whether this browser shows what has happened. */
  readonly isShown: (tab: Tab, world: World) => boolean
}

const losses: readonly Loss[] = [
  {
    event: 'record.frame',
    who: 'anna',
    happens: (_world, other) => other.type(' More.'),
    isShown: (tab) => tab.outcome.endsWith(' More.'),
  },
  {
    event: 'session.changed',
    who: 'anna',
    happens: (world, other) => other.run({ kind: 'item.open', item: world.itemId, from: null }),
    isShown: (tab, world) => tab.meeting.session.get()?.current === world.itemId,
  },
  {
    event: 'view.change',
    who: 'observer',
    happens: (_world, other) => other.type(' More.'),
    isShown: (tab) => tab.outcome.endsWith(' More.'),
  },
  {
    event: 'presence.changed',
    who: 'anna',
    happens: async (_world, other) => other.socket.disconnect(),
    isShown: (tab) => tab.meeting.people.get().length === 1,
  },
  {
    event: 'meeting.closed',
    who: 'anna',
    happens: async (world) => {
      world.setRole(world.people.anna, 'observer')
      world.rooms.closeConnections({ person: world.people.anna.person }, 'rightsChanged', 'Come in again.')
    },
    isShown: (tab) => tab.meeting.connection.get().kind === 'live' && tab.meeting.document.get() === null,
  },
]

/** A browser behind a line that can lose single frames, and somebody else without one; time passes by hand. */
async function meet(who: Loss['who']) {
  const clock = new ManualClock()
  const world = await liveWorld({ clock, phase: 'inSession' })
  const line = await LossyLine.to(world.url)
  const person: Person = world.people[who]
  const tab = await new BrowserWorld().tab(world, person, { url: line.url })
  await tab.live()
  const other = await RawClient.join(world, world.people.coordinator)
  const passes = async (holds: () => boolean) => {
    while (!holds()) {
      clock.advance(50)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  await passes(() => tab.meeting.people.get().length === 2)
  return { world, line, tab, other, clock, passes }
}

test.each(losses)(
  '[SIM10] what a browser was told last and lost on a line that lives on is noticed within five seconds and made good: $event',
  async ({ event, who, happens, isShown }) => {
    const { world, line, tab, other, clock, passes } = await meet(who)
    // What was told until now is counted, so that only the loss can be noticed.
    clock.advance(5000)
    let isLost = false
    const loss = line.lose(event).then(() => {
      isLost = true
    })
    await happens(world, other)
    await passes(() => isLost)
    await loss
    expect(isShown(tab, world)).toBe(false)
    const since = clock.monotonicMs()
    clock.advance(5000)
    await new Promise<void>((resolve) => {
      const look = () => (isShown(tab, world) ? resolve() : setImmediate(look))
      look()
    })
    // No more time passed than five seconds: whatever noticed it was told within them.
    expect(clock.monotonicMs() - since).toBeLessThanOrEqual(5000)
    await tab.live()
    const settled = must(await world.rooms.readRecord(world.meetingId))
    expect(tab.meeting.record.get()?.outcomes).toEqual(
      visibleTo(who === 'observer' ? 'observer' : 'participant', settled).outcomes,
    )
  },
)

test('[SIM11] a browser that has lost nothing is not entered anew, however often it is told how much it was told', async () => {
  const { tab, other, clock, passes } = await meet('anna')
  const states: string[] = []
  tab.meeting.connection.subscribe(() => states.push(tab.meeting.connection.get().kind))
  let beats = 0
  other.socket.on('line.told', () => {
    beats += 1
  })
  for (let round = 1; round <= 3; round += 1) {
    await other.type(` ${round}`)
    await other.run({ kind: round % 2 === 0 ? 'floor.openList' : 'floor.closeList' })
    const before = beats
    await passes(() => beats > before)
  }
  clock.advance(5000)
  await tab.shows('The Group agreed. 1 2 3')
  expect(states).toEqual([])
})

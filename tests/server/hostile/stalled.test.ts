import { expect, test } from 'vitest'
import { must } from '../../support/live/RawClient.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { comeInAndStall } from './comeInAndStall.ts'
import { watched } from './witness.ts'

test('[HOS23] twenty who stop taking what they are told are cut after ten seconds, however little waits for them, and not before', async () => {
  const clock = new ManualClock(new Date().toISOString())
  const watch = await watched({ clock })
  const { world, anna, witness } = watch
  await Promise.all(
    Array.from({ length: 20 }, (_, number) => comeInAndStall(world, world.add(`Stalled ${number}`, 'participant'))),
  )
  expect(world.rooms.present(world.meetingId)).toBe(22)
  must(await anna.type(' One.'))
  await witness.until(() => witness.outcome.endsWith(' One.'))
  clock.advance(9_000)
  must(await anna.type(' Two.'))
  await witness.until(() => witness.outcome.endsWith(' Two.'))
  expect(world.rooms.present(world.meetingId)).toBe(22)
  clock.advance(2_000)
  must(await anna.type(' Three.'))
  await witness.until(() => witness.outcome.endsWith(' Three.'))
  expect(world.rooms.present(world.meetingId)).toBe(2)
  await watch.unharmed('stalled')
})

import { expect, onTestFinished, test } from 'vitest'
import { exactInstant, speakerTime } from '../../../shared/session/index.ts'
import { liveWorld } from '../../support/live/liveWorld.ts'
import { must, RawClient } from '../../support/live/RawClient.ts'
import { ManualClock } from '../../support/ManualClock.ts'

const minute = 60_000
const hour = 60 * minute

/** Nights on which a zone changes its hour: the instant, and its zone. */
const changes = [
  ['2026-03-29T01:00:00Z', 'Europe/Zurich'],
  ['2026-10-25T01:00:00Z', 'Europe/Zurich'],
  ['2026-03-08T07:00:00Z', 'America/New_York'],
  ['2026-11-01T06:00:00Z', 'America/New_York'],
  // By half an hour, and where clocks lie ahead of all others.
  ['2026-04-04T15:00:00Z', 'Australia/Lord_Howe'],
  ['2026-10-03T15:30:00Z', 'Australia/Lord_Howe'],
  ['2026-04-04T14:00:00Z', 'Pacific/Auckland'],
] as const

function hourShown(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at)
  return parts.replace(' ', 'T')
}

test('[WEB86] an hour that comes twice on a night of changing clocks is the second, one that never comes is as far behind the one before, and every other is itself', () => {
  for (const [at, timeZone] of changes) {
    const change = Date.parse(at)
    const last = new Map<string, number>()
    for (let moment = change - 30 * hour; moment <= change + 30 * hour; moment += 5 * minute)
      last.set(hourShown(moment, timeZone), moment)
    for (const [shown, moment] of last) expect(exactInstant(shown, timeZone), `${shown} ${timeZone}`).toBe(moment)
    // What the clocks leap over: nothing of it ends before the leap.
    const [before, after] = [hourShown(change - minute, timeZone), hourShown(change, timeZone)]
    const leap = Date.parse(`${after}Z`) - Date.parse(`${before}Z`) - minute
    for (let into = 0; into < leap; into += 5 * minute) {
      const never = new Date(Date.parse(`${before}Z`) + minute + into).toISOString().slice(0, 16)
      expect(exactInstant(never, timeZone), `${never} ${timeZone}`).toBe(change + into)
    }
  }
})

for (const [at, timeZone] of changes.slice(0, 4)) {
  test(`[WEB87] a night on which the server’s own clocks change moves neither a speaker’s time nor a deadline (${timeZone}, ${at.slice(0, 10)})`, async () => {
    const usual = process.env.TZ
    process.env.TZ = timeZone
    onTestFinished(() => {
      if (usual === undefined) delete process.env.TZ
      else process.env.TZ = usual
    })
    const change = Date.parse(at)
    expect(new Date(change - 1).getTimezoneOffset()).not.toBe(new Date(change).getTimezoneOffset())

    const clock = new ManualClock(new Date(change - 10 * minute).toISOString())
    const world = await liveWorld({ phase: 'inSession', clock })
    const { coordinator, anna } = world.people
    const [chair, speaker] = [await RawClient.join(world, coordinator), await RawClient.join(world, anna)]
    must(await speaker.run({ kind: 'floor.ask', intervention: 'statement' }))
    must(await chair.run({ kind: 'floor.next', after: null }))
    // What changes right after something else is told a moment later.
    clock.advance(1_000)
    await chair.until(() => (chair.session?.floor.speaking ?? null) !== null)
    for (const passed of [9, 11, 80]) {
      clock.advance((passed - (clock.now() - change + 10 * minute) / minute) * minute)
      const { session } = chair
      expect(session === null ? null : speakerTime(session, clock.now())?.usedMs).toBe(passed * minute)
    }

    const night = new ManualClock(new Date(change - 10 * minute).toISOString())
    const out = await liveWorld({ phase: 'draft', clock: night })
    const pen = await RawClient.join(out, out.people.coordinator)
    const deadline = new Date(night.now() + 61 * minute).toISOString()
    must(await pen.run({ kind: 'record.circulate', deadline, timeZone, mode: 'silence' }))
    await pen.closed()
    const reader = await RawClient.join(out, out.people.coordinator)
    const phase = async () => (await out.storage.meetings.get(out.meetingId))?.session.phase
    night.advance(61 * minute - 1)
    for (let turn = 0; turn < 50; turn += 1) await out.rooms.readSession(out.meetingId, 'coordinator')
    expect(await phase()).toBe('circulated')
    night.advance(1)
    await reader.until(() => reader.session?.phase === 'adopted')
    expect(await phase()).toBe('adopted')
  })
}

import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { askServer } from '../../../server/transports/machine/askServer.ts'
import { bundleForChild } from '../../support/killing/bundleForChild.ts'
import { must, RawClient } from '../../support/live/RawClient.ts'
import { type MeetingWorld, meetingWorld } from '../../support/meetingWorld.ts'

/** Half of them say nothing, the others half a request, a letter at a time. */
const count = Number(process.env.BARE_LINES ?? 200)
/** What a line that waits may cost, beside what any server grows by while it works. */
const maxKibEach = 16
const maxGrownKib = 40 * 1024

let main = ''
beforeAll(async () => {
  main = await bundleForChild('server/main.ts')
})

test(`[HOS26] ${count} lines that say nothing, or half a request for ever, hold up nobody, are ended in time, and cost little`, async () => {
  const world = await meetingWorld({ place: { program: main } })
  const place = placeOf(world)
  const anna = await RawClient.join(place, world)
  const witness = await RawClient.join(place, world, 'polling')
  must(await anna.type(' Begun.'))
  const before = await residentKib(world)
  const lines = await openBare(world, count)
  expect(lines.filter((line) => line.isOpen).length).toBe(count)
  must(await anna.type(' Beside them.'))
  await witness.until(() => witness.outcome.endsWith(' Beside them.'))
  const newcomer = await RawClient.join(place, world)
  expect(newcomer.outcome).toBe(anna.outcome)
  expect((await residentKib(world)) - before).toBeLessThan(maxGrownKib + count * maxKibEach)
  await Promise.all(lines.map((line) => line.ended))
  must(await newcomer.type(' And after.'))
  await witness.until(() => witness.outcome.endsWith(' And after.'))
}, 40_000)

test('[HOS27] lines without number do not take the files away in which edits and people are stored', async () => {
  // A server that may open five hundred files and lines in all.
  const few = { program: main, through: ['bash', '-c', 'ulimit -n 512 && exec "$0" "$@"'] }
  const world = await meetingWorld({ place: few })
  const place = placeOf(world)
  const anna = await RawClient.join(place, world)
  const witness = await RawClient.join(place, world)
  const lines = await openBare(world, 800)
  must(await anna.type(' Beside them.'))
  await witness.until(() => witness.outcome.endsWith(' Beside them.'))
  // A change of people is a file of its own, and the machine's socket a line of its own.
  const asked = { kind: 'token.create', email: world.email, days: 1 } as const
  expect(await askServer(join(world.server.dataDir, 'rapporteur.sock'), asked)).toMatchObject({ exit: 0 })
  for (const line of lines) line.leave()
  await Promise.all(lines.map((line) => line.ended))
  const late = await RawClient.join(place, world)
  expect(late.outcome).toBe(anna.outcome)
})

interface BareLine {
  readonly isOpen: boolean
  /** When the other side has ended it. */
  readonly ended: Promise<void>
  leave(): void
}

async function openBare(world: MeetingWorld, lines: number): Promise<BareLine[]> {
  const port = Number(new URL(world.server.url).port)
  return Promise.all(Array.from({ length: lines }, (_, number) => openOne(port, number % 2 === 1)))
}

function openOne(port: number, speaksSlowly: boolean): Promise<BareLine> {
  const socket: Socket = connect({ port, host: '127.0.0.1' })
  let drip: ReturnType<typeof setInterval> | null = null
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => undefined)
  // What is said in answer has to be taken, or its end is never seen.
  socket.resume()
  const ended = new Promise<void>((resolve) => {
    socket.once('close', () => {
      if (drip !== null) clearInterval(drip)
      resolve()
    })
  })
  return new Promise((resolve) => {
    const line = {
      get isOpen() {
        return socket.readyState === 'open'
      },
      ended,
      leave: () => void socket.destroy(),
    }
    socket.once('close', () => resolve(line))
    socket.once('connect', () => {
      if (speaksSlowly) {
        socket.write('GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ')
        // Traffic must not put off the end.
        drip = setInterval(() => socket.write('a'), 500)
      }
      resolve(line)
    })
  })
}

function placeOf(world: MeetingWorld) {
  const [outcomeId] = world.outcomes
  if (outcomeId === undefined) throw new Error('The world has no outcome')
  return { url: world.server.url, meetingId: world.meetingId as never, outcomeId }
}

async function residentKib({ server }: MeetingWorld): Promise<number> {
  const figures = await (await fetch(`${server.url}/metrics`)).text()
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(figures)?.[1]) / 1024
}

import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import type { ItemId, MeetingId, OutcomeId } from '../../../shared/base/index.ts'
import { bundleForChild } from '../../support/killing/bundleForChild.ts'
import { Victim } from '../../support/killing/Victim.ts'
import { must, type Place, RawClient } from '../../support/live/RawClient.ts'
import type { RoomTold } from '../../support/live/roomVictim.ts'
import { newId } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

/** How long words pass; the room has a megabyte a second of them, each told to everybody. */
const seconds = Number(process.env.SLOW_SECONDS ?? 2)
const stalledLines = Number(process.env.SLOW_LINES ?? 20)
const writers = 10
const readers = 20
const bytesEach = 20_000
const everyMs = 200
const maxGrownMib = 150

test(
  `[HOS34] twenty who stop reading while a megabyte a second passes cost the server no more than it may, and are cut; the others hear everything (${seconds} s)`,
  async () => {
    const { place, victim } = await startRoom()
    const enter = (name: string, count: number) =>
      Promise.all(Array.from({ length: count }, (_, number) => RawClient.join(place, { token: `${name}${number}` })))
    const pens = await enter('writer', writers)
    const others = await enter('reader', readers)
    const lines = await Promise.all(pens.map((pen) => ownNotes(pen)))
    const usual = await pass(lines, 2)
    const before = residentMib(victim)
    const stalled = await enter('stalled', stalledLines)
    const under = stalled.map(({ socket }) => socketUnder(socket))
    for (const socket of under) socket.pause()
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, residentMib(victim))
    }, 100)
    onTestFinished(() => clearInterval(watch))
    const beside = await pass(lines, seconds)
    clearInterval(watch)
    expect(most - before).toBeLessThan(maxGrownMib)
    // Everybody who reads has everything.
    const last = pens[0]
    if (last === undefined) throw new Error('Nobody writes')
    must(await last.type(' The end.'))
    await Promise.all(others.map((other) => other.until(() => other.outcome.endsWith(' The end.'))))
    const states = others.map(({ doc }) => Buffer.from(Y.encodeStateVector(doc)).toString('base64'))
    expect(new Set(states.map((state) => state.length)).size).toBe(1)
    if (seconds > 12) {
      // Only who reads again sees that the line is gone.
      for (const socket of under) socket.resume()
      await Promise.all(stalled.map((one) => one.until(() => !one.socket.connected)))
    }
    if (process.env.SLOW_SECONDS !== undefined) {
      const grown = Math.round(most - before)
      process.stdout.write(
        `RSS +${grown} MiB at most; to an answer p99 ${usual.p99} ms without and ${beside.p99} ms beside ${stalledLines} stalled; ${beside.mib} MiB passed in ${seconds} s\n`,
      )
    }
  },
  60_000 + seconds * 2_000,
)

type Line = { readonly pen: RawClient; readonly text: Y.XmlText }

async function ownNotes(pen: RawClient): Promise<Line> {
  const id = newId<ItemId>()
  const notes = [{ kind: 'paragraph' as const, runs: [{ text: '.' }] }]
  must(await pen.edit({ kind: 'item.add', id, parent: null, after: 'last', title: 'Own', notes }))
  const fragment = pen.doc.getMap<Y.Map<unknown>>('items').get(id)?.get('notes')
  const paragraph = fragment instanceof Y.XmlFragment ? fragment.get(0) : null
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('No notes')
  return { pen, text }
}

/** Everybody writes over their notes, again and again, for so long; the times to the answers. */
async function pass(lines: readonly Line[], forSeconds: number): Promise<{ readonly p99: number; readonly mib: number }> {
  const times: number[] = []
  let bytes = 0
  const work = async ({ pen, text }: Line) => {
    const until = performance.now() + forSeconds * 1_000
    while (performance.now() < until) {
      const began = performance.now()
      const update = pen.make(() => {
        text.delete(0, text.length)
        text.insert(0, 'x'.repeat(bytesEach))
      })
      must(await pen.send(update))
      times.push(performance.now() - began)
      bytes += update.length
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, everyMs - (performance.now() - began))))
    }
  }
  await Promise.all(lines.map(work))
  times.sort((one, other) => one - other)
  return { p99: Math.round(times[Math.floor(times.length * 0.99)] ?? 0), mib: Math.round(bytes / 2 ** 20) }
}

/** The socket under the library, which has no way to stop reading: that of its transport's WebSocket. */
function socketUnder(socket: RawClient['socket']): { pause(): void; resume(): void } {
  const { ws } = socket.io.engine.transport as unknown as { readonly ws: { readonly _socket: { pause(): void; resume(): void } } }
  return ws._socket
}

function residentMib(victim: Victim<RoomTold>): number {
  const status = readFileSync(`/proc/${victim.pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024
}

async function startRoom(): Promise<{ readonly place: Place; readonly victim: Victim<RoomTold> }> {
  const ids = { meetingId: newId<MeetingId>(), itemId: newId<ItemId>(), outcomeId: newId<OutcomeId>() }
  const bundle = await bundleForChild('tests/support/live/roomVictim.ts')
  let told: (port: number) => void = () => undefined
  const port = new Promise<number>((resolve) => {
    told = resolve
  })
  const args = [temporaryFolder(), ids.meetingId, ids.itemId, ids.outcomeId]
  const victim = new Victim<RoomTold>({ bundle, args, onTold: (message) => told(message.port) })
  onTestFinished(() => victim.kill())
  return { victim, place: { ...ids, url: `http://127.0.0.1:${await port}` } }
}

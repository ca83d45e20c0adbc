import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ItemId, MeetingId, OutcomeId, ReportId, SentenceId } from '../../../shared/base/index.ts'
import { type ReportJoined, schemaVersion } from '../../../shared/protocol/index.ts'
import { applyReportEdit, findSentenceText, readReport } from '../../../shared/report/index.ts'
import { bundleForChild } from '../../support/killing/bundleForChild.ts'
import { Victim } from '../../support/killing/Victim.ts'
import { bytesOf, must, type Place, RawClient, type TransportName } from '../../support/live/RawClient.ts'
import type { RoomTold } from '../../support/live/roomVictim.ts'
import { must as done, newId } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const rounds = Number(process.env.KILL_ROUNDS ?? 6)
const people = 6
/** A sentence is no book; each report lives through so many kills. */
const killsPerReport = 10

test(
  '[REP41] of kills at random moments, under six people writing a report, not one word that was answered as saved is lost',
  async () => {
    const bundle = await bundleForChild('tests/support/live/roomVictim.ts')
    let typed = 0
    for (let round = 0; round < rounds; round += killsPerReport) {
      const reportId = newId<ReportId>()
      const args = [temporaryFolder(), newId<MeetingId>(), newId<ItemId>(), newId<OutcomeId>(), reportId]
      const acknowledged = new Set<string>()
      const kills = Math.min(killsPerReport, rounds - round)
      for (let kill = 0; kill <= kills; kill += 1) {
        const { victim, url } = await start(bundle, args)
        // A report's updates travel under its own id.
        const place: Place = { url, meetingId: reportId as string as MeetingId, outcomeId: newId<OutcomeId>() }
        const reader = await enter(place, reportId, 'p0', kill % 2 === 0 ? 'websocket' : 'polling')
        const there = readReport(reader.doc).map(({ text }) => text)
        const missing = [...acknowledged].filter((mark) => !there.some((text) => text.includes(mark)))
        expect(missing, `after ${kill} kills`).toEqual([])
        reader.socket.disconnect()
        if (kill < kills) await writeUntilKilled(victim, place, { reportId, kill, acknowledged })
        else await victim.kill()
      }
      typed += acknowledged.size
    }
    // A kill before anything was written proves nothing: on the whole there must have been work to lose.
    expect(typed).toBeGreaterThan(rounds * 5)
  },
  60_000 + rounds * 15_000,
)

interface Work {
  readonly reportId: ReportId
  readonly kill: number
  readonly acknowledged: Set<string>
}

/** Everybody adds a sentence and writes on in it as fast as answers come; the kill falls after a random number of answers. */
async function writeUntilKilled(victim: Victim<RoomTold>, place: Place, { reportId, kill, acknowledged }: Work): Promise<void> {
  const clients = await Promise.all(
    Array.from({ length: people }, (_, n) => enter(place, reportId, `p${n}`, n % 3 === 2 ? 'polling' : 'websocket')),
  )
  const killAfter = 8 + Math.floor(Math.random() * 80)
  let answers = 0
  let isOver = false
  let reached: () => void = () => undefined
  const enough = new Promise<void>((resolve) => {
    reached = resolve
  })
  const writing = clients.map(async (client, n) => {
    const id = newId<SentenceId>()
    for (let count = 0; !isOver; count += 1) {
      const mark = `[${kill}.${n}.${count}]`
      const update = client.make(() => write(client.doc, id, mark))
      // No answer at all: the server is gone, and nobody was told anything.
      const answer = await client.send(update).catch(() => null)
      if (answer?.ok !== true) return
      acknowledged.add(mark)
      answers += 1
      if (answers >= killAfter) reached()
    }
  })
  await enough
  for (let turns = Math.floor(Math.random() * 20); turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve))
  await victim.kill()
  isOver = true
  for (const client of clients) client.socket.disconnect()
  await Promise.all(writing)
}

/** The first words make the sentence, the others go on in it. */
function write(doc: Y.Doc, id: SentenceId, mark: string): void {
  const paragraph = findSentenceText(doc, id)?.get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (text instanceof Y.XmlText) text.insert(text.length, mark)
  else done(applyReportEdit(doc, { kind: 'sentence.add', id, part: 'framing', after: 'last', text: mark }, 'own'))
}

async function enter(place: Place, reportId: ReportId, token: string, transport: TransportName): Promise<RawClient> {
  const client = await RawClient.connect(place, { token }, transport)
  const ask = { reportId, schemaVersion, epoch: null, stateVector: null, clientIds: [client.doc.clientID] }
  const joined = must(await client.ask<ReportJoined, 'report.join'>('report.join', ask))
  expect(joined.mode).toBe('pen')
  if (joined.update !== null) Y.applyUpdate(client.doc, bytesOf(joined.update), 'server')
  return client
}

async function start(bundle: string, args: readonly string[]) {
  let told: (port: number) => void = () => undefined
  const port = new Promise<number>((resolve) => {
    told = resolve
  })
  const victim = new Victim<RoomTold>({ bundle, args, onTold: (message) => told(message.port) })
  const died = victim.exited().then(() => {
    throw new Error(`The server did not start: ${victim.output()}`)
  })
  return { victim, url: `http://127.0.0.1:${await Promise.race([port, died])}` }
}

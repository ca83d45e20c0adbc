import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { ItemId, MeetingId, OutcomeId, ReportId, SentenceId } from '../../../shared/base/index.ts'
import { applyReportEdit, findSentenceText } from '../../../shared/report/index.ts'
import { bundleForChild } from '../../support/killing/bundleForChild.ts'
import { Victim } from '../../support/killing/Victim.ts'
import { typeInto } from '../../support/live/RawClient.ts'
import type { RoomTold } from '../../support/live/roomVictim.ts'
import { must, newId } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const rounds = Number(process.env.KILL_ROUNDS ?? 5)
const people = 3

interface Ids {
  readonly meetingId: MeetingId
  readonly itemId: ItemId
  readonly outcomeId: OutcomeId
  readonly reportId: ReportId
}

test(
  '[DUR15] of a killed server nothing that one stock client had seen of another is lost, neither of a record nor of a report',
  async () => {
    const bundle = await bundleForChild('tests/support/live/roomVictim.ts')
    const ids: Ids = { meetingId: newId(), itemId: newId(), outcomeId: newId(), reportId: newId() }
    const sentence = newId<SentenceId>()
    const args = [temporaryFolder(), ids.meetingId, ids.itemId, ids.outcomeId, ids.reportId]
    const seen = { record: new Set<string>(), report: new Set<string>() }
    const backMs: number[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const began = performance.now()
      const { victim, url } = await start(bundle, args)
      const readers = { record: new Y.Doc(), report: new Y.Doc() }
      const reading = [await enter(url, ids.meetingId, 'p0', readers.record)]
      backMs.push(performance.now() - began)
      reading.push(await enter(url, ids.reportId, 'p0', readers.report))
      for (const kind of ['record', 'report'] as const) {
        const there = marksIn(readers[kind])
        expect(
          [...seen[kind]].filter((mark) => !there.has(mark)),
          `the ${kind} after ${round} kills`,
        ).toEqual([])
      }
      if (round === 0)
        must(
          applyReportEdit(
            readers.report,
            { kind: 'sentence.add', id: sentence, part: 'framing', after: 'last', text: '.' },
            'own',
          ),
        )
      if (round < rounds) await typeUntilKilled({ victim, url, ids, sentence, round, seen })
      else await victim.kill()
      for (const provider of reading) provider.destroy()
    }
    backMs.sort((one, other) => one - other)
    process.stdout.write(`restart to first sync: median ${at(backMs, 0.5)} ms, p99 ${at(backMs, 0.99)} ms, of ${backMs.length}\n`)
    if (process.env.KILL_P99_MS !== undefined) expect(at(backMs, 0.99)).toBeLessThan(Number(process.env.KILL_P99_MS))
    // A kill before anything was seen proves nothing.
    expect(Math.min(seen.record.size, seen.report.size)).toBeGreaterThan(rounds * 2)
  },
  60_000 + rounds * 15_000,
)

interface Work {
  readonly victim: Victim<RoomTold>
  readonly url: string
  readonly ids: Ids
  readonly sentence: SentenceId
  readonly round: number
  readonly seen: { readonly record: Set<string>; readonly report: Set<string> }
}

/** Everybody types into both as fast as the loop turns; the kill falls when a random number of words has been seen by others. */
async function typeUntilKilled({ victim, url, ids, sentence, round, seen }: Work): Promise<void> {
  const writers = await Promise.all(
    Array.from({ length: people }, async (_, n) => {
      const docs = { record: new Y.Doc(), report: new Y.Doc() }
      const providers = await Promise.all([
        enter(url, ids.meetingId, `p${n}`, docs.record),
        enter(url, ids.reportId, `p${n}`, docs.report),
      ])
      return { n, docs, providers }
    }),
  )
  const before = seen.record.size + seen.report.size
  const killAfter = 10 + Math.floor(Math.random() * 100)
  const look = () => {
    for (const { n, docs } of writers) {
      for (const kind of ['record', 'report'] as const) {
        for (const mark of marksIn(docs[kind])) if (!mark.startsWith(`[${round}.${n}.`)) seen[kind].add(mark)
      }
    }
    return seen.record.size + seen.report.size - before
  }
  for (let count = 0; look() < killAfter; count += 1) {
    for (const { n, docs } of writers) {
      const mark = `[${round}.${n}.${count}]`
      typeInto(docs.record, { url, meetingId: ids.meetingId, outcomeId: ids.outcomeId }, mark)
      typeReport(docs.report, sentence, mark)
    }
    // Within the budget of a connection.
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  await victim.kill()
  look()
  for (const { providers } of writers) for (const provider of providers) provider.destroy()
}

function typeReport(doc: Y.Doc, id: SentenceId, mark: string): void {
  const paragraph = findSentenceText(doc, id)?.get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (text instanceof Y.XmlText) text.insert(text.length, mark)
}

function marksIn(doc: Y.Doc): Set<string> {
  const roots = ['outcomes', 'sentences', 'parts'].map((name) => JSON.stringify(doc.getMap(name).toJSON()))
  return new Set([...roots.join('').matchAll(/\[\d+\.\d+\.\d+\]/g)].map(([mark]) => mark))
}

/** A stock client; resolves when it has synced. */
async function enter(url: string, documentId: string, token: string, doc: Y.Doc): Promise<WebsocketProvider> {
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/yjs`, documentId, doc, {
    protocols: ['rapporteur.v1', `bearer.${token}`],
    // The library's declaration wants the browser's class; its documentation names this one for Node.
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  onTestFinished(() => provider.destroy())
  await new Promise<void>((resolve) => provider.on('sync', (isSynced) => isSynced && resolve()))
  return provider
}

function at(sorted: readonly number[], part: number): number {
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
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

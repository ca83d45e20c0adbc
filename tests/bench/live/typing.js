import { checkSame } from './checkSame.js'
import { Ledger } from './Ledger.js'
import { percentile, residentBytesOf } from './measure.js'
import { openWorld } from './openWorld.js'
import { Typist } from './Typist.js'

/** S1 to S3: so many records with so many clients each, of which some type at a steady pace; then all must have the same text. */
export async function typing(server, load, { seconds, warmSeconds, over, shared, watch: startWatch }) {
  const { records, clients, typists, perSecond, presencePerSecond } = load
  const world = await openWorld(server, { records, outcomes: 1, people: Math.min(clients * records, 250), over, shared })
  const rooms = []
  for (const [n, document] of world.documents.entries()) {
    // A ledger a room: nobody hears of other records.
    const ledger = new Ledger()
    const links = []
    for (let person = 0; person < clients; person += 1) {
      links.push(await world.open(document.documentId, n * clients + person, ledger))
    }
    // Spread over the order of coming in, so that who comes last in a server's row is not always a reader.
    const step = clients / typists
    const typing = Array.from({ length: typists }, (_, k) => links[Math.floor(k * step)])
    const make = (link) => new Typist(link, ledger, document.documentId, document.outcomes[0], shared.findText)
    rooms.push({ document, ledger, links, typists: typing.map(make) })
  }
  const all = rooms.flatMap((room) => room.typists)
  for (const typist of all) typist.start({ perSecond, presencePerSecond })
  await pause(warmSeconds * 1000)
  for (const { ledger } of rooms) ledger.isMeasuring = true
  const watch = startWatch()
  await pause(seconds * 1000)
  const cpu = watch.end()
  for (const { ledger } of rooms) ledger.isMeasuring = false
  const rss = residentBytesOf(server.pid)
  for (const typist of all) typist.stop()
  for (const { ledger, links } of rooms) await settled(ledger, links)
  const letters = rooms.reduce((sum, { links, document }) => sum + checkSame(links, document, shared.findText), 0)
  for (const { links } of rooms) for (const link of links) link.close()
  const latencies = rooms.flatMap((room) => room.ledger.latencies)
  const edits = rooms.reduce((sum, { ledger }) => sum + ledger.sent, 0)
  const frames = rooms.reduce((sum, { links }) => sum + links[0].frameCount, 0)
  return {
    'p50 ms': percentile(latencies, 0.5),
    'p99 ms': percentile(latencies, 0.99),
    'CPU-s/1000': (cpu.server / edits) * 1000,
    'RSS MB': rss / 1e6,
    edits,
    'edits/frame': edits / frames,
    letters,
    'load CPU': cpu.own,
    'others CPU': cpu.others,
  }
}

/** Resolves once everybody has everything; throws when that takes too long. */
export async function settled(ledger, links, withinMs = 30_000) {
  const until = performance.now() + withinMs
  while (!ledger.isSeenBy(links)) {
    if (performance.now() > until) {
      const lags = links.map((link) => link.lags(ledger))
      const closed = links.map((link) => link.closedBy).filter((code) => code !== null)
      throw new Error(`Clients lack letters: ${lags.join(' ')}; closed: ${closed.join(' ')}`)
    }
    await pause(20)
  }
}

/** Resolves after so many milliseconds. */
export function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

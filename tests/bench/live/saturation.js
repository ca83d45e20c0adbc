import * as Y from 'yjs'
import { checkSame } from './checkSame.js'
import { percentile, residentBytesOf } from './measure.js'
import { openWorld } from './openWorld.js'
import { wordsOf } from './Typist.js'
import { pause, settled } from './typing.js'
import { letterBehind } from './updates.js'

/** S4: each client keeps so many letters of its own under way, each letter an update and a message of its own. */
export async function saturation(server, { clients, underWay }, { seconds, warmSeconds, over, shared, watch: startWatch }) {
  const world = await openWorld(server, { records: 1, outcomes: clients, people: clients, over, shared })
  const [document] = world.documents
  const { ledger } = world
  const links = []
  for (let person = 0; person < clients; person += 1) links.push(await world.open(document.documentId, person))
  let isOver = false
  let echoed = 0
  const begin = links.map((link, n) => {
    const doc = link.makeDoc()
    const words = wordsOf(doc, document.outcomes[n], shared.findText)
    let origin = words._start.lastId
    const lane = ledger.open(doc.clientID, link, 0)
    const send = (count) =>
      link.together(() => {
        for (; count > 0; count -= 1) {
          const clock = lane.sentAt.length
          ledger.send(lane)
          link.send(letterBehind(doc.clientID, clock, origin, 97 + (clock % 26)))
          origin = Y.createID(doc.clientID, clock)
        }
      })
    lane.onEcho = (count) => {
      if (ledger.isMeasuring) echoed += count
      if (!isOver) send(count)
    }
    return () => send(underWay)
  })
  for (const start of begin) start()
  await pause(warmSeconds * 1000)
  ledger.isMeasuring = true
  const watch = startWatch()
  await pause(seconds * 1000)
  const cpu = watch.end()
  ledger.isMeasuring = false
  const rss = residentBytesOf(server.pid)
  isOver = true
  await settled(ledger, links, 60_000)
  const letters = checkSame(links, document, shared.findText)
  for (const link of links) link.close()
  return {
    'edits/s': echoed / cpu.seconds,
    'CPU-s/1000': (cpu.server / echoed) * 1000,
    'server CPU': cpu.server / cpu.seconds,
    'p50 ms': percentile(ledger.latencies, 0.5),
    'p99 ms': percentile(ledger.latencies, 0.99),
    'RSS MB': rss / 1e6,
    letters,
    'load CPU': cpu.own,
    'others CPU': cpu.others,
  }
}

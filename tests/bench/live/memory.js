import { Ledger } from './Ledger.js'
import { openInspector } from './openInspector.js'
import { openWorld } from './openWorld.js'
import { pause } from './typing.js'

/** An empty room stays for 30 s. */
const idleMs = 33_000

/** What an open record costs while nobody types, and what is left of it when it is closed; after a collection of garbage each time. */
export async function memory(server, { records }, { over, shared }) {
  const world = await openWorld(server, { records, outcomes: 40, people: 10, over, shared })
  await pause(idleMs)
  const inspector = await openInspector(server)
  const none = await heldBytes(inspector)
  const links = []
  for (const [n, { documentId }] of world.documents.entries()) links.push(await world.open(documentId, n, new Ledger()))
  const open = await heldBytes(inspector)
  for (const link of links) link.close()
  await pause(idleMs)
  const closed = await heldBytes(inspector)
  inspector.close()
  return {
    records,
    'kB an open record': (open.heap - none.heap) / records / 1000,
    'RSS kB an open record': (open.rss - none.rss) / records / 1000,
    'kB a closed record': (closed.heap - none.heap) / records / 1000,
    'MB idle server': none.heap / 1e6,
    'RSS MB idle server': none.rss / 1e6,
  }
}

/** What the process holds after a collection of garbage. */
async function heldBytes({ ask }) {
  for (let n = 0; n < 3; n += 1) await ask('HeapProfiler.collectGarbage')
  const { result } = await ask('Runtime.evaluate', { expression: 'JSON.stringify(process.memoryUsage())' })
  const { heapUsed, external, rss } = JSON.parse(result.value)
  return { heap: heapUsed + external, rss }
}

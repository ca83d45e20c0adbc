import { WebSocket } from 'ws'
import { Ledger } from './Ledger.js'
import { openWorld } from './openWorld.js'
import { pause } from './typing.js'

/** An empty room stays for 30 s. */
const idleMs = 33_000

/** What an open record costs while nobody types, and what is left of it when it is closed; after a collection of garbage each time. */
export async function memory(server, { records }, { over, shared }) {
  const address = /ws:\/\/\S+/.exec(server.output())?.[0]
  const world = await openWorld(server, { records, outcomes: 40, people: 10, over, shared })
  await pause(idleMs)
  const inspector = await openInspector(address)
  const none = await inspector.heldBytes()
  const links = []
  for (const [n, { documentId }] of world.documents.entries()) links.push(await world.open(documentId, n, new Ledger()))
  const open = await inspector.heldBytes()
  for (const link of links) link.close()
  await pause(idleMs)
  const closed = await inspector.heldBytes()
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

/** Asks the process itself, by Node's inspector: nothing in the product is made for measuring. */
async function openInspector(address) {
  const socket = new WebSocket(address)
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  let last = 0
  const ask = (method, params = {}) => {
    last += 1
    const id = last
    socket.send(JSON.stringify({ id, method, params }))
    return new Promise((resolve) => {
      const hear = (data) => {
        const answer = JSON.parse(data)
        if (answer.id !== id) return
        socket.off('message', hear)
        resolve(answer.result)
      }
      socket.on('message', hear)
    })
  }
  return {
    async heldBytes() {
      for (let n = 0; n < 3; n += 1) await ask('HeapProfiler.collectGarbage')
      const expression = 'JSON.stringify(process.memoryUsage())'
      const { result } = await ask('Runtime.evaluate', { expression })
      const { heapUsed, external, rss } = JSON.parse(result.value)
      return { heap: heapUsed + external, rss }
    },
    close: () => socket.close(),
  }
}

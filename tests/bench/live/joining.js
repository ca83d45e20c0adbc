import * as Y from 'yjs'
import { Ledger } from './Ledger.js'
import { cpuSecondsOf, residentBytesOf } from './measure.js'
import { openWorld } from './openWorld.js'
import { wordsOf } from './Typist.js'

/** S5: a long record; restart; one comes in cold, fifty at once cold, and fifty at once warm. */
export async function joining(server, { edits, people, outcomes, joiners }, { over, shared }) {
  const world = await openWorld(server, { records: 1, outcomes, people: Math.max(people, joiners), over, shared })
  const [document] = world.documents
  const text = await write(world, document, { edits, people, shared })
  const warm = await joinAll(world, document, joiners, text, shared)
  const result = {
    'warm last ms': warm.ms,
    'warm CPU-s': warm.cpu,
    'RSS MB': residentBytesOf(server.pid) / 1e6,
    MB: warm.bytes / 1e6,
  }
  if (!server.kind.keeps) return { ...result, 'cold one ms': null, 'cold last ms': null }
  await restart(server)
  const one = await joinOne(world, document, text, shared)
  await restart(server)
  const fifty = await joinAll(world, document, joiners, text, shared)
  return { ...result, 'cold one ms': one, 'cold last ms': fifty.ms }
}

async function restart(server) {
  await server.end('SIGTERM')
  await server.start()
}

/** Thirty people one after the other, each some letters behind those of somebody else, until the record is long; answers its text. */
async function write(world, document, { edits, people, shared }) {
  const ledger = new Ledger()
  const links = []
  for (let person = 0; person < people; person += 1) links.push(await world.open(document.documentId, person, ledger))
  const doc = links[0].makeDoc()
  const ids = links.map(() => new Y.Doc().clientID)
  const lanes = ids.map((id, n) => ledger.open(id, links[n], 0))
  const made = []
  doc.on('update', (update) => made.push(update))
  const texts = document.outcomes.map((outcome) => wordsOf(doc, outcome, shared.findText))
  const turnOf = 200
  for (let done = 0, turn = 0; done < edits; turn += 1) {
    const person = turn % people
    doc.clientID = ids[person]
    const begin = Math.floor(texts[turn % texts.length].length * random(turn))
    for (let n = 0; n < turnOf && done < edits; n += 1, done += 1) {
      const words = texts[turn % texts.length]
      // Each letter before the one before it: no two of them become one piece, as in a record that was worked over again and again.
      words.insert(begin, String.fromCharCode(97 + (n % 26)))
      ledger.send(lanes[person])
    }
    const echoed = new Promise((resolve) => {
      lanes[person].onEcho = () => {
        if ((links[person].seen.get(ids[person]) ?? 0) === lanes[person].sentAt.length) resolve()
      }
    })
    links[person].together(() => {
      for (const update of made.splice(0)) links[person].send(update)
    })
    await echoed
  }
  const closed = links.find((link) => link.closedBy !== null)
  if (closed !== undefined) throw new Error(`A writer was closed with ${closed.closedBy}`)
  for (const link of links) link.close()
  return textOf(doc, document, shared)
}

/** Even enough, and the same in every round. */
function random(seed) {
  return (Math.imul(seed + 1, 2_654_435_761) >>> 0) / 2 ** 32
}

/** One comes in and has the text in its own copy. */
async function joinOne(world, document, text, shared) {
  const began = performance.now()
  const link = await world.open(document.documentId, 0, new Ledger())
  const doc = link.makeDoc()
  const ms = performance.now() - began
  mustBe(text, doc, document, shared)
  link.close()
  return ms
}

/** All at once, until the last has the bytes. What they hold is looked at afterwards: fifty copies would measure this process. */
async function joinAll(world, document, joiners, text, shared) {
  const { pid } = world.server
  const cpuBefore = cpuSecondsOf(pid)
  const began = performance.now()
  const opening = Array.from({ length: joiners }, (_, person) => world.open(document.documentId, person, new Ledger()))
  const links = await Promise.all(opening)
  const ms = performance.now() - began
  const cpu = cpuSecondsOf(pid) - cpuBefore
  const bytes = links[0].first.length
  for (const link of links) if (Buffer.compare(link.first, links[0].first) !== 0) mustBe(text, link.makeDoc(), document, shared)
  mustBe(text, links[0].makeDoc(), document, shared)
  for (const link of links) link.close()
  return { ms, cpu, bytes }
}

function mustBe(text, doc, document, shared) {
  if (textOf(doc, document, shared) !== text) throw new Error('A joiner has another text')
}

function textOf(doc, document, shared) {
  return document.outcomes.map((outcome) => wordsOf(doc, outcome, shared.findText).toString()).join('\n')
}

import * as Y from 'yjs'
import { Ledger } from './Ledger.js'
import { openWorld } from './openWorld.js'
import { wordsOf } from './Typist.js'
import { pause } from './typing.js'
import { letterBehind } from './updates.js'

/** S6: the server is killed at random moments under people who type as fast as answers come; what somebody saw, or was told is saved, must be there. */
export async function killing(server, { people }, { kills, over, shared }) {
  const world = await openWorld(server, { records: 1, outcomes: people, people, over, shared })
  const [document] = world.documents
  /** Client id → the highest clock that another client saw, and that its own was told is saved. */
  const seen = new Map()
  const told = new Map()
  let toldKnown = false
  for (let round = 0; round < kills; round += 1) {
    const ledger = new Ledger()
    const links = []
    for (let person = 0; person < people; person += 1) links.push(await world.open(document.documentId, person, ledger))
    await typeUntilKilled(server, document, links, ledger, shared)
    for (const [client, lane] of ledger.lanes) {
      seen.set(client, Math.max(0, ...links.filter((link) => link !== lane.link).map((link) => link.seen.get(client) ?? 0)))
      const saved = savedOf(server, lane, over)
      if (saved !== null) told.set(client, saved)
      toldKnown ||= saved !== null
    }
    for (const link of links) link.close()
    await server.start()
  }
  const link = await world.open(document.documentId, 0, new Ledger())
  const doc = link.makeDoc()
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc))
  const words = document.outcomes.map((outcome) => wordsOf(doc, outcome, shared.findText).toString()).join('')
  link.close()
  const all = (map) => [...map.values()].reduce((sum, count) => sum + count, 0)
  const lost = (map) => [...map].reduce((sum, [client, count]) => sum + Math.max(0, count - (clocks.get(client) ?? 0)), 0)
  return {
    kills,
    seen: all(seen),
    'seen and lost': lost(seen),
    'told saved': toldKnown ? all(told) : null,
    'told and lost': toldKnown ? lost(told) : null,
    letters: words.length,
  }
}

/** How many letters its own client was told are saved; null where nobody is ever told. */
function savedOf(server, lane, over) {
  if (server.kind.dialect === 'plain') return null
  // At our stock door what comes back has been stored; Socket.io and Hocuspocus answer each update in order.
  const isEcho = server.kind.dialect === 'rapporteur' && over === 'yjs'
  return isEcho
    ? (lane.link.seen.get(lane.client) ?? 0)
    : Math.min(lane.sentAt.length, lane.link.appliedCount - lane.answersBefore)
}

async function typeUntilKilled(server, document, links, ledger, shared) {
  let isOver = false
  let echoes = 0
  let enough = () => undefined
  const reached = new Promise((resolve) => {
    enough = resolve
  })
  const killAfter = 10 + Math.floor(Math.random() * 150)
  for (const [n, link] of links.entries()) {
    const doc = link.makeDoc()
    let origin = wordsOf(doc, document.outcomes[n], shared.findText)._start
    while (origin.right !== null) origin = origin.right
    let behind = origin.lastId
    const lane = ledger.open(doc.clientID, link, 0)
    lane.answersBefore = link.appliedCount
    const send = () => {
      const clock = lane.sentAt.length
      ledger.send(lane)
      link.send(letterBehind(doc.clientID, clock, behind, 97 + (clock % 26)))
      behind = Y.createID(doc.clientID, clock)
    }
    lane.onEcho = () => {
      echoes += 1
      if (echoes === killAfter) enough()
      if (!isOver) send()
    }
    send()
  }
  const timeout = pause(20_000).then(() => {
    throw new Error(`No answers: ${links.map((link) => link.closedBy)}`)
  })
  timeout.catch(() => undefined)
  await Promise.race([reached, timeout])
  for (let turns = Math.floor(Math.random() * 20); turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve))
  await server.end('SIGKILL')
  isOver = true
  // What had left the server before it died is still in the sockets.
  await pause(50)
}

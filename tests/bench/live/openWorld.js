import { randomBytes } from 'node:crypto'
import * as Y from 'yjs'
import { Ledger } from './Ledger.js'
import { SocketLink } from './SocketLink.js'
import { StockLink } from './StockLink.js'

const newId = () => randomBytes(16).toString('base64url')

/**
 * Documents on a server, with outcomes to type into, and people who may. At our own server they are meetings in session and guests with a
 * seat; at a peer, documents of the same shape and anybody.
 */
export async function openWorld(server, { records, outcomes, people, over = 'yjs', shared }) {
  const isOurs = server.kind.dialect === 'rapporteur'
  const { ids, tokens, own } = isOurs ? await makeMeetings(server, records, people) : { ids: list(records, newId), tokens: [] }
  const world = { server, shared, documents: [], ledger: new Ledger() }
  world.open = (documentId, person, ledger = world.ledger, way = over) => {
    const token = person === null ? own : tokens[person % Math.max(1, tokens.length)]
    if (isOurs && way !== 'yjs') {
      const transport = way === 'socket' ? 'websocket' : 'polling'
      return SocketLink.open({ url: server.url, token, transport, documentId, ledger, schemaVersion: shared.schemaVersion })
    }
    const ws = server.url.replace('http', 'ws')
    return StockLink.open({
      url: isOurs ? `${ws}/yjs/${documentId}` : `${ws}/${documentId}`,
      protocols: isOurs ? ['rapporteur.v1', `bearer.${token}`] : [],
      dialect: server.kind.dialect,
      documentId,
      ledger,
    })
  }
  for (const documentId of ids) world.documents.push(await fill(world, documentId, outcomes))
  return world
}

function list(length, make) {
  return Array.from({ length }, make)
}

/** An item and its outcomes, written by the first to come in. */
async function fill(world, documentId, outcomes) {
  const link = await world.open(documentId, null, new Ledger(), 'yjs')
  const doc = link.makeDoc()
  const updates = []
  doc.on('update', (update) => updates.push(update))
  const item = newId()
  const edit = (change) => {
    const done = world.shared.applyEdit(doc, change, 'bench')
    if (!done.ok) throw new Error(done.refusal.message)
  }
  edit({ kind: 'item.add', id: item, parent: null, after: 'last', title: 'Opening' })
  const ids = list(outcomes, newId)
  for (const id of ids) edit({ kind: 'outcome.add', id, item, after: 'last', text: 'The Group agreed.' })
  // It is there when it comes back: every one of these servers tells the sender, too.
  const wanted = Y.encodeStateVector(doc).join()
  const mirror = link.makeDoc()
  await new Promise((resolve) => {
    link.onFrame = (update) => {
      Y.applyUpdate(mirror, update)
      if (Y.encodeStateVector(mirror).join() === wanted) resolve()
    }
    link.send(Y.mergeUpdates(updates))
  })
  link.close()
  return { documentId, outcomes: ids }
}

async function makeMeetings(server, records, people) {
  const token = await claim(server)
  const { groupId } = await call(server, 'POST', '/groups', token, { name: 'Bench' })
  const ids = []
  for (let n = 0; n < records; n += 1) {
    const { meetingId } = await call(server, 'POST', `/groups/${groupId}/meetings`, token, { title: `Meeting ${n}` })
    await call(server, 'POST', `/meetings/${meetingId}/commands`, token, { kind: 'meeting.open', id: newId() })
    ids.push(meetingId)
  }
  const seat = await call(server, 'POST', `/groups/${groupId}/seats`, token, { role: 'participant', maxClaims: null })
  const tokens = []
  for (let n = 0; n < people; n += 1) {
    const secret = seat.url.split('#')[1]
    tokens.push((await call(server, 'POST', '/seats/claim', null, { secret, name: `Delegate ${n}` })).token)
  }
  return { ids, tokens, own: token }
}

/** Makes the first administrator; answers a token. */
async function claim(server) {
  const headers = { 'content-type': 'application/json', origin: server.url }
  const secret = server.firstAddress.split('#')[1]
  const body = JSON.stringify({ secret, email: 'bench@example.org', name: 'Bench', password: 'a long enough password' })
  const claimed = await fetch(`${server.url}/api/administrators/claim`, { method: 'POST', headers, body })
  const cookie = claimed.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const minted = await fetch(`${server.url}/api/tokens`, { method: 'POST', headers: { ...headers, cookie }, body: '{}' })
  if (!minted.ok) throw new Error(`No token: ${claimed.status} ${minted.status} ${await minted.text()}`)
  return (await minted.json()).token
}

async function call(server, method, path, token, body) {
  const headers = { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) }
  const answer = await fetch(`${server.url}/api${path}`, { method, headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

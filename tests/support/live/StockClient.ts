import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { readMessage, writeUpdate } from '../../../server/transports/ywebsocket/messages.ts'
import type { Person, World } from './liveWorld.ts'

/** How an edit over the stock door ended: it came back from the log, or the server closed with this code; and the client's copy. */
export interface StockEnd {
  readonly end: 'saved' | number
  readonly doc: Y.Doc
}

/** Edits with the stock client as its own documentation sets it up, on Node; the client goes when the edit has ended. */
export async function editAsStockClient(world: World, person: Person, edit: (doc: Y.Doc) => void): Promise<StockEnd> {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${world.url.replace('http', 'ws')}/yjs`, world.meetingId, doc, {
    protocols: protocolsOf(person),
    // The library's declaration wants the browser's class; its documentation names this one for Node.
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  onTestFinished(() => provider.destroy())
  const closed = new Promise<number>((resolve) => provider.on('connection-close', (event) => resolve(event?.code ?? 0)))
  const synced = new Promise<'synced'>((resolve) => provider.on('sync', (isSynced) => isSynced && resolve('synced')))
  const start = await Promise.race([closed, synced])
  if (start !== 'synced') return { end: start, doc }
  const { ws } = provider
  if (ws === null) throw new Error('Synced without a socket')
  // A stored frame is told to everybody, its sender included: the stock protocol's only word that something is saved.
  const echoed = new Promise<'saved'>((resolve) => {
    ws.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
      const message = readMessage(new Uint8Array(data))
      if (message.ok && message.value.kind === 'update') resolve('saved')
    })
  })
  doc.transact(() => edit(doc))
  const end = await Promise.race([closed, echoed])
  provider.destroy()
  return { end, doc }
}

/** Pushes an update without waiting to be let in, as no stock client would; tells the code it was closed with, and what it heard. */
export async function pushUninvited(world: World, person: Person, update: Uint8Array): Promise<{ end: number; heard: number }> {
  const socket = new WebSocket(`${world.url.replace('http', 'ws')}/yjs/${world.meetingId}`, protocolsOf(person))
  onTestFinished(() => socket.terminate())
  let heard = 0
  socket.on('message', () => {
    heard += 1
  })
  socket.on('open', () => socket.send(writeUpdate(update)))
  return new Promise((resolve, reject) => {
    socket.once('close', (end) => resolve({ end, heard }))
    socket.once('error', reject)
  })
}

function protocolsOf(person: Person): string[] {
  return ['rapporteur.v1', `bearer.${person.token}`]
}

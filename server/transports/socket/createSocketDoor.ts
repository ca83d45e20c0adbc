import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { type Refusal, refuse } from '../../../shared/base/index.ts'
import type { DoorParts } from '../doorParts.ts'
import { GuardedWebSocketServer } from '../GuardedWebSocketServer.ts'
import { maxCommandBytes } from '../maxCommandBytes.ts'
import { watchKnown } from '../watchKnown.ts'
import { bindLines } from './bindLines.ts'
import { guardLines } from './guardLines.ts'
import { politeAnswers } from './politeAnswers.ts'
import { SocketGuest } from './SocketGuest.ts'
import { createSocketSpeaker } from './socketSpeaker.ts'
import { tokenOf } from './tokenOf.ts'

/** The browser's door; closes without touching the HTTP server it stands on. */
export interface SocketDoor {
  close(): Promise<void>
}

/** Opens the Socket.io door: WebSocket and long polling as full equals, the same messages over both. */
export function createSocketDoor(httpServer: HttpServer, parts: DoorParts): SocketDoor {
  const io = new Server(httpServer, {
    path: '/socket.io',
    serveClient: false,
    transports: ['polling', 'websocket'],
    maxHttpBufferSize: maxCommandBytes,
    // A2: who has opened a line and says nothing is not waited for; traffic does not extend it.
    connectTimeout: 10_000,
    perMessageDeflate: false,
    wsEngine: GuardedWebSocketServer,
    httpCompression: false,
    // Upgrades of other paths belong to other doors: the engine must not end them.
    destroyUpgrade: false,
    // W1: CORS options do not stop WebSockets, so the origin is asked at the handshake of every transport.
    allowRequest: (request, answer) =>
      answer(
        null,
        !asksForScript(request.url) && parts.originAllowed(request.headers) && lines.mayOpen(request.socket.remoteAddress),
      ),
    // No connection state recovery: it lets a socket back in past the middleware, and rights are asked at every entrance.
  })
  const lines = guardLines(io, parts)
  bindLines(io, parts)
  const stopAnswers = politeAnswers(httpServer, '/socket.io')
  io.use((socket, next) => {
    admit(socket, parts)
      .then((refusal) => next(refusal === null ? undefined : Object.assign(new Error(refusal.code), { data: refusal })))
      .catch((error: unknown) => {
        const fault = parts.reportFault(error)
        next(Object.assign(new Error('internal'), { data: { code: 'internal', message: `A fault of ours (${fault}).` } }))
      })
  })
  const speaker = createSocketSpeaker(io, parts.clock)
  io.on('connection', (socket) => {
    new SocketGuest(socket, speaker, parts, lines.of(socket)).listen()
    // Whoever is still somebody comes in again by itself; who is not is told so at the handshake.
    const from = { headers: socket.handshake.headers, token: tokenOf(socket) }
    socket.once(
      'disconnect',
      watchKnown(parts, from, () => socket.conn.close(true)),
    )
  })
  return {
    // The HTTP server is closed by whoever opened it, so only the engine and its sockets are ended here.
    close: async () => {
      stopAnswers()
      speaker.close()
      io.disconnectSockets(true)
      io.engine.close()
      await Promise.resolve()
    },
  }
}

/** The engine answers in the way of very old browsers, as a script, whoever asks so: nobody of ours does, and it is read by other rules. */
function asksForScript(url: string | undefined): boolean {
  return new URL(url ?? '', 'http://line').searchParams.has('j')
}

async function admit(socket: Socket, parts: DoorParts): Promise<Refusal | null> {
  const known = await parts.identify(socket.handshake.headers, tokenOf(socket))
  if (!known.ok) return known.refusal
  return known.value.caller.kind === 'stranger' ? refuse('unauthenticated', 'Sign in or use your link first.').refusal : null
}

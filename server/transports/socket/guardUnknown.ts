import type { Server, Socket } from 'socket.io'
import { maxCommandBytes } from '../maxCommandBytes.ts'

type EngineLine = Socket['conn']

/** Until somebody is known only the packet that says who it is comes: a token and what stands around it. */
export const maxUnknownBytes = 8 * 1024

/** Packets in one request of long polling: no line may bring more at once (WireMeter), and to part them costs time by itself. */
const maxPackets = 4_000
const separator = '\x1e'

/** What long polling has beside what the library declares of every transport. */
interface PollingParts {
  maxHttpBufferSize: number
  onData(data: string): void
}

/**
 * Bounds what lines may bring before anybody knows whose they are, and how many packets one request may hold: the engine reads a
 * request to its end and takes it apart before any packet of it can be counted (A2, B8). Gives back what to call once somebody is known.
 */
export function guardUnknown(io: Server): (line: EngineLine) => void {
  const letGo = new WeakMap<EngineLine, () => void>()
  io.engine.on('connection', (line: EngineLine) => {
    letGo.set(line, line.transport.name === 'polling' ? boundRequests(line) : boundBytes(line))
  })
  return (line) => letGo.get(line)?.()
}

function boundRequests(line: EngineLine): () => void {
  // The engine's own transport of this name; it declares these two for itself alone.
  const polling = line.transport as unknown as PollingParts
  const read = polling.onData.bind(polling)
  polling.maxHttpBufferSize = maxUnknownBytes
  polling.onData = (data) => {
    if (holdsMore(data, maxPackets)) line.close(true)
    else read(data)
  }
  return () => {
    polling.maxHttpBufferSize = maxCommandBytes
  }
}

function boundBytes(line: EngineLine): () => void {
  const { socket } = line.request
  let bytes = 0
  const count = (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > maxUnknownBytes) socket.destroy()
  }
  socket.on('data', count)
  return () => socket.off('data', count)
}

function holdsMore(payload: string, most: number): boolean {
  let at = -1
  for (let packets = 1; packets <= most; packets += 1) {
    at = payload.indexOf(separator, at + 1)
    if (at === -1) return false
  }
  return true
}

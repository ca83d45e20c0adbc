import type { Socket } from 'socket.io'

/**
 * Counts what was said to a socket since its transport last took something: a WebSocket takes the next batch only when
 * the one before has left the process, and long polling only when the client asks again.
 */
export function measureBacklog(socket: Socket): () => number {
  let queuedBytes = 0
  socket.conn.on('packetCreate', (packet: { readonly data?: unknown }) => {
    const { data } = packet
    if (typeof data === 'string' || Buffer.isBuffer(data)) queuedBytes += data.length
  })
  socket.conn.on('flush', () => {
    queuedBytes = 0
  })
  return () => queuedBytes
}

import type { Socket } from 'socket.io'
import type { Clock } from '../../base/index.ts'
import type { Sink } from '../../rooms/index.ts'

/**
 * Counts what was said to a socket since its transport last took something: a WebSocket takes the next batch only when
 * the one before has left the process, and long polling only when the client asks again.
 */
export function measureBacklog(socket: Socket, clock: Pick<Clock, 'monotonicMs'>): Required<Pick<Sink, 'backlog' | 'queuedMs'>> {
  let queuedBytes = 0
  let since: number | null = null
  socket.conn.on('packetCreate', (packet: { readonly data?: unknown }) => {
    const { data } = packet
    if (typeof data === 'string' || Buffer.isBuffer(data)) queuedBytes += data.length
    since ??= clock.monotonicMs()
  })
  socket.conn.on('flush', () => {
    queuedBytes = 0
    since = null
  })
  return { backlog: () => queuedBytes, queuedMs: () => (since === null ? 0 : clock.monotonicMs() - since) }
}

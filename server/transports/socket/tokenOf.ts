import type { Socket } from 'socket.io'

/** The token of a client without a cookie; never in an address, where logs would keep it. */
export function tokenOf(socket: Socket): string | null {
  const token: unknown = socket.handshake.auth.token
  return typeof token === 'string' ? token : null
}

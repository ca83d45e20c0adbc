import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Server, Socket } from 'socket.io'
import type { DoorParts } from '../doorParts.ts'

type EngineLine = Socket['conn']

/**
 * A line that somebody opened takes requests from that person alone. Over long polling each message is a request of its own, and
 * what ties them together is an id in the address, which a proxy may log: by itself it must open nothing (S6, B8). Lines that bring
 * their token in a packet have nothing in their requests to be known by.
 */
export function bindLines(io: Server, { identify, reportFault }: Pick<DoorParts, 'identify' | 'reportFault'>): void {
  const personOf = async (headers: IncomingHttpHeaders) => {
    const known = await identify(headers, null)
    return known.ok && known.value.caller.kind !== 'stranger' ? known.value.caller.person : null
  }
  const isOwn = async (opened: IncomingHttpHeaders, headers: IncomingHttpHeaders) => {
    const [owner, caller] = await Promise.all([personOf(opened), personOf(headers)])
    return owner === null ? caller === null : owner === caller
  }
  io.engine.use((request: IncomingMessage, _response: unknown, next: (error?: Error) => void) => {
    const opened = openedWith(io, request)
    const { headers } = request
    if (opened === null || (opened.cookie === headers.cookie && opened.authorization === headers.authorization)) return next()
    isOwn(opened, headers)
      .then((own) => next(own ? undefined : new Error('Not this line')))
      .catch((error: unknown) => {
        reportFault(error, { while: 'asking whose line it is' })
        next(new Error('Not this line'))
      })
  })
}

/** The headers of the request that opened the line which this one names; null where it names none, or none that is there. */
function openedWith(io: Server, request: IncomingMessage): IncomingHttpHeaders | null {
  const sid = new URL(request.url ?? '', 'http://line').searchParams.get('sid')
  if (sid === null) return null
  // The engine declares its table of lines for itself alone.
  const { clients } = io.engine as unknown as { readonly clients: Readonly<Record<string, EngineLine>> }
  const line = Object.hasOwn(clients, sid) ? clients[sid] : undefined
  if (line === undefined) return null
  const { cookie, authorization } = line.request.headers
  return cookie === undefined && authorization === undefined ? null : line.request.headers
}

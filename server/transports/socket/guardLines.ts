import type { Server, Socket } from 'socket.io'
import type { DoorParts } from '../doorParts.ts'
import { WireMeter } from '../WireMeter.ts'
import { guardUnknown, maxUnknownBytes } from './guardUnknown.ts'

/** What one line brings and whether it may go on. */
export interface Line {
  readonly meter: WireMeter
  /** It has been ended: what is still on its way counts for nothing. */
  readonly isOver: boolean
}

/** Watches the lines under the sockets. */
export interface Lines {
  of(socket: Socket): Line
  /** Whether one more may be opened from this address: who has come in counts no more. */
  mayOpen(address: string | undefined): boolean
}

type EngineLine = Socket['conn']

/** Lines that are open and whose people are not known yet: all, and of one address (an office or a proxy has one). */
const maxUnknown = 1_000
const maxUnknownEach = 300

/** G12: only these bring Yjs bytes or texts; whatever else is longer than this is none of ours. */
const maxUsualLength = 64 * 1024
const longEvent = /^\d*\["(?:record\.update|record\.sync|meeting\.join|report\.join|session\.command)"/

/** Ends a line that brings too much, or what no client of ours sends, before any of it is read (A2, B8). */
export function guardLines(io: Server, parts: Pick<DoorParts, 'clock' | 'allowances'>): Lines {
  const lines = new WeakMap<EngineLine, { meter: WireMeter; isOver: boolean }>()
  const unknown = new Map<EngineLine, string>()
  const letGo = guardUnknown(io)
  io.engine.on('connection', (engineLine: EngineLine) => {
    const line = { meter: new WireMeter(parts.clock, parts.allowances), isOver: false }
    lines.set(engineLine, line)
    unknown.set(engineLine, engineLine.remoteAddress)
    engineLine.once('close', () => unknown.delete(engineLine))
    engineLine.on('packet', ({ data }: { readonly data?: unknown }) => {
      if (line.isOver) return
      const length = typeof data === 'string' || Buffer.isBuffer(data) ? data.length : 0
      const isTooEarly = length > maxUnknownBytes && unknown.has(engineLine)
      if (line.meter.take(length) && isOurs(data) && !isTooEarly) return
      line.isOver = true
      engineLine.close(true)
    })
  })
  io.on('connection', (socket) => {
    unknown.delete(socket.conn)
    letGo(socket.conn)
  })
  return {
    of: (socket) => lines.get(socket.conn) ?? { meter: new WireMeter(parts.clock, parts.allowances), isOver: false },
    mayOpen: (address) => {
      if (unknown.size >= maxUnknown) return false
      let own = 0
      for (const other of unknown.values()) if (other === address) own += 1
      return own < maxUnknownEach
    },
  }
}

/** No client of ours sends bytes: Yjs travels as text, so a packet never has attachments. */
function isOurs(data: unknown): boolean {
  if (typeof data !== 'string') return data === undefined
  return data.length <= maxUsualLength || longEvent.test(data.slice(0, 64))
}

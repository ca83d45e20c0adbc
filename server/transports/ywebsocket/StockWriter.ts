import type { WebSocket } from 'ws'
import type { Clock } from '../../base/index.ts'

/** The part of the library that takes frames as they are. Socket.io's engine sends its ready frames by it, too. */
interface WithSender {
  readonly _sender: { sendFrame(list: readonly Uint8Array[]): void }
}

/** A message as it goes over the line: header and bytes in one piece, so that each receiver costs one write and nothing is made anew. */
export type ReadyFrame = Uint8Array & { readonly __brand: 'ReadyFrame' }

const finalBinary = 0x82

/** Makes a server's frame of a message (RFC 6455, 5.2): unmasked, in one piece. */
export function readyFrame(message: Uint8Array): ReadyFrame {
  const { length } = message
  const headerBytes = length < 126 ? 2 : length < 0x1_0000 ? 4 : 10
  const frame = Buffer.allocUnsafe(headerBytes + length)
  frame[0] = finalBinary
  if (headerBytes === 2) frame[1] = length
  else if (headerBytes === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.set(message, headerBytes)
  // The brand is a claim of this function alone.
  return frame as Uint8Array as ReadyFrame
}

/** Writes to one socket, and knows how long the oldest of what it wrote has been waiting there. */
export class StockWriter {
  private writtenBytes = 0
  /** What could not leave at once: when it was written, and how many bytes had been with it. */
  private waiting: { readonly at: number; readonly end: number }[] = []

  constructor(
    private readonly socket: WebSocket,
    private readonly clock: Pick<Clock, 'monotonicMs'>,
  ) {}

  write(frame: ReadyFrame): void {
    const { socket } = this
    if (socket.readyState !== socket.OPEN)
      return // No compression on this door, so nothing that was sent before can still be on its way to the same sender.
    ;(socket as unknown as WithSender)._sender.sendFrame([frame])
    this.writtenBytes += frame.length
    if (socket.bufferedAmount > 0) this.waiting.push({ at: this.clock.monotonicMs(), end: this.writtenBytes })
  }

  backlog(): number {
    return this.socket.bufferedAmount
  }

  queuedMs(): number {
    const { bufferedAmount } = this.socket
    if (bufferedAmount === 0) {
      if (this.waiting.length > 0) this.waiting = []
      return 0
    }
    const leftBytes = this.writtenBytes - bufferedAmount
    const next = this.waiting.findIndex(({ end }) => end > leftBytes)
    this.waiting.splice(0, next === -1 ? this.waiting.length : next)
    const oldest = this.waiting[0]
    return oldest === undefined ? 0 : this.clock.monotonicMs() - oldest.at
  }
}

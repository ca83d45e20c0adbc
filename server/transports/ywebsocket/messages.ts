import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { ok, type Result, refuse } from '../../../shared/base/index.ts'

// The frames of y-websocket 3 and y-protocols 1, read and written by ourselves: a reading helper of those packages would
// apply what it reads, and swallow what it cannot. https://github.com/yjs/y-protocols/blob/master/PROTOCOL.md
const messageSync = 0
const messageAwareness = 1
const messageQueryAwareness = 3
const syncStep1 = 0
const syncStep2 = 1
const syncUpdate = 2

const maxAwarenessEntries = 1_000

/** One message of a stock client. */
export type ClientMessage =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  /** The second step of a sync, or an update: both bring words. The second step answers our first with all that we lacked then. */
  | { readonly kind: 'update'; readonly bytes: Uint8Array; readonly isAnswer: boolean }
  | { readonly kind: 'awareness'; readonly entries: readonly AwarenessEntry[] }
  | { readonly kind: 'queryAwareness' }

/** Where one client is, in the words of the awareness protocol. */
export interface AwarenessEntry {
  readonly clientId: number
  readonly clock: number
  /** Null: gone. */
  readonly state: unknown
}

/** Reads one frame to its last byte. Several messages in one frame are refused, as is everything unknown (B4). */
export function readMessage(frame: Uint8Array): Result<ClientMessage> {
  try {
    const decoder = decoding.createDecoder(frame)
    const message = read(decoder)
    return message !== null && decoder.pos === frame.length ? ok(message) : unreadable()
  } catch {
    // The decoder ran over the end, or the state is no JSON: it came from this frame and touched nothing of ours.
    return unreadable()
  }
}

function unreadable() {
  return refuse('malformed', 'This frame is not one message of the y-websocket protocol.')
}

function read(decoder: decoding.Decoder): ClientMessage | null {
  switch (decoding.readVarUint(decoder)) {
    case messageSync: {
      const step = decoding.readVarUint(decoder)
      const bytes = decoding.readVarUint8Array(decoder).slice()
      if (step === syncStep1) return { kind: 'step1', stateVector: bytes }
      return step === syncStep2 || step === syncUpdate ? { kind: 'update', bytes, isAnswer: step === syncStep2 } : null
    }
    case messageAwareness:
      return readAwareness(decoding.readVarUint8Array(decoder))
    case messageQueryAwareness:
      return { kind: 'queryAwareness' }
    default:
      return null
  }
}

function readAwareness(bytes: Uint8Array): ClientMessage | null {
  const decoder = decoding.createDecoder(bytes)
  const count = decoding.readVarUint(decoder)
  if (count > maxAwarenessEntries) return null
  const entries: AwarenessEntry[] = []
  for (let index = 0; index < count; index += 1) {
    const clientId = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const state: unknown = JSON.parse(decoding.readVarString(decoder))
    if (clientId > 0xffffffff) return null
    entries.push({ clientId, clock, state })
  }
  return decoder.pos === bytes.length ? { kind: 'awareness', entries } : null
}

/** Asks the client for what the server lacks. */
export function writeStep1(stateVector: Uint8Array): Uint8Array {
  return writeSync(syncStep1, stateVector)
}

/** Gives the client what it lacks. */
export function writeStep2(update: Uint8Array): Uint8Array {
  return writeSync(syncStep2, update)
}

export function writeUpdate(update: Uint8Array): Uint8Array {
  return writeSync(syncUpdate, update)
}

function writeSync(step: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageSync)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

/** Says where clients are; each state is a variable string, already written. */
export function writeAwareness(
  entries: readonly { readonly clientId: number; readonly clock: number; readonly state: Uint8Array }[],
): Uint8Array {
  const inner = encoding.createEncoder()
  encoding.writeVarUint(inner, entries.length)
  for (const { clientId, clock, state } of entries) {
    encoding.writeVarUint(inner, clientId)
    encoding.writeVarUint(inner, clock)
    encoding.writeUint8Array(inner, state)
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageAwareness)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner))
  return encoding.toUint8Array(encoder)
}

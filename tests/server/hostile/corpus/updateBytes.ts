import * as encoding from 'lib0/encoding'

/** The id of a letter or node: client, clock. */
export type Id = readonly [client: number, clock: number]

/** A struct as its sender claims it to be. */
export interface Claimed {
  readonly origin?: Id
  readonly right?: Id
  /** A root's name, or the struct that made the parent. */
  readonly parent?: string | Id
  readonly key?: string
  /** Number of the content's kind, and what follows it. */
  readonly content: readonly [kind: number, write: (bytes: encoding.Encoder) => void]
}

/** A run of structs under one client id, from this clock on. */
export interface Run {
  readonly client: number
  readonly clock: number
  readonly structs: readonly Claimed[]
  /** How many there are said to be, where that is a lie. */
  readonly claims?: number
}

/** Deletions, by client: clock and length. */
export type Deletes = readonly (readonly [client: number, ranges: readonly Id[]])[]

/** Writes an update of version 1 as nobody's library would. */
export function updateBytes(runs: readonly Run[], deletes: Deletes = []): Uint8Array {
  const bytes = encoding.createEncoder()
  encoding.writeVarUint(bytes, runs.length)
  for (const { client, clock, structs, claims } of runs) {
    encoding.writeVarUint(bytes, claims ?? structs.length)
    encoding.writeVarUint(bytes, client)
    encoding.writeVarUint(bytes, clock)
    for (const struct of structs) writeStruct(bytes, struct)
  }
  encoding.writeVarUint(bytes, deletes.length)
  for (const [client, ranges] of deletes) {
    encoding.writeVarUint(bytes, client)
    encoding.writeVarUint(bytes, ranges.length)
    for (const range of ranges) writeId(bytes, range)
  }
  return encoding.toUint8Array(bytes)
}

function writeStruct(bytes: encoding.Encoder, { origin, right, parent, key, content: [kind, write] }: Claimed): void {
  const flags = (origin === undefined ? 0 : 0x80) | (right === undefined ? 0 : 0x40) | (key === undefined ? 0 : 0x20)
  encoding.writeUint8(bytes, kind | flags)
  if (kind === 0 || kind === 10) {
    write(bytes)
    return
  }
  if (origin !== undefined) writeId(bytes, origin)
  if (right !== undefined) writeId(bytes, right)
  if (origin === undefined && right === undefined) {
    encoding.writeVarUint(bytes, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') encoding.writeVarString(bytes, parent)
    else writeId(bytes, parent ?? [0, 0])
    if (key !== undefined) encoding.writeVarString(bytes, key)
  }
  write(bytes)
}

function writeId(bytes: encoding.Encoder, [client, clock]: Id): void {
  encoding.writeVarUint(bytes, client)
  encoding.writeVarUint(bytes, clock)
}

/** Letters. */
export const letters = (text: string): Claimed['content'] => [4, (bytes) => encoding.writeVarString(bytes, text)]
/** Something collected, of this length. */
export const collected = (length: number): Claimed['content'] => [0, (bytes) => encoding.writeVarUint(bytes, length)]
/** A hole. */
export const hole = (length: number): Claimed['content'] => [10, (bytes) => encoding.writeVarUint(bytes, length)]
/** A plain value. */
export const value = (text: string): Claimed['content'] => [
  8,
  (bytes) => {
    encoding.writeVarUint(bytes, 1)
    encoding.writeAny(bytes, text)
  },
]
/** A shared type by its number; an element has a name. */
export const type = (kind: number, name?: string): Claimed['content'] => [
  7,
  (bytes) => {
    encoding.writeVarUint(bytes, kind)
    if (name !== undefined) encoding.writeVarString(bytes, name)
  },
]
/** A mark that begins or ends. */
export const mark = (on: object | null): Claimed['content'] => [
  6,
  (bytes) => {
    encoding.writeVarString(bytes, 'bold')
    encoding.writeVarString(bytes, JSON.stringify(on))
  },
]
/** A number of this many bytes, all at their greatest. */
export const endless = (bytes: number): number[] => [...Array<number>(bytes - 1).fill(255), 127]

import * as Y from 'yjs'
import { ok, type Result, refuse } from '../../shared/base/index.ts'

/** One kind of piece an update is made of, in the order of the bytes. */
export type Struct = Y.Item | Y.GC

/** A stretch of somebody's clocks. */
export interface Range {
  readonly clock: number
  readonly len: number
}

/** An update taken apart, and applied to nothing. */
export interface ReadUpdate {
  /** Per client id one unbroken run, in the order of its clocks. */
  readonly structs: ReadonlyMap<number, readonly Struct[]>
  readonly deletes: ReadonlyMap<number, readonly Range[]>
}

/** What an update may hold. */
interface ReadingLimits {
  readonly bytes: number
  readonly structs: number
  readonly clients: number
}

const usual: ReadingLimits = { bytes: 1024 * 1024, structs: 20_000, clients: 5_000 }
/** A stock client sends all deletions that its document ever had. */
const maxDeletions = 200_000
const maxClientId = 0xffffffff
/** Far beyond what a record can hold, and far from where numbers stop being exact. */
const maxClock = 0xffffffff

/** Takes a V1 update apart to its last byte. Nothing is allocated by a size that the bytes only claim. */
export function readUpdate(bytes: Uint8Array, limits: ReadingLimits = usual): Result<ReadUpdate> {
  if (bytes.length > limits.bytes) return refuse('tooLarge', 'An update may have at most 1 MiB.')
  let decoder: CountingDecoder | null = null
  // Called with `new` by Yjs; it only hands over the decoder it made. A class made anew for each update would cost more than the reading.
  const Keep = function keep(rest: ConstructorParameters<typeof Y.UpdateDecoderV1>[0]) {
    decoder = new CountingDecoder(rest, limits)
    return decoder
  } as unknown as typeof Y.UpdateDecoderV1
  try {
    // B4: only V1 is ever decoded; the V2 function is used because it takes the decoder, and ours reads V1.
    const { structs, ds } = Y.decodeUpdateV2(bytes, Keep)
    if (endOf(decoder) !== bytes.length) return malformed()
    return sortOut(structs, ds.clients)
  } catch (error) {
    if (error instanceof TooManyParts) return refuse('tooLarge', 'An update of too many parts.')
    // Whatever the decoder stumbled over came from these bytes: it has touched nothing of ours.
    return malformed()
  }
}

function endOf(decoder: CountingDecoder | null): number {
  return decoder === null ? -1 : decoder.restDecoder.pos
}

class TooManyParts extends Error {}

/** Reads V1, stops at too many parts, and refuses a client id that comes in two blocks (Yjs would forget the first). */
class CountingDecoder extends Y.UpdateDecoderV1 {
  private structCount = 0
  private deletionCount = 0
  private readonly clients = new Set<number>()

  constructor(
    rest: ConstructorParameters<typeof Y.UpdateDecoderV1>[0],
    private readonly limits: ReadingLimits,
  ) {
    super(rest)
  }

  override readInfo(): number {
    this.structCount += 1
    if (this.structCount > this.limits.structs) throw new TooManyParts()
    return super.readInfo()
  }

  override readDsClock(): number {
    this.deletionCount += 1
    if (this.deletionCount > maxDeletions) throw new TooManyParts()
    return super.readDsClock()
  }

  override readClient(): number {
    const client = super.readClient()
    if (this.clients.has(client)) throw new Error('A client id in two blocks')
    this.clients.add(client)
    if (this.clients.size > this.limits.clients) throw new TooManyParts()
    return client
  }
}

function sortOut(
  all: readonly (Y.Item | Y.GC | Y.Skip)[],
  deleteClients: ReadonlyMap<number, readonly Range[]>,
): Result<ReadUpdate> {
  const structs = new Map<number, Struct[]>()
  for (const struct of all) {
    const { client, clock } = struct.id
    if (!inRange(client, clock, struct.length)) return malformed()
    // A hole: what comes after it builds on something that is not here.
    if (struct instanceof Y.Skip) return refuse('gap', 'The update leaves out a part of what it builds on.')
    const run = structs.get(client)
    if (run === undefined) structs.set(client, [struct])
    else run.push(struct)
  }
  for (const [client, ranges] of deleteClients) {
    for (const { clock, len } of ranges) if (!inRange(client, clock, len)) return malformed()
  }
  return ok({ structs, deletes: deleteClients })
}

function inRange(client: number, clock: number, length: number): boolean {
  return client >= 0 && client <= maxClientId && clock >= 0 && length > 0 && clock + length <= maxClock
}

function malformed() {
  return refuse('malformed', 'These bytes are not a Yjs update of version 1.')
}

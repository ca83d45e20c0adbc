import * as Y from 'yjs'
import type { AnyType } from './holder.ts'
import type { Scene, Struct } from './scene.ts'

/** A stretch of a struct that stands in a list as a piece of its own: from this clock to the next cut, or to the struct's end. */
interface Piece {
  readonly item: Y.Item
  readonly from: number
}

/** The beginning of a list, or of the values that a key ever had. */
interface Lane {
  first: Piece | null
}

/** What merging one update may step over: some milliseconds of work, and far more than any honest edit needs. */
const maxSteps = 20_000

/** Why the pieces of an update, each of which has its spot, are too much work to merge; null when they are not. */
export function tooCrowded(doc: Y.Doc, structs: readonly Struct[], scene: Scene): string | null {
  const crowd = new Crowd(doc, scene)
  for (const item of inMergingOrder(structs, scene))
    if (!crowd.place(item)) return 'This would have to be set among too many others.'
  return null
}

/**
 * Follows, beside the document, where merging would set each new piece, and counts what it would have to step over. Merging goes
 * through all that stands between the two neighbours that a piece names; who names far ones often makes that quadratic, and a
 * frame of 1 MiB would hold a server for minutes (RELIABILITY G11). Honest pieces stand beside their neighbours.
 */
class Crowd {
  #steps = 0
  readonly #lanes = new Map<AnyType, Map<string | null, Lane>>()
  /** Behind which letters of a struct something was set in, in order. */
  readonly #cuts = new Map<Y.Item, number[]>()
  readonly #after = new Map<number, Map<number, Piece | null>>()

  constructor(
    private readonly doc: Y.Doc,
    private readonly scene: Scene,
  ) {}

  /** Sets one more piece; false when that would step over too much. */
  place(item: Y.Item): boolean {
    const spot = this.scene.spotOf(item)
    // What lands in something collected becomes nothing and is set nowhere.
    if (typeof spot === 'string' || spot.standing.holder.kind === 'gone' || spot.standing.type === null) return true
    // Of a struct that is known in part only the rest is set, behind its own last known letter.
    const from = Math.max(item.id.clock, this.scene.known(item.id.client))
    const piece = { item, from }
    const origin = originOf(piece)
    const lane = origin === null ? this.#laneOf(spot.standing.type, spot.key) : null
    const first = origin === null ? (lane?.first ?? null) : this.#behind(origin)
    const left = this.#settle(piece, origin, first)
    if (this.#steps > maxSteps) return false
    const last = item.id.clock + item.length - 1
    const before = left === null ? this.#holderOf(origin) : { item: left.item, clock: this.#endOf(left) }
    this.#cut(item, last, left === null ? first : this.#next(left))
    if (before !== null) this.#cut(before.item, before.clock, piece)
    else if (lane !== null) lane.first = piece
    return this.#steps <= maxSteps
  }

  #holderOf(origin: Y.ID | null): { readonly item: Y.Item; readonly clock: number } | null {
    const struct = origin === null ? null : this.scene.find(origin)
    return struct instanceof Y.Item && origin !== null ? { item: struct, clock: origin.clock } : null
  }

  /** The library's own search for a place among those who claim the same one; gives the piece to stand behind, null for none. */
  #settle({ item }: Piece, origin: Y.ID | null, first: Piece | null): Piece | null {
    if (first === null || this.#isAt(first, item.rightOrigin)) return null
    let left: Piece | null = null
    const before = new Set<Y.Item>()
    const rivals = new Set<Y.Item>()
    for (let other: Piece | null = first; other !== null && !this.#isAt(other, item.rightOrigin); other = this.#next(other)) {
      this.#steps += 1
      if (this.#steps > maxSteps) return left
      before.add(other.item)
      rivals.add(other.item)
      const theirs = originOf(other)
      if (Y.compareIDs(origin, theirs)) {
        if (other.item.id.client < item.id.client) {
          left = other
          rivals.clear()
        } else if (Y.compareIDs(item.rightOrigin, other.item.rightOrigin)) return left
      } else {
        const maker = theirs === null ? null : this.scene.find(theirs)
        if (!(maker instanceof Y.Item) || !before.has(maker)) return left
        if (!rivals.has(maker)) {
          left = other
          rivals.clear()
        }
      }
    }
    return left
  }

  #isAt(piece: Piece, id: Y.ID | null): boolean {
    return id !== null && piece.item.id.client === id.client && id.clock >= piece.from && id.clock <= this.#endOf(piece)
  }

  /** What stands behind a letter. */
  #behind(id: Y.ID): Piece | null {
    const struct = this.scene.find(id)
    return struct instanceof Y.Item ? this.#next({ item: struct, from: id.clock }, id.clock) : null
  }

  #next(piece: Piece, end = this.#endOf(piece)): Piece | null {
    const told = this.#after.get(piece.item.id.client)?.get(end)
    if (told !== undefined) return told
    if (end < piece.item.id.clock + piece.item.length - 1) return { item: piece.item, from: end + 1 }
    const { right } = piece.item
    return right === null ? null : { item: right, from: right.id.clock }
  }

  #endOf({ item, from }: Piece): number {
    const cuts = this.#cuts.get(item)
    const end = item.id.clock + item.length - 1
    return cuts === undefined ? end : (cuts[countBelow(cuts, from)] ?? end)
  }

  /** From here on this piece follows on that letter. */
  #cut(item: Y.Item, clock: number, next: Piece | null): void {
    const { client } = item.id
    const after = this.#after.get(client) ?? new Map<number, Piece | null>()
    this.#after.set(client, after)
    const isNew = !after.has(clock)
    after.set(clock, next)
    if (!isNew || clock === item.id.clock + item.length - 1) return
    // Cutting a stored struct in two moves all structs of its client that come behind it.
    this.#steps += (this.doc.store.clients.get(client)?.length ?? 0) >> 6
    const cuts = this.#cuts.get(item)
    if (cuts === undefined) this.#cuts.set(item, [clock])
    else {
      cuts.splice(countBelow(cuts, clock), 0, clock)
      this.#steps += cuts.length >> 10
    }
  }

  #laneOf(type: AnyType, key: string | null): Lane {
    const lanes = this.#lanes.get(type) ?? new Map<string | null, Lane>()
    this.#lanes.set(type, lanes)
    const known = lanes.get(key)
    if (known !== undefined) return known
    let first = key === null ? type._start : (type._map.get(key) ?? null)
    while (key !== null && first !== null && first.left !== null && this.#steps <= maxSteps) {
      first = first.left
      this.#steps += 1
    }
    const lane = { first: first === null ? null : { item: first, from: first.id.clock } }
    lanes.set(key, lane)
    return lane
  }
}

/** What a piece stands behind by its own word; a later stretch of a struct stands behind the one before. */
function originOf({ item, from }: Piece): Y.ID | null {
  return from > item.id.clock ? Y.createID(item.id.client, from - 1) : item.origin
}

/** The order in which the library merges: the highest client id first, and what a piece waits for before it. */
function* inMergingOrder(structs: readonly Struct[], scene: Scene): Generator<Y.Item> {
  const runs = new Map<number, { readonly structs: Struct[]; at: number; reached: number }>()
  for (const struct of structs) {
    const { client } = struct.id
    const run = runs.get(client)
    if (run === undefined) runs.set(client, { structs: [struct], at: 0, reached: scene.known(client) })
    else run.structs.push(struct)
  }
  const waitsFor = ({ id, origin, rightOrigin, parent }: Y.Item): number | null => {
    for (const needed of [origin, rightOrigin, parent instanceof Y.ID ? parent : null]) {
      if (needed === null || needed.client === id.client) continue
      if (needed.clock >= (runs.get(needed.client)?.reached ?? scene.known(needed.client))) return needed.client
    }
    return null
  }
  const stack: Struct[] = []
  for (const client of [...runs.keys()].sort((one, other) => other - one)) {
    const own = runs.get(client)
    while (own !== undefined && (stack.length > 0 || own.at < own.structs.length)) {
      const struct = stack.pop() ?? own.structs[own.at++]
      if (struct === undefined) break
      const missing = struct instanceof Y.Item ? waitsFor(struct) : null
      const other = missing === null ? undefined : runs.get(missing)
      const next = other?.structs[other.at]
      if (other !== undefined && next !== undefined) {
        other.at += 1
        stack.push(struct, next)
        continue
      }
      const run = runs.get(struct.id.client)
      if (run !== undefined) run.reached = struct.id.clock + struct.length
      if (struct instanceof Y.Item && struct.id.clock + struct.length > scene.known(struct.id.client)) yield struct
    }
  }
}

/** How many of these, in order, are smaller. */
function countBelow(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

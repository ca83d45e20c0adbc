import * as Y from 'yjs'
import { type DocumentShape, recordShape } from '../shape.ts'
import type { AnyType } from './holder.ts'
import type { TouchedPath } from './judgement.ts'

interface Range {
  readonly clock: number
  readonly end: number
  readonly path: TouchedPath
}

/** Above this all is forgotten: it only says where words were meant for, and never decides whether they are kept. */
const maxRanges = 5_000

/**
 * Remembers where things stood that a document collects: Yjs keeps nothing of what lay inside something deleted, and whoever typed
 * there meanwhile still wants to know where. Knows what was deleted since it was made, not what was deleted before.
 */
export class Collected {
  readonly #ranges = new Map<number, Range[]>()
  #count = 0
  readonly #shape: DocumentShape

  constructor(doc: Y.Doc, shape: DocumentShape = recordShape) {
    this.#shape = shape
    // The last moment at which a deleted struct still knows its parent.
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      for (const [client, deleted] of transaction.deleteSet.clients) {
        for (const { clock, len } of deleted) this.#note(doc, client, clock, clock + len)
      }
    })
  }

  /** Where the collected struct of this id stood; null when that is not known. */
  readonly pathOf = ({ client, clock }: Y.ID): TouchedPath | null => {
    const ranges = this.#ranges.get(client) ?? []
    const found = ranges[after(ranges, clock) - 1]
    return found !== undefined && clock < found.end ? found.path : null
  }

  /** Words that are collected as soon as they come stood here, too: whoever types on builds on them. */
  remember(client: number, clock: number, length: number, path: TouchedPath): void {
    this.#add(client, { clock, end: clock + length, path })
  }

  /** Notes what lies in each type that was deleted, also what had been deleted in it before: all of it is collected now. */
  #note(doc: Y.Doc, client: number, from: number, to: number): void {
    let clock = from
    while (clock < to) {
      // Typed as Item, but one collected before comes as GC.
      const struct: Y.Item | Y.GC = Y.getItem(doc.store, Y.createID(client, clock))
      clock = struct.id.clock + struct.length
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) continue
      const path = placeOf(this.#shape, doc, struct)
      if (path === null) continue
      for (const child of childrenOf(struct.content.type)) {
        this.#add(child.id.client, { clock: child.id.clock, end: child.id.clock + child.length, path })
      }
    }
  }

  #add(client: number, range: Range): void {
    if (this.#count >= maxRanges) {
      this.#ranges.clear()
      this.#count = 0
    }
    const ranges = this.#ranges.get(client) ?? []
    this.#ranges.set(client, ranges)
    ranges.splice(after(ranges, range.clock), 0, range)
    this.#count += 1
  }
}

/** How many ranges begin at or before this clock. */
function after(ranges: readonly Range[], clock: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.clock ?? 0) <= clock) low = middle + 1
    else high = middle
  }
  return low
}

/** All that ever hung in a type and is not collected yet: its list, and each key with what stood there before. */
function* childrenOf(type: AnyType): Iterable<Y.Item> {
  for (let item = type._start; item !== null; item = item.right) yield item
  for (const last of type._map.values()) {
    for (let item: Y.Item | null = last; item !== null; item = item.left) yield item
  }
}

/** Root, entry and field: the first two keys on the way down. */
function placeOf(shape: DocumentShape, doc: Y.Doc, item: Y.Item): TouchedPath | null {
  const keys: string[] = []
  let current: Y.Item | null = item
  let type: AnyType | null = null
  while (current !== null) {
    if (!(current.parent instanceof Y.AbstractType)) return null
    if (current.parentSub !== null) keys.push(current.parentSub)
    type = current.parent
    current = type._item
  }
  const root = shape.roots.find((name) => doc.share.get(name) === type)
  const id = keys.at(-1)
  return root === undefined || id === undefined ? null : { root, id, field: keys.at(-2) ?? null }
}

import * as Y from 'yjs'
import { rootNames } from '../schema.ts'
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

  constructor(doc: Y.Doc) {
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

  #note(doc: Y.Doc, client: number, from: number, to: number): void {
    let clock = from
    while (clock < to) {
      // Typed as Item, but one collected before comes as GC.
      const struct: Y.Item | Y.GC = Y.getItem(doc.store, Y.createID(client, clock))
      const end = struct.id.clock + struct.length
      if (struct instanceof Y.Item && isInsideDeleted(struct)) this.#add(client, { clock, end }, placeOf(doc, struct))
      clock = end
    }
  }

  #add(client: number, { clock, end }: Pick<Range, 'clock' | 'end'>, path: TouchedPath | null): void {
    if (path === null) return
    if (this.#count >= maxRanges) {
      this.#ranges.clear()
      this.#count = 0
    }
    const ranges = this.#ranges.get(client) ?? []
    this.#ranges.set(client, ranges)
    ranges.splice(after(ranges, clock), 0, { clock, end, path })
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

/** What lies in something that still stands stays in its place as a deleted struct; only what lies deeper is collected. */
function isInsideDeleted({ parent }: Y.Item): boolean {
  return parent instanceof Y.AbstractType && parent._item?.deleted === true
}

/** Root, entry and field: the first two keys on the way down. */
function placeOf(doc: Y.Doc, item: Y.Item): TouchedPath | null {
  const keys: string[] = []
  let current: Y.Item | null = item
  let type: AnyType | null = null
  while (current !== null) {
    if (!(current.parent instanceof Y.AbstractType)) return null
    if (current.parentSub !== null) keys.push(current.parentSub)
    type = current.parent
    current = type._item
  }
  const root = rootNames.find((name) => doc.share.get(name) === type)
  const id = keys.at(-1)
  return root === undefined || id === undefined ? null : { root, id, field: keys.at(-2) ?? null }
}

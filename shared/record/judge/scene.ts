import * as Y from 'yjs'
import { limits } from '../limits.ts'
import type { DocumentShape } from '../shape.ts'
import { type AnyType, type Holder, holderBelow, pathAt } from './holder.ts'
import type { TouchedPath } from './judgement.ts'
import type { Deletions } from './ranges.ts'

export type Struct = Y.Item | Y.GC | Y.Skip

/** A holder as it stands: whether what is put in it is swallowed, and how deep it lies. */
export interface Standing {
  readonly holder: Holder
  /** Deleted already, or deleted by this very update: new words in it vanish. */
  readonly dead: boolean
  readonly depth: number
  /** Made by this update. */
  readonly isNew: boolean
  /** The struct that made the holder; null for a root. */
  readonly item: Y.Item | null
  readonly type: AnyType | null
}

/** Where a new struct goes: into which holder, at which key. */
export interface Spot {
  readonly standing: Standing
  readonly key: string | null
}

/** Why a place cannot be told. */
export type Trouble = 'gap' | 'shape' | 'overLimit'

/** Answers, without applying anything, where structs of an update belong, in the document or in the update itself. */
export interface Scene {
  spotOf(item: Y.Item): Spot | Trouble
  /** The standing of a type that the document already has. */
  standingOf(type: AnyType): Standing | Trouble
  /** Clocks of a client that the document already has. */
  known(client: number): number
  /** The struct with this clock, of the document or of the update; null where nobody has it. */
  find(id: Y.ID): Struct | null
}

/** Where something collected stood, as far as anybody remembers. */
export type PathOfCollected = (id: Y.ID) => TouchedPath | null

/** How far answers may hang on one another; only a hostile update comes near it. */
const maxNested = 500

/** Sets out the document and the update's structs side by side. O(update), each answer remembered. */
export function setScene(
  shape: DocumentShape,
  doc: Y.Doc,
  structs: readonly Struct[],
  deletions: Deletions,
  pathOfCollected: PathOfCollected,
): Scene {
  const added = new Map<number, Struct[]>()
  for (const struct of structs) {
    const list = added.get(struct.id.client)
    if (list === undefined) added.set(struct.id.client, [struct])
    else list.push(struct)
  }
  const spots = new Map<Y.Item, Spot | Trouble>()
  const standings = new Map<AnyType, Standing | Trouble>()
  const underWay = new Set<Y.Item>()
  let nested = 0
  // A root that nobody has asked for yet has no kind; asking now keeps its identity through the judgement.
  for (const name of shape.roots) doc.getMap(name)
  const known = (client: number): number => Y.getState(doc.store, client)
  const isDead = (item: Y.Item): boolean => item.deleted || deletions.covers(item.id.client, item.id.clock)

  const find = (id: Y.ID): Struct | null => {
    if (id.clock >= known(id.client)) return findStruct(added.get(id.client) ?? [], id.clock)
    // Typed as Item, but a collected one comes back as GC.
    return Y.getItem(doc.store, id) as Struct
  }

  const spotOf = (item: Y.Item): Spot | Trouble => {
    if (nested > maxNested) return 'overLimit'
    nested += 1
    const answer = walk(item)
    nested -= 1
    return answer
  }

  /** Goes from neighbour to neighbour without recursion: an update may hold a hundred thousand letters in a row. */
  const walk = (item: Y.Item): Spot | Trouble => {
    const walked: Y.Item[] = []
    let answer: Spot | Trouble | null = null
    let current = item
    while (answer === null) {
      const remembered = spots.get(current)
      if (remembered !== undefined) answer = remembered
      else if (underWay.has(current)) answer = 'gap'
      else {
        underWay.add(current)
        walked.push(current)
        const next = step(current)
        if (next instanceof Y.Item) current = next
        else answer = next
      }
    }
    for (const passed of walked) {
      underWay.delete(passed)
      spots.set(passed, answer)
    }
    return answer
  }

  /** One step of looking: the spot itself, or the new struct beside which this one stands. */
  const step = (item: Y.Item): Spot | Trouble | Y.Item => {
    // Between a letter and itself is no place: readers of yjs put such a part in different orders, for good (yjs issue 794).
    if (Y.compareIDs(item.origin, item.rightOrigin) && item.origin !== null) return 'shape'
    const beside = [item.origin, item.rightOrigin].filter((id) => id !== null)
    const neighbours: Y.Item[] = []
    let gone: Y.ID | null = null
    for (const id of beside) {
      // A struct can only stand beside earlier ones of its own client; anything else would never integrate.
      if (id.client === item.id.client && id.clock >= item.id.clock) return 'gap'
      const neighbour = find(id)
      if (neighbour instanceof Y.Item) neighbours.push(neighbour)
      else if (neighbour instanceof Y.GC) gone ??= id
      else return 'gap'
    }
    if (gone !== null) return goneSpot(null, pathOfCollected(gone))
    const [first, second] = neighbours
    if (first !== undefined) return second === undefined ? besides(first) : between(first, second)
    return typeof item.parent === 'string' ? rootSpot(item.parent, item.parentSub) : parentSpot(item)
  }

  const besides = (neighbour: Y.Item): Spot | Trouble | Y.Item => {
    if (!isStored(neighbour)) return neighbour
    return neighbour.parent instanceof Y.AbstractType
      ? at(standingOf(neighbour.parent), neighbour.parentSub)
      : goneSpot(null, pathOfCollected(neighbour.id))
  }

  /** Both neighbours must lie in one list; a struct that claims two places is nobody's honest edit. */
  const between = (left: Y.Item, right: Y.Item): Spot | Trouble => {
    const [a, b] = [spotNear(left), spotNear(right)]
    if (typeof a === 'string') return a
    if (typeof b === 'string') return b
    return a.key === b.key && a.standing.type === b.standing.type ? a : 'shape'
  }

  const spotNear = (neighbour: Y.Item): Spot | Trouble => {
    const near = besides(neighbour)
    return near instanceof Y.Item ? spotOf(near) : near
  }

  const parentSpot = (item: Y.Item): Spot | Trouble => {
    if (!(item.parent instanceof Y.ID)) return 'shape'
    if (item.parent.client === item.id.client && item.parent.clock >= item.id.clock) return 'gap'
    const maker = find(item.parent)
    if (maker === null || maker instanceof Y.Skip) return 'gap'
    return maker instanceof Y.Item
      ? at(standingMadeBy(maker), item.parentSub)
      : goneSpot(item.parentSub, pathOfCollected(item.parent))
  }

  const rootSpot = (name: string, key: string | null): Spot | Trouble => {
    const root = shape.roots.find((known) => known === name)
    if (root === undefined) return 'shape'
    const standing: Standing = {
      holder: { kind: 'root', root },
      dead: false,
      depth: 0,
      isNew: false,
      item: null,
      type: doc.getMap(root),
    }
    return { standing, key }
  }

  const standingOf = (type: AnyType): Standing | Trouble => {
    const remembered = standings.get(type)
    if (remembered !== undefined) return remembered
    const answer = type._item === null ? standingOfRoot(type) : standingMadeBy(type._item)
    standings.set(type, answer)
    return answer
  }

  const standingOfRoot = (type: AnyType): Standing | Trouble => {
    const spot = rootSpot(shape.roots.find((name) => doc.share.get(name) === type) ?? '', null)
    return typeof spot === 'string' ? spot : spot.standing
  }

  /** The standing of the type that a struct brings along, whether it is stored or new. */
  const standingMadeBy = (maker: Y.Item): Standing | Trouble => {
    const spot = isStored(maker)
      ? maker.parent instanceof Y.AbstractType
        ? at(standingOf(maker.parent), maker.parentSub)
        : goneSpot(null, pathOfCollected(maker.id))
      : spotOf(maker)
    if (typeof spot === 'string') return spot
    const { standing, key } = spot
    if (standing.depth >= limits.depth) return 'overLimit'
    const base = { depth: standing.depth + 1, isNew: !isStored(maker), item: maker }
    if (maker.content instanceof Y.ContentDeleted) {
      return { ...base, holder: { kind: 'gone', path: pathAt(standing.holder, key) }, dead: true, type: null }
    }
    if (!(maker.content instanceof Y.ContentType)) return 'shape'
    const holder = holderBelow(shape, standing.holder, key, maker.content.type)
    if (holder === null) return 'shape'
    return { ...base, holder, dead: standing.dead || isDead(maker), type: maker.content.type }
  }

  /** A stored struct's parent is the type itself; a decoded one still has the name or id it came with. */
  const isStored = (item: Y.Item): boolean => item.id.clock < known(item.id.client)

  return { spotOf, standingOf, known, find }
}

function at(standing: Standing | Trouble, key: string | null): Spot | Trouble {
  return typeof standing === 'string' ? standing : { standing, key }
}

function goneSpot(key: string | null, path: TouchedPath | null): Spot {
  return { standing: { holder: { kind: 'gone', path }, dead: true, depth: 0, isNew: false, item: null, type: null }, key }
}

function findStruct(sorted: readonly Struct[], clock: number): Struct | null {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const struct = sorted[middle]
    if (struct === undefined) return null
    if (clock < struct.id.clock) high = middle - 1
    else if (clock >= struct.id.clock + struct.length) low = middle + 1
    else return struct
  }
  return null
}

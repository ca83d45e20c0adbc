import * as Y from 'yjs'
import { type DocumentShape, lengthOf, type TouchedPath, type WordsPlace, wordsAt } from '../../shared/record/index.ts'
import type { Typing } from './readTyping.ts'

type AnyType = Exclude<Y.Item['parent'], Y.ID | null>

/** Where runs of words belong, as it was found out once; a type never moves. */
export type KnownWords = WeakMap<AnyType, WordsPlace>

/** Merging looks through what stands between the two neighbours that a piece names; beyond so many the full judgement counts. */
const maxBetween = 32

/**
 * Judges a stretch of words that stands behind a letter in a standing text, as the full judgement would; null for whatever is not as
 * plain as that. The place that it touches comes back: rights are still to be asked.
 */
export function judgeTyping(typing: Typing, doc: Y.Doc, shape: DocumentShape, known: KnownWords): TouchedPath | null {
  const { client, clock, length, originClient, originClock, right } = typing
  // A new id, a gap and what is known in part are for the full judgement, as is a clock near the end of all numbers.
  if (!doc.store.clients.has(client) || Y.getState(doc.store, client) !== clock || clock + length > 0xffffffff) return null
  const left = standing(doc, originClient, originClock)
  if (left === null || left.parentSub !== null || !(left.parent instanceof Y.AbstractType)) return null
  const type = left.parent
  if (!isPlainlyBetween(left, originClock, right, doc, type)) return null
  const place = placeOf(type, doc, shape, known)
  if (place === null || lengthOf(place.fragment) + length > place.maxLength) return null
  return place.path
}

/** The piece that has this letter; it may be deleted, since one may type behind a deleted letter. Null when it is not here. */
function standing(doc: Y.Doc, client: number, clock: number): Y.Item | null {
  // Asked of the map first: for an id that it does not have, and for NaN, the state is nothing.
  if (!(clock < Y.getState(doc.store, client))) return null
  const struct: Y.Item | Y.GC = Y.getItem(doc.store, Y.createID(client, clock))
  return struct instanceof Y.Item ? struct : null
}

/** Whether the neighbours lie in one list, near each other and in this order. */
function isPlainlyBetween(left: Y.Item, originClock: number, right: Typing['right'], doc: Y.Doc, type: AnyType): boolean {
  const isInside = originClock < left.id.clock + left.length - 1
  if (isInside) {
    // Into a run of letters: then the next letter is the other neighbour, or there is more between than one can see here.
    const isNext = right !== null && right.client === left.id.client && right.clock === originClock + 1
    // Cutting a piece in two moves those of its client behind it.
    return isNext && (doc.store.clients.get(left.id.client)?.length ?? 0) < 100_000
  }
  const goal = right === null ? null : standing(doc, right.client, right.clock)
  if (right !== null && (goal === null || goal.parent !== type || goal.parentSub !== null)) return false
  // A neighbour in the middle of a piece would have to be cut off first.
  if (goal !== null && right !== null && goal.id.clock !== right.clock) return false
  let next = left.right
  for (let count = 0; count < maxBetween; count += 1) {
    if (next === goal) return true
    if (next === null) return false
    next = next.right
  }
  return false
}

function placeOf(type: AnyType, doc: Y.Doc, shape: DocumentShape, known: KnownWords): WordsPlace | null {
  for (let maker = type._item; maker !== null; ) {
    // What lies in something deleted is swallowed: those words go aside, and that is not plain.
    if (maker.deleted || !(maker.parent instanceof Y.AbstractType)) return null
    maker = maker.parent._item
  }
  const place = known.get(type) ?? wordsAt(shape, doc, type)
  if (place !== null) known.set(type, place)
  return place
}

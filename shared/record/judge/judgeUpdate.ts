import * as Y from 'yjs'
import { limits } from '../limits.ts'
import { type DocumentShape, recordShape } from '../shape.ts'
import { tooCrowded } from './Crowd.ts'
import type { AnyType } from './holder.ts'
import { pathAt } from './holder.ts'
import { objection } from './judgeAdded.ts'
import { followsOn, judgeDeleted, mayGo } from './judgeDeleted.ts'
import type { DeleteRanges, Judgement, LostWords, TouchedPath } from './judgement.ts'
import { type Deletions, readDeletions } from './ranges.ts'
import { type PathOfCollected, type Scene, type Spot, type Struct, setScene, type Trouble } from './scene.ts'

/** An update as `Y.decodeUpdate` gives it. */
export interface DecodedUpdate {
  readonly structs: readonly Struct[]
  readonly ds: DeleteRanges
}

/**
 * Says, without applying it, whether an update is a part of a record, which places it touches, and whose words would be
 * swallowed by merging it; with another shape, of another kind of document. What the document has already is passed over. Costs as much as the update is long.
 */
export function judgeUpdate(
  doc: Y.Doc,
  { structs, ds }: DecodedUpdate,
  pathOfCollected: PathOfCollected = () => null,
  shape: DocumentShape = recordShape,
): Judgement {
  const deletions = readDeletions(ds)
  const scene = setScene(shape, doc, structs, deletions, pathOfCollected)
  const deleted = judgeDeleted(shape, doc, scene, deletions)
  if ('trouble' in deleted) return refusal(deleted.trouble, deleted.why)
  const touched = new Places()
  const growth = new Growth(deleted.shrunk)
  const lost: Lost[] = []
  const news = new News()
  for (const path of deleted.paths) touched.add(path)
  for (const struct of structs) {
    if (struct.id.clock + struct.length <= scene.known(struct.id.client) || struct instanceof Y.GC) continue
    if (!(struct instanceof Y.Item)) return refusal('gap', 'The update leaves something out.')
    const spot = scene.spotOf(struct)
    if (typeof spot === 'string') return refusal(spot, 'The place of a struct cannot be told.')
    const why = objection(shape, struct, spot, deletions) ?? news.objection(struct, spot)
    if (why !== null) return refusal('shape', why)
    const isTakenBack = deletions.covers(struct.id.client, struct.id.clock)
    if (isTakenBack && !mayGo(shape, spot.standing, spot.key, deletions))
      return refusal('shape', 'An entry or a text may not be deleted.')
    const words = wordsOf(struct, scene)
    if (needsAsking(struct, spot)) touched.add(pathAt(spot.standing.holder, spot.key))
    if (spot.standing.dead) lost.push(...lostWords(struct, words, spot, deletions))
    else growth.add(struct, spot, words.length)
  }
  const tooMuch = news.overLimit(doc) ?? growth.overLimit() ?? tooManyClients(doc, structs) ?? tooCrowded(doc, structs, scene)
  if (tooMuch !== null) return refusal('overLimit', tooMuch)
  const others = deleted.unseen.map((words): Lost => ({ ...words, whose: 'others' }))
  return { ok: true, paths: touched.all(), lost: gathered([...lost, ...others]) }
}

function refusal(code: Trouble, message: string): Judgement {
  return { ok: false, code, message }
}

/** The new letters of a struct: those the document has already are cut off. */
function wordsOf(item: Y.Item, scene: Scene): string {
  if (!(item.content instanceof Y.ContentString)) return ''
  return item.content.str.slice(Math.max(0, scene.known(item.id.client) - item.id.clock))
}

/**
 * Making an entry is one right, asked of the entry itself. What hangs in it from the start (its fields, the first empty
 * paragraph of its notes) is part of the making; words are not.
 */
function needsAsking(item: Y.Item, { standing }: Spot): boolean {
  return !standing.isNew || item.content instanceof Y.ContentString || !isPartOfMaking(standing.holder.kind)
}

function isPartOfMaking(kind: Spot['standing']['holder']['kind']): boolean {
  return kind === 'entry' || kind === 'node' || kind === 'partners' || kind === 'words'
}

interface Lost extends LostWords {
  readonly clock: number
  readonly follows: boolean
}

function lostWords(item: Y.Item, words: string, { standing, key }: Spot, deletions: Deletions): readonly Lost[] {
  if (words === '') return []
  const first = item.id.clock + item.length - words.length
  // What its own sender has deleted again is not lost.
  return deletions.uncovered(item.id.client, first, words.length).map(({ clock, len }) => ({
    clientId: item.id.client,
    clock,
    text: words.slice(clock - first, clock - first + len),
    path: pathAt(standing.holder, key),
    whose: 'sender',
    follows: followsOn(item, clock),
  }))
}

/** Words typed in a row become one piece again, so that they can be read. */
function gathered(lost: readonly Lost[]): readonly LostWords[] {
  const pieces: Lost[] = []
  for (const words of [...lost].sort((a, b) => a.clientId - b.clientId || a.clock - b.clock)) {
    const last = pieces.at(-1)
    const follows =
      words.follows && last !== undefined && last.clientId === words.clientId && last.clock + last.text.length === words.clock
    if (last !== undefined && follows && last.whose === words.whose && nameOf(last.path) === nameOf(words.path)) {
      pieces[pieces.length - 1] = { ...last, text: last.text + words.text }
    } else pieces.push(words)
  }
  return pieces.map(({ clientId, text, path, whose }) => ({ clientId, text, path, whose }))
}

function nameOf(path: TouchedPath | null): string {
  return path === null ? '' : `${path.root}/${path.id}/${path.field ?? ''}`
}

/** The touched places, each once. */
class Places {
  readonly #byName = new Map<string, TouchedPath>()

  add(path: TouchedPath | null): void {
    if (path !== null) this.#byName.set(nameOf(path), path)
  }

  all(): readonly TouchedPath[] {
    return [...this.#byName.values()]
  }
}

/** What the update makes anew at a key: never twice, and not more than a map may hold. */
class News {
  readonly #made = new Map<AnyType, Set<string>>()

  objection(item: Y.Item, { standing, key }: Spot): string | null {
    const { type, holder } = standing
    if (key === null || type === null || !(item.content instanceof Y.ContentType || holder.kind === 'partners')) return null
    const keys = this.#made.get(type) ?? new Set<string>()
    this.#made.set(type, keys)
    if (keys.has(key) && item.content instanceof Y.ContentType) return 'What is there may not be overwritten.'
    keys.add(key)
    return null
  }

  overLimit(doc: Y.Doc): string | null {
    for (const [type, keys] of this.#made) {
      const max = type._item === null && type.doc === doc ? limits.entries : limits.children
      const added = [...keys].filter((key) => !type._map.has(key)).length
      if (added > 0 && type._map.size + added > max) return 'There are as many entries as a record may have.'
    }
    return null
  }
}

/** How much longer each text becomes. A text that merging made too long may still shrink. */
class Growth {
  readonly #grown = new Map<AnyType, { letters: number; pieces: number; readonly maxLength: number }>()
  readonly #shrunk: ReadonlyMap<AnyType, number>

  constructor(shrunk: ReadonlyMap<AnyType, number>) {
    this.#shrunk = shrunk
  }

  add({ content }: Y.Item, { standing: { holder } }: Spot, letters: number): void {
    if (holder.kind !== 'words' && holder.kind !== 'node') return
    const { fragment, maxLength } = holder
    const isPiece = content instanceof Y.ContentType || content instanceof Y.ContentFormat
    const known = this.#grown.get(fragment)
    if (known === undefined) this.#grown.set(fragment, { letters, pieces: isPiece ? 1 : 0, maxLength })
    else {
      known.letters += letters
      if (isPiece) known.pieces += 1
    }
  }

  overLimit(): string | null {
    for (const [fragment, { letters, pieces, maxLength }] of this.#grown) {
      const growth = letters - (this.#shrunk.get(fragment) ?? 0)
      if (growth > 0 && lengthOf(fragment) + growth > maxLength) return 'The text is as long as it may be.'
      // B5: empty nodes and marks on marks have no letters, and cost whoever reads or draws them all the same.
      if (pieces > 0 && pieces + piecesOf(fragment) > limits.textPieces) return 'The text is in as many pieces as it may be.'
    }
    return null
  }
}

function piecesOf(type: AnyType): number {
  let pieces = 0
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentType) pieces += 1 + piecesOf(item.content.type)
    else if (item.content instanceof Y.ContentFormat) pieces += 1
  }
  return pieces
}

/** Letters in a text: each run of words knows its own length. */
export function lengthOf(type: AnyType): number {
  if (type instanceof Y.XmlText) return type.length
  let letters = 0
  for (let item = type._start; item !== null; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentType) letters += lengthOf(item.content.type)
  }
  return letters
}

function tooManyClients(doc: Y.Doc, structs: readonly Struct[]): string | null {
  const fresh = new Set(structs.map((struct) => struct.id.client).filter((client) => !doc.store.clients.has(client)))
  const isTooMany = fresh.size > 0 && doc.store.clients.size + fresh.size > limits.clientIds
  return isTooMany ? 'Too many devices have written in this record.' : null
}

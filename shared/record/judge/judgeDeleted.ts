import * as Y from 'yjs'
import { type DocumentShape, shapeField } from '../shape.ts'
import { type AnyType, type Holder, pathAt } from './holder.ts'
import type { TouchedPath } from './judgement.ts'
import type { Deletions } from './ranges.ts'
import type { Scene, Standing, Trouble } from './scene.ts'

/** Words of others that a deletion takes along without having seen them. */
export interface Unseen {
  readonly clientId: number
  readonly clock: number
  readonly text: string
  readonly path: TouchedPath | null
  /** Typed right behind the clock before. */
  readonly follows: boolean
}

/** What the deletions of an update do to what the document has. */
export interface DeletionReport {
  readonly paths: readonly TouchedPath[]
  readonly unseen: readonly Unseen[]
  /** Letters taken away, by text. */
  readonly shrunk: ReadonlyMap<AnyType, number>
}

/** Judges the deletions of what is still there; what is deleted already is passed over. */
export function judgeDeleted(
  shape: DocumentShape,
  doc: Y.Doc,
  scene: Scene,
  deletions: Deletions,
): DeletionReport | { readonly trouble: Trouble; readonly why: string } {
  const paths: TouchedPath[] = []
  const unseen: Unseen[] = []
  const shrunk = new Map<AnyType, number>()
  for (const { item, length } of liveItems(doc, deletions)) {
    if (!(item.parent instanceof Y.AbstractType)) continue
    const standing = scene.standingOf(item.parent)
    if (typeof standing === 'string') return { trouble: standing, why: 'The place of a deletion cannot be told.' }
    if (!mayGo(shape, standing, item.parentSub, deletions))
      return { trouble: 'shape', why: 'An entry or a text may not be deleted.' }
    const path = pathAt(standing.holder, item.parentSub)
    if (path !== null) paths.push(path)
    if (item.content instanceof Y.ContentType) unseen.push(...unseenBelow(item.content.type, deletions, path))
    if (item.content instanceof Y.ContentString && standing.holder.kind === 'words') {
      shrunk.set(standing.holder.fragment, (shrunk.get(standing.holder.fragment) ?? 0) + length)
    }
  }
  return { paths, unseen: distinct(unseen), shrunk }
}

/** The live structs of the document that the deletions reach, with how many of their letters. */
function* liveItems(doc: Y.Doc, deletions: Deletions): Generator<{ readonly item: Y.Item; readonly length: number }> {
  for (const [client, stretches] of deletions.clients) {
    const structs = doc.store.clients.get(client)
    if (structs === undefined) continue
    const state = Y.getState(doc.store, client)
    for (const { clock, len } of stretches) {
      if (clock >= state) break
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i += 1) {
        const struct = structs[i]
        if (struct === undefined || struct.id.clock >= clock + len) break
        if (!(struct instanceof Y.Item) || struct.deleted) continue
        const from = Math.max(clock, struct.id.clock)
        const to = Math.min(clock + len, struct.id.clock + struct.length)
        yield { item: struct, length: to - from }
      }
    }
  }
}

/** Entries and texts stay (DECIDED 6): removing sets a mark. A text goes only with the qualifier that holds it. */
export function mayGo(shape: DocumentShape, standing: Standing, key: string | null, deletions: Deletions): boolean {
  const { holder, item } = standing
  switch (holder.kind) {
    case 'root':
      return false
    case 'entry':
      return isValue(shape, holder, key)
    case 'qualifier':
      return key !== 'text' || (item !== null && deletions.covers(item.id.client, item.id.clock))
    default:
      return true
  }
}

function isValue(shape: DocumentShape, holder: Extract<Holder, { kind: 'entry' }>, key: string | null): boolean {
  return key !== null && shapeField(shape, holder.path.root, key)?.kind === 'value'
}

/** Words below a deleted node which the update does not name: its sender had not seen them (DECIDED 7). */
function unseenBelow(type: AnyType, deletions: Deletions, path: TouchedPath | null): readonly Unseen[] {
  const found: Unseen[] = []
  const visit = (item: Y.Item): void => {
    if (item.deleted) return
    if (item.content instanceof Y.ContentType) {
      // One that the update deletes by name is visited on its own.
      if (!deletions.covers(item.id.client, item.id.clock)) found.push(...unseenBelow(item.content.type, deletions, path))
    } else if (item.content instanceof Y.ContentString) {
      for (const { clock, len } of deletions.uncovered(item.id.client, item.id.clock, item.length)) {
        const text = item.content.str.slice(clock - item.id.clock, clock - item.id.clock + len)
        found.push({ clientId: item.id.client, clock, text, path, follows: followsOn(item, clock) })
      }
    }
  }
  for (let item = type._start; item !== null; item = item.right) visit(item)
  for (const item of type._map.values()) visit(item)
  return found
}

/** Whether the letter at this clock of a struct was typed behind the one of the clock before. */
export function followsOn({ id, origin }: Y.Item, clock: number): boolean {
  return clock > id.clock || (origin !== null && origin.client === id.client && origin.clock === id.clock - 1)
}

function distinct(unseen: readonly Unseen[]): readonly Unseen[] {
  return [...new Map(unseen.map((words) => [`${words.clientId}:${words.clock}`, words])).values()]
}

import type * as Y from 'yjs'
import type { DocumentShape } from '../shape.ts'
import type { AnyType } from './holder.ts'
import type { TouchedPath } from './judgement.ts'
import { readDeletions } from './ranges.ts'
import { setScene } from './scene.ts'

/** A run of words in a document: which place it belongs to, the whole text it is a part of, and how long that may be. */
export interface WordsPlace {
  readonly path: TouchedPath
  readonly fragment: AnyType
  readonly maxLength: number
}

/**
 * What place a stored, standing type has when it holds words; null when it is something else or nobody can tell. It is the same for as
 * long as nothing on the way up to its root is deleted, because a type never moves.
 */
export function wordsAt(shape: DocumentShape, doc: Y.Doc, type: AnyType): WordsPlace | null {
  const standing = setScene(shape, doc, [], readDeletions({ clients: new Map() }), () => null).standingOf(type)
  if (typeof standing === 'string' || standing.dead || standing.holder.kind !== 'words') return null
  const { path, fragment, maxLength } = standing.holder
  return { path, fragment, maxLength }
}

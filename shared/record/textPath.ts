import * as Y from 'yjs'
import { type ActionId, type ItemId, isId, type OutcomeId, type QualifierId, type TargetId } from '../base/index.ts'
import type { TextKind } from './schema.ts'

/** Names one of the texts that people write together. */
export type TextPath =
  | { readonly root: 'items'; readonly id: ItemId; readonly field: 'title' | 'notes' }
  | { readonly root: 'outcomes'; readonly id: OutcomeId; readonly field: 'text' }
  | { readonly root: 'outcomes'; readonly id: OutcomeId; readonly field: 'qualifiers'; readonly qualifier: QualifierId }
  | { readonly root: 'actions'; readonly id: ActionId; readonly field: 'task' }
  | { readonly root: 'targets'; readonly id: TargetId; readonly field: 'what' }

/** Each text's path as one word, for editors, presence and places of words set aside: `outcomes/<id>/text`. */
export const textPathOf = {
  title: (item: ItemId) => `items/${item}/title`,
  notes: (item: ItemId) => `items/${item}/notes`,
  outcome: (outcome: OutcomeId) => `outcomes/${outcome}/text`,
  qualifier: (outcome: OutcomeId, qualifier: QualifierId) => `outcomes/${outcome}/qualifiers/${qualifier}`,
  task: (action: ActionId) => `actions/${action}/task`,
  figure: (target: TargetId) => `targets/${target}/what`,
} as const

/** Reads such a word; null when it names no text. */
export function parseTextPath(word: string): TextPath | null {
  const [root, id, field, qualifier, ...rest] = word.split('/')
  if (id === undefined || !isId(id) || rest.length > 0) return null
  // The ids below are branded right after the test that they are ids.
  if (qualifier !== undefined) {
    if (root !== 'outcomes' || field !== 'qualifiers' || !isId(qualifier)) return null
    return { root, id: id as OutcomeId, field, qualifier: qualifier as QualifierId }
  }
  if (root === 'items' && (field === 'title' || field === 'notes')) return { root, id: id as ItemId, field }
  if (root === 'outcomes' && field === 'text') return { root, id: id as OutcomeId, field }
  if (root === 'actions' && field === 'task') return { root, id: id as ActionId, field }
  return root === 'targets' && field === 'what' ? { root, id: id as TargetId, field } : null
}

/** What the text may hold. */
export function textKindOf(path: TextPath): TextKind {
  return path.field === 'notes' ? 'notes' : 'line'
}

/** The live text for an editor to bind to; null when the document does not have it. */
export function findText(doc: Y.Doc, path: TextPath): Y.XmlFragment | null {
  const entry = doc.getMap<unknown>(path.root).get(path.id)
  if (!(entry instanceof Y.Map)) return null
  const text = path.field === 'qualifiers' ? findQualifier(entry, path.qualifier)?.get('text') : entry.get(path.field)
  return text instanceof Y.XmlFragment ? text : null
}

/** The live map of a qualifier in its outcome's map. */
export function findQualifier(outcome: Y.Map<unknown>, id: QualifierId): Y.Map<unknown> | null {
  const qualifiers = outcome.get('qualifiers')
  const qualifier: unknown = qualifiers instanceof Y.Map ? qualifiers.get(id) : null
  return qualifier instanceof Y.Map ? qualifier : null
}

import * as Y from 'yjs'
import type { OutcomeId, QualifierId } from '../../base/index.ts'
import { findText, type TextPath } from '../textPath.ts'
import type { Part, RecordPaper } from './Paper.ts'

/** A stretch of clocks of one client id: `[clientId, clock, length]`. */
export type TextSpan = readonly [clientId: number, clock: number, length: number]

/**
 * By part key: which stretches of the document its words are made of. With what is known of who wrote which stretch, this
 * says whose words are in a part, long after the document has changed. Must be asked while the paper is what the document says.
 */
export function partSpans(doc: Y.Doc, paper: RecordPaper): Readonly<Record<string, readonly TextSpan[]>> {
  const noteIndex = new Map<string | null, number>()
  const spans: [string, readonly TextSpan[]][] = []
  for (const part of paper.parts) {
    if (part.kind === 'note') {
      const index = noteIndex.get(part.item) ?? 0
      noteIndex.set(part.item, index + 1)
      const notes = part.item === null ? null : findText(doc, { root: 'items', id: part.item, field: 'notes' })
      const node = notes === null ? undefined : nodesWithWords(notes)[index]
      if (node !== undefined) spans.push([part.key, collect(node)])
      continue
    }
    const path = pathOf(part)
    const text = path === null ? null : findText(doc, path)
    if (text !== null) spans.push([part.key, collect(text)])
  }
  return Object.fromEntries(spans)
}

type Text = Y.XmlFragment | Y.XmlElement | Y.XmlText | Y.XmlHook
type Id<R extends TextPath['root']> = Extract<TextPath, { readonly root: R }>['id']

/** The text that a part's words come from. Keys of parts are made by `paperOf` from the ids of what they show. */
function pathOf(part: Part): TextPath | null {
  const id = part.key.slice(part.key.indexOf(':') + 1)
  switch (part.kind) {
    case 'item':
      return { root: 'items', id: id as Id<'items'>, field: 'title' }
    case 'outcome':
      return { root: 'outcomes', id: id as OutcomeId, field: 'text' }
    case 'qualifier':
      return { root: 'outcomes', id: part.outcome as OutcomeId, field: 'qualifiers', qualifier: id as QualifierId }
    case 'target':
      return { root: 'targets', id: id as Id<'targets'>, field: 'what' }
    case 'action':
      return { root: 'actions', id: id as Id<'actions'>, field: 'task' }
    default:
      return null
  }
}

/** The blocks of a note that the paper numbers: those that say something. */
function nodesWithWords(notes: Y.XmlFragment): readonly Text[] {
  return notes.toArray().filter((node) => {
    const words = itemsIn(node).map((item) => (item.content instanceof Y.ContentString ? item.content.str : ''))
    return words.join('').trim() !== ''
  })
}

function collect(type: Text): readonly TextSpan[] {
  const spans: TextSpan[] = []
  for (const { id, length, content } of itemsIn(type)) {
    if (!(content instanceof Y.ContentString)) continue
    const last = spans.at(-1)
    if (last !== undefined && last[0] === id.client && last[1] + last[2] === id.clock) {
      spans[spans.length - 1] = [last[0], last[1], last[2] + length]
    } else spans.push([id.client, id.clock, length])
  }
  return spans
}

/** What is in a text and not deleted, in its order, with all that lies below. */
function itemsIn(type: Text | Y.AbstractType<unknown>): readonly Y.Item[] {
  const found: Y.Item[] = []
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue
    found.push(item)
    if (item.content instanceof Y.ContentType) found.push(...itemsIn(item.content.type))
  }
  return found
}

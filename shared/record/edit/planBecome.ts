import * as Y from 'yjs'
import { ok, type Result, refuse } from '../../base/index.ts'
import { formatBecame, parseBecame } from '../values.ts'
import type { Plan } from './plan.ts'
import { planAction, planOutcome } from './planAdd.ts'
import type { RecordEdit } from './recordEdit.ts'

type Become = Extract<RecordEdit, { kind: 'note.become' }>

/**
 * Turns a line of notes into an outcome or action. It copies: the line stays where it is and where others may be typing,
 * and is marked. Taking it back removes the new entry; the mark then names something removed, and the line may become again.
 */
export function planBecome(doc: Y.Doc, edit: Become): Result<Plan> {
  const item = doc.getMap<unknown>('items').get(edit.item)
  const notes: unknown = item instanceof Y.Map ? item.get('notes') : null
  const line = notes instanceof Y.XmlFragment ? findNode(notes, edit.at) : null
  if (line === null) return refuse('notFound', 'This line is not in the notes.')
  if (line.nodeName !== 'paragraph') return refuse('invalid', 'Only a paragraph becomes an outcome or action.')
  const attributes: Readonly<Record<string, unknown>> = line.getAttributes()
  const already = parseBecame(attributes.became)
  if (already !== null && stands(doc, already)) return refuse('conflict', 'This line has already become something.')
  const { into } = edit
  const words = wordsOf(line)
  const made =
    into.part === 'outcome'
      ? planOutcome(doc, { ...into, item: edit.item }, words)
      : planAction(doc, { ...into, item: edit.item }, words)
  if (!made.ok) return made
  const write = (): void => {
    made.value.write()
    line.setAttribute('became', formatBecame({ part: into.part, id: into.id }))
  }
  return ok({ write, undo: made.value.undo })
}

function findNode(notes: Y.XmlFragment, at: readonly number[]): Y.XmlElement | null {
  let parent: Y.XmlFragment = notes
  let found: Y.XmlElement | null = null
  for (const index of at) {
    if (!Number.isInteger(index) || index < 0 || index >= parent.length) return null
    const child: unknown = parent.get(index)
    if (!(child instanceof Y.XmlElement)) return null
    found = child
    parent = child
  }
  return found
}

function stands(doc: Y.Doc, { part, id }: { readonly part: 'outcome' | 'action'; readonly id: string }): boolean {
  const entry = doc.getMap<unknown>(part === 'outcome' ? 'outcomes' : 'actions').get(id)
  return entry instanceof Y.Map && entry.get('removed') !== true
}

/** The words without their marks; a break becomes a space. */
function wordsOf(line: Y.XmlElement): string {
  const parts = line.toArray().map((child) => {
    if (!(child instanceof Y.XmlText)) return ' '
    const delta = child.toDelta() as readonly { readonly insert: unknown }[]
    return delta.map((part) => (typeof part.insert === 'string' ? part.insert : '')).join('')
  })
  return parts.join('').trim()
}

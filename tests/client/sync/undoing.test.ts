import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Undoing } from '../../../client/sync/Undoing.ts'
import { type ItemId, type MeetingId, makeId } from '../../../shared/base/index.ts'
import { applyEdit, createReader, findText, type RecordEdit } from '../../../shared/record/index.ts'
import { session } from '../../support/storageSamples.ts'

const typing = Symbol('typing')

function record() {
  const doc = new Y.Doc()
  const reader = createReader(doc)
  const id = makeId<ItemId>(new Uint8Array(16))
  const apply = (edit: RecordEdit): RecordEdit | null => {
    const applied = applyEdit(doc, edit, 'named')
    return applied.ok ? applied.value.undo : null
  }
  apply({ kind: 'item.add', id, parent: null, after: 'last', title: 'Opening' })
  const undoing = new Undoing({ doc, typing: new Set([typing]), apply })
  const words = () => {
    const line = findText(doc, { root: 'items', id, field: 'title' })?.get(0)
    const found = line instanceof Y.XmlElement ? line.get(0) : null
    if (!(found instanceof Y.XmlText)) throw new Error('There are no words')
    return found
  }
  return {
    doc,
    id,
    undoing,
    type: (text: string, origin: unknown = typing) => doc.transact(() => words().insert(words().length, text), origin),
    edit: (edit: RecordEdit) => undoing.edited(apply(edit)),
    title: () => words().toString(),
    item: () => reader.read('m' as MeetingId, session(1)).items[0],
  }
}

describe('taking back', () => {
  test('[CL27] one takes back what one did, last first, typing and named edits in one order, and can do it again', () => {
    const { undoing, type, edit, title, item, id } = record()
    type(' one')
    edit({ kind: 'item.set', id, values: { minutes: 15 } })
    type(' two')
    undoing.undo()
    expect([title(), item()?.minutes]).toEqual(['Opening one', 15])
    undoing.undo()
    expect([title(), item()?.minutes]).toEqual(['Opening one', null])
    undoing.undo()
    expect(title()).toBe('Opening')
    undoing.redo()
    undoing.redo()
    expect([title(), item()?.minutes]).toEqual(['Opening one', 15])
  })

  test('[CL28] what others wrote stays when one takes back', () => {
    const { undoing, type, title } = record()
    type(' mine')
    type(' theirs', 'received')
    undoing.undo()
    expect(title()).toBe('Opening theirs')
  })
})

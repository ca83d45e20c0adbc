import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import { createRelativePositionFromJSON } from 'yjs'
import type { Writer } from '../../store/index.ts'

/** Set on a transaction with the present writers. */
export const caretKey = new PluginKey<DecorationSet>('others')

/** The others' carets: a thin line in their colour without a flag, and their plate in the margin of the paragraph (design: never over the text). */
export function caretPlugin(current: () => readonly Writer[]): Plugin<DecorationSet> {
  return new Plugin({
    key: caretKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, _before, _old, state) => {
        const moved = transaction.docChanged || transaction.getMeta(caretKey) !== undefined
        return moved ? draw(state, current()) : _before
      },
    },
    props: { decorations: (state) => caretKey.getState(state) },
  })
}

function draw(state: EditorState, writers: readonly Writer[]): DecorationSet {
  const decorations = writers.flatMap((writer) => {
    const head = place(state, writer.cursor, 'head')
    if (head === null) return []
    const anchor = place(state, writer.cursor, 'anchor') ?? head
    const from = Math.min(anchor, head)
    const to = Math.max(anchor, head)
    const block = state.doc.resolve(head).start(1) - 1
    return [
      Decoration.widget(head, () => caret(writer), { key: `caret ${writer.connection}`, side: 10 }),
      Decoration.widget(block + 1, () => plate(writer), { key: `plate ${writer.connection}`, side: -10 }),
      ...(from === to ? [] : [Decoration.inline(from, to, { class: 'othersRange', 'data-c': String(writer.colour) })]),
    ]
  })
  return DecorationSet.create(state.doc, decorations)
}

/** A relative position as a place in this editor; null when the text it points to is gone. */
function place(state: EditorState, cursor: unknown, end: 'anchor' | 'head'): number | null {
  const sync = ySyncPluginKey.getState(state)
  if (typeof cursor !== 'object' || cursor === null || !sync?.binding) return null
  const given: unknown = Object.entries(cursor).find(([name]) => name === end)?.[1]
  try {
    const relative = createRelativePositionFromJSON(given)
    const found = relativePositionToAbsolutePosition(sync.doc, sync.type, relative, sync.binding.mapping)
    return found === null ? null : Math.min(Math.max(found, 1), Math.max(1, state.doc.content.size - 1))
  } catch {
    // It came from somebody else's browser: what cannot be read is no caret.
    return null
  }
}

function caret(writer: Writer): HTMLElement {
  const element = document.createElement('span')
  element.className = 'othersCaret'
  element.dataset.c = String(writer.colour)
  element.setAttribute('aria-hidden', 'true')
  return element
}

function plate(writer: Writer): HTMLElement {
  const element = document.createElement('span')
  element.className = 'othersPlate'
  element.dataset.c = String(writer.colour)
  element.setAttribute('aria-hidden', 'true')
  element.contentEditable = 'false'
  const code = document.createElement('bdi')
  code.textContent = writer.code
  element.append(code)
  return element
}

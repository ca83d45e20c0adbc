import { Editor, Extension, type KeyboardShortcutCommand } from '@tiptap/core'
import type { ResolvedPos } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { absolutePositionToRelativePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Writer } from '../../store/index.ts'
import { caretKey, caretPlugin } from './caretPlugin.ts'
import type { EditorHost, OpenEditor, Start } from './editorTypes.ts'
import { lineExtensions } from './lineExtensions.ts'
import { notesExtensions } from './notesExtensions.ts'
import { syncPlugin } from './syncPlugin.ts'

/** Opens an editor on a shared text. Loaded only when somebody writes. */
export function openEditor(host: EditorHost): OpenEditor {
  let writers: readonly Writer[] = []
  const editor = new Editor({
    element: host.element,
    injectCSS: false,
    extensions: [
      ...(host.kind === 'notes' ? notesExtensions() : lineExtensions()),
      together(host),
      Extension.create({ name: 'others', addProseMirrorPlugins: () => [caretPlugin(() => writers)] }),
    ],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-label': host.label,
        'aria-multiline': host.kind === 'notes' ? 'true' : 'false',
        dir: 'auto',
        spellcheck: 'true',
      },
      ...(host.kind === 'line' ? { handlePaste: pasteAsLine, handleDrop: () => true } : {}),
    },
    // The editor is handed in: the first drawing tells of itself before the constructor has returned.
    onSelectionUpdate: ({ editor: now }) => host.onCaret(cursorOf(now)),
    onUpdate: ({ editor: now }) => host.onCaret(cursorOf(now)),
    onBlur: ({ event }) => {
      // A press on a part of the editor's own menu is no leaving.
      if (!(event.relatedTarget instanceof Element && event.relatedTarget.closest('[data-keeps-editor]'))) host.onLeave(false)
    },
  })
  putCaret(editor, host.start)
  if (host.typedBefore !== '') editor.commands.insertContent({ type: 'text', text: host.typedBefore })
  return {
    origin: ySyncPluginKey,
    showWriters: (now) => {
      writers = now
      if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(caretKey, true).setMeta('addToHistory', false))
    },
    focus: () => editor.view.focus(),
    close: () => editor.destroy(),
  }
}

/** Binds the editor to the shared text and gives the keys that belong to us. */
function together(host: EditorHost): Extension {
  const done = (act: () => void) => () => {
    act()
    return true
  }
  const leave = done(() => host.onLeave(true))
  // One UndoManager for the whole record, outliving its editors (DECIDED 8).
  const undo = done(host.onUndo)
  const redo = done(host.onRedo)
  const enter = done(host.onEnter)
  const nothing = done(() => undefined)
  return Extension.create({
    name: 'together',
    priority: 1000,
    addProseMirrorPlugins: () => [syncPlugin(host.fragment), slashPlugin(host)],
    addKeyboardShortcuts: () => ({
      Escape: leave,
      'Mod-z': undo,
      'Mod-y': redo,
      'Shift-Mod-z': redo,
      ...(host.kind === 'line' ? { Enter: enter, 'Shift-Enter': nothing, 'Mod-Enter': nothing } : becoming(host)),
    }),
  })
}

/** The keys that make the line under the caret an outcome or action. */
function becoming({ onBecome }: EditorHost): Record<string, KeyboardShortcutCommand> {
  if (onBecome === null) return {}
  const become =
    (part: 'outcome' | 'action'): KeyboardShortcutCommand =>
    ({ editor }) => {
      const { $head } = editor.state.selection
      // Only a paragraph of notes becomes something; a heading stays one, and the key does nothing.
      if ($head.parent.type.name === 'paragraph') onBecome(part, placeOf($head))
      return true
    }
  return { 'Mod-Enter': become('outcome'), 'Shift-Mod-Enter': become('action') }
}

/** Child numbers from the notes down to the paragraph at this position. */
function placeOf(at: ResolvedPos): readonly number[] {
  return Array.from({ length: at.depth }, (_, depth) => at.index(depth))
}

/** Pasted words become words of the line, whatever they were. */
function pasteAsLine(view: EditorView, event: ClipboardEvent): boolean {
  const words = event.clipboardData?.getData('text/plain') ?? ''
  view.dispatch(view.state.tr.insertText(words.replace(/\s+/gu, ' ')).scrollIntoView())
  return true
}

/** A `/` typed at the start of a word in a paragraph asks what the line shall become, an `@` which name shall stand there. */
function slashPlugin(host: EditorHost): Plugin {
  return new Plugin({
    props: {
      handleTextInput: (view, from, _to, text) => {
        if (text === '[' && view.state.selection.from !== view.state.selection.to) return bracketSelection(view)
        const ask = text === '/' ? host.onSlash : text === '@' ? host.onMention : null
        if (ask === null) return false
        const at = view.state.doc.resolve(from)
        if (at.parent.type.name !== 'paragraph') return false
        const before = at.parent.textBetween(0, at.parentOffset, undefined, ' ')
        if (before !== '' && !before.endsWith(' ')) return false
        view.dispatch(view.state.tr.insertText(text, from, from))
        const coords = view.coordsAtPos(from)
        const hasSign = () => {
          const { doc } = view.state
          return doc.textBetween(from, Math.min(from + 1, doc.content.size)) === text
        }
        ask({
          at: placeOf(at),
          left: coords.left,
          bottom: coords.bottom,
          clear: () => {
            if (hasSign()) view.dispatch(view.state.tr.delete(from, from + 1))
          },
          put: (words) => {
            const { tr } = view.state
            view.dispatch(tr.insertText(words, from, hasSign() ? from + 1 : from).scrollIntoView())
            view.focus()
          },
          begin: (words) => {
            const { doc, tr } = view.state
            const isFirst = from === doc.resolve(from).start()
            if (hasSign()) tr.delete(from, from + 1)
            // In the middle of a line the words start one of their own.
            if (!isFirst) tr.split(from)
            const start = isFirst ? from : from + 2
            tr.insertText(words, start).setSelection(TextSelection.create(tr.doc, start + words.length))
            view.dispatch(tr.scrollIntoView())
            view.focus()
          },
          resume: (letter) => {
            if (letter !== '') view.dispatch(view.state.tr.insertText(letter))
            view.focus()
          },
        })
        return true
      },
    },
  })
}

/** Puts the selected words into square brackets: text that is not agreed. */
function bracketSelection(view: EditorView): boolean {
  const { from, to } = view.state.selection
  view.dispatch(view.state.tr.insertText(']', to).insertText('[', from))
  return true
}

function putCaret(editor: Editor, start: Start): void {
  if (typeof start === 'string') {
    editor.commands.focus(start)
    return
  }
  const found = editor.view.posAtCoords({ left: start.x, top: start.y })
  editor.commands.focus(found === null ? 'end' : found.pos, { scrollIntoView: false })
}

function cursorOf(editor: Editor): { anchor: unknown; head: unknown } {
  const sync = ySyncPluginKey.getState(editor.state)
  const { anchor, head } = editor.state.selection
  if (!sync?.binding) return { anchor: null, head: null }
  const relative = (at: number): unknown => absolutePositionToRelativePosition(at, sync.type, sync.binding.mapping)
  return { anchor: relative(anchor), head: relative(head) }
}

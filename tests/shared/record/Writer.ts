import { Editor, Extension } from '@tiptap/core'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { lineExtensions } from '../../../client/features/text/lineExtensions.ts'
import { notesExtensions } from '../../../client/features/text/notesExtensions.ts'
import { syncPlugin } from '../../../client/features/text/syncPlugin.ts'
import { straightenUndo } from '../../../client/sync/straightenUndo.ts'
import { findText, type TextPath, textKindOf } from '../../../shared/record/index.ts'
import { randomStep, rareStep, type Step, textsOf } from './randomEdits.ts'
import { newDoc, read } from './world.ts'

/** One update of a writer, and whether a person or the editor's own tidying made it. */
export interface Written {
  readonly update: Uint8Array
  readonly by: 'person' | 'editor'
}

/** Somebody with a copy of the record, the real editor on one text at a time, an outbox and an inbox. */
export class Writer {
  readonly doc: Y.Doc
  /** What is not delivered yet, each way. */
  readonly outbox: Written[] = []
  readonly inbox: Uint8Array[] = []
  readonly #undo: Y.UndoManager
  readonly #nextLetters: (count: number) => string
  #editor: Editor | null = null
  #fragment: Y.XmlFragment | null = null
  #isReceiving = false

  constructor(clientId: number, state: Uint8Array, nextLetters: (count: number) => string) {
    this.doc = newDoc(clientId, state)
    this.#nextLetters = nextLetters
    const roots = ['items', 'outcomes', 'actions', 'targets'].map((root) => this.doc.getMap(root))
    this.#undo = new Y.UndoManager(roots, { trackedOrigins: new Set([ySyncPluginKey]), captureTimeout: 0 })
    straightenUndo(this.#undo)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') this.outbox.push({ update, by: this.#isReceiving ? 'editor' : 'person' })
    })
  }

  /** A named edit, or letters typed without an editor. */
  edit(step: Step, fresh: number): void {
    const act = step.where % 3 === 0 ? rareStep : randomStep
    act(this.doc, { ...step, word: this.#nextLetters(step.word.length) }, fresh)
    this.#leaveWhatIsGone()
  }

  /** Opens the editor on some text, in place of the one before. Opening may already tidy. */
  open({ which, where }: Step): void {
    const texts = textsOf(read(this.doc)).filter((path) => (where % 3 === 0) === (path.field !== 'notes'))
    const path = texts[which % Math.max(1, texts.length)]
    const fragment = path === undefined ? null : findText(this.doc, path)
    this.close()
    if (path === undefined || fragment === null) return
    this.#fragment = fragment
    this.#tidying(() => {
      this.#editor = openEditor(path, fragment)
    })
  }

  /** One real editor transaction. */
  write(step: Step): void {
    if (this.#editor === null) this.open(step)
    const editor = this.#editor
    if (editor !== null) performEdit(editor, step, this.#nextLetters)
  }

  undo(): void {
    this.#undo.undo()
    this.#leaveWhatIsGone()
  }

  redo(): void {
    this.#undo.redo()
  }

  /** Takes in the oldest update of the inbox; whatever the editor then does by itself is its own tidying. */
  receive(): boolean {
    const update = this.inbox.shift()
    if (update === undefined) return false
    this.#tidying(() => Y.applyUpdate(this.doc, update, 'remote'))
    this.#leaveWhatIsGone()
    return true
  }

  /** What the open editor shows, and what the document says there; null without an editor. */
  get shown(): readonly [string, string] | null {
    if (this.#editor === null || this.#fragment === null) return null
    return [this.#editor.state.doc.textContent, readLines(this.#fragment).join('')]
  }

  close(): void {
    this.#tidying(() => this.#editor?.destroy())
    this.#editor = null
    this.#fragment = null
  }

  /** The page takes away the editor of a qualifier that somebody removed. */
  #leaveWhatIsGone(): void {
    if (this.#fragment?._item?.deleted === true) this.close()
  }

  #tidying(act: () => void): void {
    this.#isReceiving = true
    act()
    this.#isReceiving = false
  }
}

function openEditor(path: TextPath, fragment: Y.XmlFragment): Editor {
  return new Editor({
    element: document.createElement('div'),
    injectCSS: false,
    extensions: [
      ...(textKindOf(path) === 'notes' ? notesExtensions() : lineExtensions()),
      Extension.create({ name: 'together', addProseMirrorPlugins: () => [syncPlugin(fragment)] }),
    ],
  })
}

function performEdit(editor: Editor, { what, which, where, word }: Step, nextLetters: (count: number) => string): void {
  const spots: number[] = []
  editor.state.doc.descendants((node, at) => {
    if (node.isTextblock) for (let offset = 0; offset <= node.content.size; offset += 1) spots.push(at + 1 + offset)
  })
  const from = spots[which % Math.max(1, spots.length)]
  if (from === undefined) return
  const to = Math.min(from + (where % 4), spots[spots.length - 1] ?? from)
  const range = { from: Math.min(from, to), to: Math.max(from, to) }
  const chain = editor.chain().setTextSelection(range)
  const letters = nextLetters(Math.max(1, word.length))
  const isNotes = 'heading' in editor.schema.nodes
  const acts = [
    () => editor.chain().setTextSelection(from).insertContent({ type: 'text', text: letters }).run(),
    () => chain.insertContent({ type: 'text', text: letters }).run(),
    () => chain.deleteSelection().run(),
    ...(isNotes
      ? [
          () => editor.chain().setTextSelection(from).splitBlock().run(),
          () => editor.chain().setTextSelection(from).joinBackward().run(),
          () => chain.toggleBold().run(),
          () => chain.setLink({ href: 'https://example.org/' }).run(),
          () => chain.toggleBulletList().run(),
          () => chain.toggleOrderedList().run(),
          () => chain.toggleHeading({ level: 2 }).run(),
          () => editor.chain().setTextSelection(from).setHardBreak().run(),
          () => editor.chain().setTextSelection(from).splitListItem('listItem').run(),
          () => editor.chain().setTextSelection(from).sinkListItem('listItem').run(),
          () => editor.chain().setTextSelection(from).liftListItem('listItem').run(),
          () => editor.chain().setTextSelection(from).selectParentNode().deleteSelection().run(),
        ]
      : []),
  ]
  acts[what % acts.length]?.()
}

function readLines(node: Y.XmlFragment): readonly string[] {
  return node.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText)
      return (child.toDelta() as readonly { readonly insert: unknown }[]).map(({ insert }) => String(insert))
    return child instanceof Y.XmlElement ? readLines(child) : []
  })
}

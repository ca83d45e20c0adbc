import * as Y from 'yjs'
import { Signal } from './Signal.ts'
import { straightenUndo } from './straightenUndo.ts'

/** One thing that can be taken back: a stretch of one's own typing, or a named edit with its own undoing. */
type Step<Edit> = { readonly kind: 'typing' } | { readonly kind: 'edit'; readonly undo: Edit }

interface UndoingParts<Edit> {
  readonly doc: Y.Doc
  /** Transaction origins that count as this person's own typing; editors that are loaded later add theirs. */
  readonly typing: Set<unknown>
  /** Applies an edit and answers with what would take it back again. */
  readonly apply: (edit: Edit) => Edit | null
}

/** What one person did, last first: their typing through the one UndoManager, named edits by their names (DECIDED 8). */
export class Undoing<Edit> {
  readonly can = new Signal<{ readonly undo: boolean; readonly redo: boolean }>({ undo: false, redo: false })
  readonly #parts: UndoingParts<Edit>
  readonly #manager: Y.UndoManager
  readonly #letBe: () => void
  readonly #done: Step<Edit>[] = []
  readonly #undone: Step<Edit>[] = []
  #replaying = false

  constructor(parts: UndoingParts<Edit>) {
    this.#parts = parts
    this.#manager = new Y.UndoManager([...parts.doc.share.values()], { trackedOrigins: parts.typing })
    this.#letBe = straightenUndo(this.#manager)
    this.#manager.on('stack-item-added', (event: { readonly type: 'undo' | 'redo' }) => {
      // While undoing, Yjs adds the counterpart to its other stack; only fresh typing is a new step of ours.
      if (this.#replaying || event.type !== 'undo') return
      this.#done.push({ kind: 'typing' })
      this.#undone.length = 0
      this.#tell()
    })
  }

  /** A named edit was made. */
  edited(undo: Edit | null): void {
    // Typing before and after an edit are two steps, so that the order of taking back is the order of doing.
    this.#manager.stopCapturing()
    if (undo === null) return
    this.#done.push({ kind: 'edit', undo })
    this.#undone.length = 0
    this.#tell()
  }

  undo(): void {
    this.#turn(this.#done, this.#undone, () => this.#manager.undo())
  }

  redo(): void {
    this.#turn(this.#undone, this.#done, () => this.#manager.redo())
  }

  close(): void {
    this.#manager.destroy()
    this.#letBe()
  }

  #turn(from: Step<Edit>[], to: Step<Edit>[], typing: () => Y.UndoManager['undoStack'][number] | null): void {
    for (let step = from.pop(); step !== undefined; step = from.pop()) {
      const back = this.#replay(step, typing)
      if (back === null) continue
      to.push(back)
      break
    }
    this.#tell()
  }

  /** Does a step backwards; null when there was nothing left of it, so that the one before it is taken. */
  #replay(step: Step<Edit>, typing: () => Y.UndoManager['undoStack'][number] | null): Step<Edit> | null {
    this.#replaying = true
    try {
      if (step.kind === 'typing') return typing() === null ? null : step
      const undo = this.#parts.apply(step.undo)
      return undo === null ? null : { kind: 'edit', undo }
    } finally {
      this.#replaying = false
    }
  }

  #tell(): void {
    this.can.set({ undo: this.#done.length > 0, redo: this.#undone.length > 0 })
  }
}

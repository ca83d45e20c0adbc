import type { XmlFragment } from 'yjs'
import type { Writer } from '../../store/index.ts'

/** Where the caret goes when an editor opens. */
export type Start = 'start' | 'end' | { readonly x: number; readonly y: number }

/** What an editor tells and asks while it is open. */
export interface EditorHost {
  readonly element: HTMLElement
  readonly fragment: XmlFragment
  readonly kind: 'line' | 'notes'
  readonly label: string
  readonly start: Start
  /** Letters typed while the editor was still on its way. */
  readonly typedBefore: string
  /** This person's caret, as Yjs relative positions. */
  readonly onCaret: (cursor: { readonly anchor: unknown; readonly head: unknown }) => void
  /** `byKey`: by Escape, so that the focus returns to the text as it is read. */
  readonly onLeave: (byKey: boolean) => void
  /** Enter at the end of a line, where there is nothing to split. */
  readonly onEnter: () => void
  /** Words for `/`: shown as a menu; null where there is none. */
  readonly onSlash: ((place: SlashPlace) => void) | null
  /** Names for `@`: shown as a list; null where there is none. */
  readonly onMention: ((place: SlashPlace) => void) | null
  /** Ctrl Enter, with Shift for an action: the line under the caret becomes an outcome or action; null where lines become nothing. */
  readonly onBecome: ((part: 'outcome' | 'action', at: readonly number[]) => void) | null
  readonly onUndo: () => void
  readonly onRedo: () => void
}

/** A paragraph in which `/` or `@` was typed: where it is, for the eye and for the edit. */
export interface SlashPlace {
  /** Child numbers from the notes down to the paragraph. */
  readonly at: readonly number[]
  /** Where a menu may open, in the window. */
  readonly left: number
  readonly bottom: number
  /** Takes the sign away again, once something was chosen. */
  readonly clear: () => void
  /** Puts these words in place of the sign, and goes on writing behind them. */
  readonly put: (words: string) => void
  /** Starts a line with these words in place of the sign, and goes on writing behind them. */
  readonly begin: (words: string) => void
  /** Nothing was chosen: writing goes on, with the letter that closed the menu. */
  readonly resume: (letter: string) => void
}

/** An open editor. */
export interface OpenEditor {
  /** The origin under which it writes, so that its typing can be undone. */
  readonly origin: unknown
  readonly showWriters: (writers: readonly Writer[]) => void
  readonly focus: () => void
  readonly close: () => void
}

import type { Start } from './editorTypes.ts'

type OpenEditorOf = typeof import('./openEditor.ts')['openEditor']

/** Which text is open for writing on this page: at most one, so that a long record stays light. */
export interface Writing {
  readonly path: string
  readonly start: Start
}

/** Keeps which text is being written in, and the editor's code once it has come. */
export class WritingDesk {
  readonly #listeners = new Set<() => void>()
  #writing: Writing | null = null
  #returning: string | null = null
  #open: OpenEditorOf | null = null
  #coming: Promise<OpenEditorOf> | null = null

  readonly get = (): Writing | null => this.#writing

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Opens this text for writing. */
  readonly write = (path: string, start: Start): void => this.#set({ path, start })

  /** Closes it, unless another was opened meanwhile; with `returnsFocus` the text as it is read takes the focus. */
  readonly leave = (path: string, returnsFocus = true): void => {
    if (this.#writing?.path !== path) return
    this.#returning = returnsFocus ? path : null
    this.#set(null)
  }

  /** Whether this text was just left by a key; asked once. */
  readonly takesFocus = (path: string): boolean => {
    if (this.#returning !== path) return false
    this.#returning = null
    return true
  }

  /** The editor, if its code is here already. */
  get openEditor(): OpenEditorOf | null {
    return this.#open
  }

  /** Fetches the editor's code; done ahead of need when the page is at rest. */
  readonly fetchEditor = (): Promise<OpenEditorOf> => {
    this.#coming ??= import('./openEditor.ts').then(
      (module) => {
        this.#open = module.openEditor
        return module.openEditor
      },
      (cause: unknown) => {
        this.#coming = null
        throw new Error('The editor could not be loaded', { cause })
      },
    )
    return this.#coming
  }

  #set(writing: Writing | null): void {
    this.#writing = writing
    for (const listener of [...this.#listeners]) listener()
  }
}

/** A short message in passing: what somebody else did, with at most one way to answer. */
export interface Toast {
  readonly id: number
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

/** The messages that show now. One for each page, made where the page is made. */
export class Toasts {
  #shown: readonly Toast[] = []
  #next = 1
  readonly #listeners = new Set<() => void>()
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>()
  readonly #shownMs: number

  constructor(shownMs = 8000) {
    this.#shownMs = shownMs
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): readonly Toast[] => this.#shown

  /** Shows a message for a while; at most three at once, the oldest goes first. */
  readonly show = (text: string, action?: Toast['action']): void => {
    const id = this.#next++
    this.#set([...this.#shown.slice(-2), { id, text, action }])
    this.hold(id, false)
  }

  readonly dismiss = (id: number): void => {
    clearTimeout(this.#timers.get(id))
    this.#timers.delete(id)
    this.#set(this.#shown.filter((toast) => toast.id !== id))
  }

  /** Stops the clock of a message while the pointer or the focus is on it. */
  readonly hold = (id: number, held: boolean): void => {
    clearTimeout(this.#timers.get(id))
    if (!held)
      this.#timers.set(
        id,
        setTimeout(() => this.dismiss(id), this.#shownMs),
      )
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
    this.#listeners.clear()
  }

  #set(shown: readonly Toast[]): void {
    this.#shown = shown
    for (const listener of this.#listeners) listener()
  }
}

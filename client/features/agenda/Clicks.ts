/** A press belongs to the mouse press before it for so long. */
const oneClickMs = 500

/** Tells the second click of a double click, as the browser counts them: the library's presses do not say it. */
export class Clicks {
  #last = { count: 0, at: Number.NEGATIVE_INFINITY }

  /** Listens until the returned function is called. */
  start(): () => void {
    const note = (event: MouseEvent) => {
      this.#last = { count: event.detail, at: performance.now() }
    }
    window.addEventListener('mousedown', note, true)
    return () => window.removeEventListener('mousedown', note, true)
  }

  readonly isSecond = (): boolean => this.#last.count > 1 && performance.now() - this.#last.at < oneClickMs
}

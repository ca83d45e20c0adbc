/** Most keys that are kept: what somebody types in the time in which a part of the page comes. */
const mostKeys = 64

/**
 * Keeps the keys that are pressed while something that was opened is still on its way, so that they reach it and not the page behind it.
 * `Escape` is not kept: it calls the opening off.
 */
export class KeptKeys {
  readonly #keys: KeyboardEvent[] = []
  readonly #window: Window
  readonly #onEscape: () => void

  constructor(window: Window, onEscape: () => void) {
    this.#window = window
    this.#onEscape = onEscape
    window.addEventListener('keydown', this.#keep, true)
  }

  /** Stops keeping. */
  close(): void {
    this.#window.removeEventListener('keydown', this.#keep, true)
  }

  /** Hands over what was kept to whatever has the focus now, in order. */
  handOver(document: Document): void {
    this.close()
    for (const event of this.#keys.splice(0)) give(event, document)
  }

  readonly #keep = (event: KeyboardEvent): void => {
    // The browser's own keys stay the browser's.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.key === 'Tab' || event.key.length === 0)
      return
    if (/^(Shift|Control|Alt|Meta|F\d+)/.test(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') this.#onEscape()
    else if (!event.repeat && this.#keys.length < mostKeys) this.#keys.push(event)
  }
}

function give(event: KeyboardEvent, document: Document): void {
  const target = document.activeElement ?? document.body
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  // A key that a page makes up types nothing: the browser's own insertion does, and tells the field so.
  if (isField && event.key.length === 1) {
    document.execCommand('insertText', false, event.key)
    return
  }
  if (isField && event.key === 'Backspace') {
    document.execCommand('delete')
    return
  }
  const { key, code, shiftKey } = event
  const made = { key, code, shiftKey, bubbles: true, cancelable: true }
  const isFree = target.dispatchEvent(new KeyboardEvent('keydown', made))
  target.dispatchEvent(new KeyboardEvent('keyup', made))
  if (isFree && target instanceof HTMLButtonElement && (key === 'Enter' || key === ' ')) target.click()
}

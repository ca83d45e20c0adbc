/** Where the window is. */
export interface Address {
  readonly path: string
  /** With its question mark, or empty. */
  readonly search: string
  /** With its sign, or empty. */
  readonly hash: string
  /** Names this entry of the history, so that its place on the page is found again. */
  readonly key: string
}

export interface GoOptions {
  /** Takes the place of the present entry, so that Back leads to what was before it. */
  readonly replace?: boolean
  /** The same page, asked further: where one reads stays. */
  readonly keepsPlace?: boolean
}

/** The addresses that a window goes through, and how far each page was scrolled. */
export class Addresses {
  #now: Address
  /** The first page is scrolled by the browser. */
  #keepsPlace = true
  readonly #window: Window
  readonly #listeners = new Set<() => void>()
  readonly #places = new Map<string, number>()

  constructor(window: Window) {
    this.#window = window
    this.#now = read(window)
    this.#scrolling('manual')
    window.addEventListener('popstate', this.#popped)
    window.addEventListener('pagehide', this.#left)
    window.addEventListener('pageshow', this.#shown)
  }

  readonly get = (): Address => this.#now

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Goes to a page of ours. */
  readonly go = (href: string, { replace = false, keepsPlace = false }: GoOptions = {}): void => {
    const { history, performance } = this.#window
    this.#keep()
    if (replace) history.replaceState({ key: this.#now.key }, '', href)
    else history.pushState({ key: `${history.length}.${performance.now()}` }, '', href)
    this.#step(keepsPlace)
  }

  /** How far the page of the present address is to be scrolled once it is drawn; null: it stays as it is. */
  place(): number | null {
    return this.#keepsPlace ? null : (this.#places.get(this.#now.key) ?? 0)
  }

  close(): void {
    this.#window.removeEventListener('popstate', this.#popped)
    this.#window.removeEventListener('pagehide', this.#left)
    this.#window.removeEventListener('pageshow', this.#shown)
  }

  readonly #popped = (): void => {
    const before = this.#now
    this.#keep()
    const next = read(this.#window)
    // Another part of the same page, named behind the sign: the browser goes there by itself.
    this.#step(next.path === before.path && next.search === before.search && next.key === before.key)
  }

  readonly #left = (): void => this.#scrolling('auto')
  readonly #shown = (): void => this.#scrolling('manual')

  /** Pages come a moment after their address: the browser would scroll the one that is left. After a reload it knows best. */
  #scrolling(how: ScrollRestoration): void {
    this.#window.history.scrollRestoration = how
  }

  #keep(): void {
    this.#places.set(this.#now.key, this.#window.scrollY)
  }

  #step(keepsPlace: boolean): void {
    this.#now = read(this.#window)
    this.#keepsPlace = keepsPlace
    for (const listener of this.#listeners) listener()
  }
}

function read({ location, history }: Window): Address {
  const state: unknown = history.state
  const key = typeof state === 'object' && state !== null && 'key' in state ? String(state.key) : ''
  return { path: location.pathname, search: location.search, hash: location.hash, key }
}

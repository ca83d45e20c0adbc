/** As much of the window as it takes to find a secret and to hide it. */
export interface SecretPlace {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>
  readonly history: Pick<History, 'replaceState' | 'state'>
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null
}

const pathsWithSecret: ReadonlySet<string> = new Set(['/first', '/join', '/set-password'])
const shortest = 20

/**
 * Holds what stood behind `#` in a one-time or seat link. It leaves the address bar before anything is drawn, so that it
 * is in no screenshot, bookmark or shared screen; this tab alone remembers it until it has been used.
 */
export class SecretKeeper {
  readonly #place: SecretPlace
  readonly #held = new Map<string, string>()
  readonly #listeners = new Set<() => void>()

  constructor(place: SecretPlace) {
    this.#place = place
    this.take()
  }

  /** Takes the secret out of the present address, if there is one. Called at start and when the part behind `#` changes. */
  readonly take = (): void => {
    const { location, history } = this.#place
    const secret = location.hash.slice(1)
    if (!pathsWithSecret.has(location.pathname) || secret.length < shortest) return
    this.#held.set(location.pathname, secret)
    this.#store(location.pathname, secret)
    history.replaceState(history.state, '', location.pathname + location.search)
    for (const listener of this.#listeners) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The secret for this page, or null when the link was not complete. */
  secretFor(path: string): string | null {
    return this.#held.get(path) ?? this.#kept(path)
  }

  /** Forgets a secret that has done its work. */
  forget(path: string): void {
    this.#held.delete(path)
    try {
      this.#place.storage?.removeItem(key(path))
    } catch {
      // Nothing was stored then.
    }
  }

  #store(path: string, secret: string): void {
    try {
      this.#place.storage?.setItem(key(path), secret)
    } catch {
      // Without storage a reload of this page asks for the link again.
    }
  }

  #kept(path: string): string | null {
    try {
      return this.#place.storage?.getItem(key(path)) ?? null
    } catch {
      return null
    }
  }
}

function key(path: string): string {
  return `rapporteur.secret${path}`
}

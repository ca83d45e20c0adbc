/** What a living tab holds so that others can tell when it is gone: Web Locks in the browser, a table in tests. */
export interface Locks {
  /** Holds the name until released. */
  hold(name: string): Promise<() => void>
  /** Whether nobody holds the name now. */
  isFree(name: string): Promise<boolean>
  /** Resolves with true once nobody holds the name any more, and with false when given up. */
  whenFree(name: string, givenUp: AbortSignal): Promise<boolean>
}

/** Tells tabs of the same browser about each other. */
export interface TabChannel {
  say(tab: string): void
  hear(listener: (tab: string) => void): void
  close(): void
}

const prefix = 'rapporteur.tab.'

/** The lock a tab holds for as long as it lives. */
export function lockName(tab: string): string {
  return prefix + tab
}

/** Web Locks; where a browser has none, every other tab counts as alive and its words wait for its own return. */
export function webLocks(manager: LockManager | undefined): Locks {
  return {
    hold: (name) =>
      new Promise((resolve, reject) => {
        if (manager === undefined) {
          resolve(() => undefined)
          return
        }
        manager
          .request(name, () => new Promise<void>((release) => resolve(() => release())))
          .catch((cause: unknown) => reject(new Error('The tab could not hold its lock', { cause })))
      }),
    isFree: async (name) => {
      if (manager === undefined) return false
      return manager.request(name, { ifAvailable: true }, (lock) => lock !== null)
    },
    whenFree: async (name, givenUp) => {
      if (manager === undefined) return false
      try {
        await manager.request(name, { signal: givenUp }, () => undefined)
        return true
      } catch {
        return false
      }
    },
  }
}

/** A broadcast channel for one place; silent where the browser has none. */
export function tabChannel(place: string): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return { say: () => undefined, hear: () => undefined, close: () => undefined }
  const channel = new BroadcastChannel(`rapporteur.${place}`)
  return {
    say: (tab) => channel.postMessage(tab),
    hear: (listener) => {
      channel.onmessage = (event) => {
        if (typeof event.data === 'string') listener(event.data)
      }
    },
    close: () => channel.close(),
  }
}

import type { Device } from './Device.ts'
import type { Unsent } from './deviceTypes.ts'
import { type Locks, lockName, type TabChannel } from './tabs.ts'

interface TabCareParts {
  readonly place: string
  readonly tab: string
  readonly device: Device | null
  readonly locks: Locks
  readonly channel: TabChannel
  /** Unsent words of a tab that is gone are now ours. */
  readonly adopted: (unsent: readonly Unsent[]) => void
}

/**
 * Sees to it that each unsent word has exactly one living tab that sends it. A tab holds a lock while it lives; whoever gets the lock of
 * another tab knows that it is gone and takes over its words. Adoption is one transaction, so two tabs cannot both adopt.
 */
export class TabCare {
  readonly #parts: TabCareParts
  readonly #watched = new Set<string>()
  readonly #closing = new AbortController()
  #release: (() => void) | null = null

  constructor(parts: TabCareParts) {
    this.#parts = parts
  }

  /** Holds our own lock and looks after the tabs that left words here. Settles when words of tabs already gone are adopted. */
  async start(): Promise<void> {
    const { place, tab, device, locks, channel } = this.#parts
    if (device === null || this.#release !== null) return
    this.#release = await locks.hold(lockName(tab))
    const { unsent } = await device.load(place)
    channel.hear((other) => {
      // A tab just opened says its name; those that were there before answer, so that each watches each.
      if (this.#watch(other)) channel.say(tab)
    })
    channel.say(tab)
    const others = new Set(unsent.map((entry) => entry.tab).filter((other) => other !== tab))
    for (const other of others) {
      if (await locks.isFree(lockName(other))) await this.#adopt(other)
      else this.#watch(other)
    }
  }

  async close(): Promise<void> {
    this.#closing.abort()
    this.#parts.channel.close()
    this.#release?.()
    this.#release = null
  }

  /** Whether the tab was not watched before. */
  #watch(other: string): boolean {
    if (other === this.#parts.tab || this.#watched.has(other)) return false
    this.#watched.add(other)
    void this.#adoptWhenGone(other)
    return true
  }

  async #adoptWhenGone(other: string): Promise<void> {
    const isGone = await this.#parts.locks.whenFree(lockName(other), this.#closing.signal)
    if (!isGone || this.#closing.signal.aborted) return
    this.#watched.delete(other)
    await this.#adopt(other)
  }

  async #adopt(other: string): Promise<void> {
    const { place, tab, device, adopted } = this.#parts
    const unsent = (await device?.adopt(place, other, tab)) ?? []
    if (unsent.length > 0) adopted(unsent)
  }
}

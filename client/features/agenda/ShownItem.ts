import { type ItemId, isId } from '../../../shared/base/index.ts'
import type { Meeting } from '../../sync/index.ts'
import { type Following, type FollowStep, follow, startFollowing } from './follow.ts'

/** What this page shows and asks of the window around it. */
export interface ShownItemParts {
  readonly meeting: Pick<Meeting, 'session' | 'record'>
  /** Whether this person is writing, so that nothing may change under the caret. */
  readonly isBusy: () => boolean
  /** The item that the address names, and whether this page followed when it was put there. */
  readonly address: { readonly named: string; readonly followed: boolean }
  readonly setAddress: (item: ItemId | null, follows: boolean) => void
  /** This person moved the meeting, or came back to it: the focus goes with them. */
  readonly focusTitle: () => void
  /** The press that asks is the second of a double click: nobody means to close two items by one. */
  readonly isSecondClick: () => boolean
  /** A clock that never goes back, in ms. */
  readonly now: () => number
}

/** The news of a move follow its answer at once, where the line stands. */
const newsMs = 3000

/** Keeps which item's sheet is shown, and goes along with the meeting. */
export class ShownItem {
  readonly #parts: ShownItemParts
  readonly #listeners = new Set<() => void>()
  #following: Following
  #current: ItemId | null
  /** The move of this person that is on its way: until its answer or its news, whichever comes first. */
  #moving: symbol | null = null
  /** Until when the next news of a move is this person's own. */
  #mineUntil = Number.NEGATIVE_INFINITY

  constructor(parts: ShownItemParts) {
    this.#parts = parts
    this.#current = this.#readCurrent()
    const { named, followed } = parts.address
    this.#following = this.#anchored(startFollowing({ named: toItem(named), followed, current: this.#current }))
  }

  readonly get = (): Following => this.#following

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Listens to the meeting until the returned function is called. */
  start(): () => void {
    const stops = [this.#parts.meeting.session.subscribe(this.#look), this.#parts.meeting.record.subscribe(this.#look)]
    this.#look()
    return () => {
      for (const stop of stops) stop()
    }
  }

  /** Shows an item, current or not. */
  readonly open = (item: ItemId): void => this.#step({ kind: 'opened', item, current: this.#current })

  readonly returnToCurrent = (): void => {
    if (this.#current === null) return
    this.#step({ kind: 'returned', current: this.#current })
    this.#parts.focusTitle()
  }

  /** Runs a command of this person that moves the meeting: where it goes they go, and the focus with them. */
  readonly goAlong = async (run: () => Promise<boolean>): Promise<boolean> => {
    const { now } = this.#parts
    if (this.#moving !== null || this.#parts.isSecondClick()) return false
    const from = this.#current
    const move = Symbol('move')
    this.#moving = move
    const done = await run()
    if (this.#moving === move) this.#moving = null
    // The answer may come before the news.
    if (done && this.#current === from) this.#mineUntil = now() + newsMs
    return done
  }

  readonly #look = (): void => {
    const to = this.#readCurrent()
    if (to !== this.#current) {
      this.#current = to
      const isMine = this.#moving !== null || this.#parts.now() < this.#mineUntil
      this.#moving = null
      this.#mineUntil = Number.NEGATIVE_INFINITY
      this.#step({ kind: 'moved', to, isBusy: this.#parts.isBusy(), isMine })
      if (isMine && to !== null) this.#parts.focusTitle()
      return
    }
    this.#set(this.#anchored(this.#following))
  }

  #step(step: FollowStep): void {
    const before = this.#following
    const after = this.#anchored(follow(before, step))
    if (after === before) return
    this.#set(after)
    // The address names what is looked at on purpose, so that it survives a reload; who follows needs no name.
    this.#parts.setAddress(after.follows && this.#current !== null ? null : after.shown, after.follows)
  }

  #set(after: Following): void {
    if (after === this.#following) return
    this.#following = after
    for (const listener of [...this.#listeners]) listener()
  }

  /**
   * With nothing chosen the first item is shown, and stays when others move or add items before it: "the first one" would be
   * another then, and a key meant for a text would land in the wrong place.
   */
  #anchored(following: Following): Following {
    const items = this.#parts.meeting.record.get()?.items ?? []
    // The meeting may be on an item whose words are still on their way.
    const isKnown = following.shown !== null && following.shown === this.#current
    if (isKnown || items.some((item) => item.id === following.shown)) return following
    const first = items.find((item) => item.number !== null)
    return first === undefined || first.id === following.shown ? following : { ...following, shown: first.id }
  }

  #readCurrent(): ItemId | null {
    return this.#parts.meeting.session.get()?.current ?? null
  }
}

/** Branded right after the test that it is an id. */
function toItem(word: string): ItemId | null {
  return isId(word) ? (word as ItemId) : null
}

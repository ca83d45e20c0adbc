/** What an announcement is about: of each kind only the newest waits. */
export type AnnouncementKind = 'line' | 'phase' | 'item' | 'agreed' | 'floor'

export interface Announcement {
  readonly kind: AnnouncementKind
  readonly sentence: string
  /** It takes back the one of its kind that still waits: then neither is said ("offline", and back before it was told). */
  readonly takesBack?: boolean
}

export interface Announcing {
  readonly waiting: readonly Announcement[]
  /** When the last one was said, in ms; null when none was yet. */
  readonly saidAt: number | null
}

/** Between two sentences to a screen reader, in ms. */
export const quietMs = 5000

export const silent: Announcing = { waiting: [], saidAt: null }

/** Adds what happened, in place of what waited of its kind. */
export function announce(state: Announcing, announcement: Announcement): Announcing {
  const others = state.waiting.filter((one) => one.kind !== announcement.kind)
  const isTakenBack = announcement.takesBack === true && others.length < state.waiting.length
  return { ...state, waiting: isTakenBack ? others : [...others, announcement] }
}

/** How long until the next sentence may be said, in ms; null when nothing waits. */
export function untilNextMs(state: Announcing, now: number): number | null {
  if (state.waiting.length === 0) return null
  return state.saidAt === null ? 0 : Math.max(0, state.saidAt + quietMs - now)
}

/** The sentence that is to be said now, if any, and what is left. */
export function sayNext(state: Announcing, now: number): { readonly sentence: string | null; readonly state: Announcing } {
  const [first, ...rest] = state.waiting
  if (first === undefined || untilNextMs(state, now) !== 0) return { sentence: null, state }
  return { sentence: first.sentence, state: { waiting: rest, saidAt: now } }
}

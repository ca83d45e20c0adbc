import type { ItemId } from '../../../shared/base/index.ts'

/** Which item's sheet is shown on this page, and whether the page goes along when the meeting moves on. */
export interface Following {
  /** Null: none chosen, so the first one. */
  readonly shown: ItemId | null
  readonly follows: boolean
}

/** What the address says when the page opens. */
export interface Opening {
  /** The item that the address names. */
  readonly named: ItemId | null
  /** It was named while nothing was open, or while this page followed: looking there was no looking elsewhere. */
  readonly followed: boolean
  readonly current: ItemId | null
}

export type FollowStep =
  | { readonly kind: 'opened'; readonly item: ItemId; readonly current: ItemId | null }
  | { readonly kind: 'returned'; readonly current: ItemId | null }
  | {
      readonly kind: 'moved'
      readonly to: ItemId | null
      /** This person writes here: nothing may jump under the caret. */
      readonly isBusy: boolean
      /** This person moved the meeting. */
      readonly isMine: boolean
    }

/** A page opens on the current item, unless its address names another one that was looked at on purpose. */
export function startFollowing({ named, followed, current }: Opening): Following {
  if (current === null || named === null || named === current) return { shown: named ?? current, follows: true }
  return followed ? { shown: current, follows: true } : { shown: named, follows: false }
}

/** Following is the default; looking elsewhere is remembered until one returns, or the meeting comes to where one looks. */
export function follow(before: Following, step: FollowStep): Following {
  switch (step.kind) {
    case 'opened':
      return { shown: step.item, follows: step.current === null || step.current === step.item }
    case 'returned':
      return step.current === null ? before : { shown: step.current, follows: true }
    case 'moved': {
      if (step.to === null) return before
      const goesAlong = step.isMine || step.to === before.shown || (before.follows && !step.isBusy)
      if (goesAlong) return { shown: step.to, follows: true }
      return before.follows ? { ...before, follows: false } : before
    }
  }
}

import type { CommandWord } from './commandWords.ts'

/** Does one thing of the table. Which of several strokes it was matters to few (J and K, the arrows). */
export type LiveAction = (stroke: string) => void

/** What this person can do here and now; what is missing is not theirs, or not possible at the moment. */
export type LiveActions = Readonly<Partial<Record<CommandWord, LiveAction>>>

/** What can stand over the page. */
export type LivePanel = 'share' | 'keys' | 'palette' | 'close'

/** Leaves out what is not possible. */
export function only(actions: Readonly<Partial<Record<CommandWord, LiveAction | false | null | undefined>>>): LiveActions {
  return Object.fromEntries(Object.entries(actions).filter(([, action]) => typeof action === 'function')) as LiveActions // the filter's meaning
}

import type { ActionStatus } from '../../../shared/record/index.ts'

/** What later facts say of an outcome, in words that whoever asked may read. */
export interface OutcomeLater {
  /** The number that a version fixed; empty in a draft. */
  readonly paragraph: string
  readonly state: 'current' | 'superseded' | 'implemented' | 'withdrawn'
  /** Which outcome stands in its place: meeting, day and number; empty where there is none. */
  readonly supersededBy: string
  /** Days as ISO has them; empty where there are none. */
  readonly supersededOn: string
  readonly implementedOn: string
  /** What was said to it. */
  readonly note: string
}

/** How far an action has come since. */
export interface ActionLater {
  readonly status: ActionStatus
  readonly overdue: boolean
  /** What was said last, by whom as far as it may be told, and on which day; empty where nothing was. */
  readonly lastNote: string
  readonly lastBy: string
  readonly lastOn: string
}

/** What registers say beside the records. What is not in it was not asked for, and is left out. */
export interface Later {
  readonly outcomes: Readonly<Record<string, OutcomeLater>>
  readonly actions: Readonly<Record<string, ActionLater>>
}

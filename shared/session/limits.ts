/** What one session may hold at most, so that its state stays small whatever is pressed. Beyond it a command is refused. */
export const sessionLimits = {
  /** Requests for the floor, over all lists. */
  waiting: 500,
  /** Turns at the floor that are kept. */
  interventions: 5_000,
  /** Changes of phase; room for closing is always left. */
  history: 2_000,
  /** Changes of standing, over all outcomes. */
  fixings: 10_000,
  /** Entries in the list of attendance. */
  attending: 1_000,
  /** People of one delegation, and its comings and goings. */
  delegates: 100,
  movements: 100,
  /** Versions of one record; room for adopting and withdrawing is always left. */
  versions: 200,
  /** Comments on one record, withdrawn ones too. */
  comments: 1_000,
  /** Changes of deadlines, over all circulations. */
  deadlines: 200,
  /** Actions of earlier meetings that one meeting reviews. */
  reviewing: 500,
  /** Minutes added to, or taken from, one item or one turn. */
  extraMinutes: 6_000,
} as const

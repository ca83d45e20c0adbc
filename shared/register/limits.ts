/** What the ledger of one group may hold at most; beyond it a command is refused. */
export const ledgerLimits = {
  /** Facts that stand: progress, superseded, implemented. */
  facts: 20_000,
  /** Progress of one action. */
  progress: 200,
  /** Proposals that wait, and those that are settled and still shown. */
  proposals: 500,
  templates: 100,
  /** Characters of a note or a reason. */
  noteLength: 2_000,
  /** Items of a template, parts of items counted. */
  templateItems: 200,
} as const

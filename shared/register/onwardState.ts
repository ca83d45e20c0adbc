import type { CommandId, MeetingId, Millis } from '../base/index.ts'
import type { Purpose } from '../record/index.ts'
import type { LedgerAuthor } from './LedgerAuthor.ts'

/** An item as somebody proposes it or a template has it. */
export interface ItemLine {
  readonly title: string
  readonly purpose: Purpose | null
  readonly minutes: number | null
}

/** What became of a proposal. */
export type Settled =
  | { readonly how: 'withdrawn'; readonly at: Millis; readonly by: LedgerAuthor }
  | { readonly how: 'declined'; readonly why: string; readonly at: Millis; readonly by: LedgerAuthor }
  | { readonly how: 'taken'; readonly meeting: MeetingId; readonly at: Millis; readonly by: LedgerAuthor }

/** An item that somebody wants on a later agenda. */
export interface Proposal extends ItemLine {
  /** That of the command that made it. */
  readonly id: CommandId
  readonly why: string
  readonly at: Millis
  readonly by: LedgerAuthor
  readonly settled: Settled | null
}

/** An agenda to begin with. */
export interface Template {
  readonly id: CommandId
  readonly name: string
  readonly items: readonly (ItemLine & { readonly children: readonly ItemLine[] })[]
  readonly at: Millis
  readonly by: LedgerAuthor
}

/** The backlog, in the order that the office gave it, and the templates. */
export interface OnwardState {
  readonly proposals: readonly Proposal[]
  readonly templates: readonly Template[]
}

/** What happened to the backlog and the templates. */
export type OnwardEvent =
  | { readonly kind: 'proposal.made'; readonly proposal: Proposal }
  | { readonly kind: 'proposal.settled'; readonly proposal: CommandId; readonly settled: Settled }
  | { readonly kind: 'proposal.moved'; readonly proposal: CommandId; readonly after: CommandId | null }
  | { readonly kind: 'template.saved'; readonly template: Template }
  | { readonly kind: 'template.removed'; readonly template: CommandId }

/** Neither proposals nor templates. */
export function newOnward(): OnwardState {
  return { proposals: [], templates: [] }
}

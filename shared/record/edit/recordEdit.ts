import type { ActionId, ItemId, OutcomeId, QualifierId, TargetId } from '../../base/index.ts'
import type { TextPath } from '../textPath.ts'
import type { Basis, Due, Paper, Party, Purpose, RichText } from '../types.ts'

/** Right behind this one; null: before all others; `last`: behind all others. A neighbour that is gone means `last`. */
export type After<Id extends string> = Id | 'last' | null

/** The plain values of each kind of entry, as an edit may set them. */
export interface ItemValues {
  readonly lead: Party | null
  readonly purpose: Purpose | null
  readonly minutes: number | null
  readonly papers: readonly Paper[]
  readonly carriedOverFrom: string | null
}
export interface OutcomeValues {
  readonly kind: string
  readonly actor: Party | null
}
export interface QualifierValues {
  readonly kind: string
}
export interface ActionValues {
  readonly outcome: OutcomeId | null
  readonly lead: Party | null
  readonly due: Due | null
  readonly basis: Basis
}
export interface TargetValues {
  readonly outcome: OutcomeId | null
  readonly figure: number
  readonly atLeast: boolean
  readonly event: string | null
  readonly whose: string | null
}

/** An entry, or a qualifier inside its outcome. */
export type EntryRef =
  | { readonly root: 'items'; readonly id: ItemId }
  | { readonly root: 'outcomes'; readonly id: OutcomeId; readonly qualifier?: QualifierId }
  | { readonly root: 'actions'; readonly id: ActionId }
  | { readonly root: 'targets'; readonly id: TargetId }

export type OutcomeDraft = {
  readonly id: OutcomeId
  readonly item: ItemId
  readonly after: After<OutcomeId>
  readonly values?: Partial<OutcomeValues>
}
export type ActionDraft = {
  readonly id: ActionId
  readonly item: ItemId
  readonly after: After<ActionId>
  readonly values?: Partial<ActionValues>
  readonly partners?: readonly Party[]
}

/** What somebody does to a record, as plain data. Ids of new entries are made by the caller. */
export type RecordEdit =
  | {
      readonly kind: 'item.add'
      readonly id: ItemId
      readonly parent: ItemId | null
      readonly after: After<ItemId>
      readonly title: string
      readonly notes?: RichText
      readonly values?: Partial<ItemValues>
    }
  | { readonly kind: 'item.move'; readonly id: ItemId; readonly parent: ItemId | null; readonly after: After<ItemId> }
  | { readonly kind: 'item.set'; readonly id: ItemId; readonly values: Partial<ItemValues> }
  | { readonly kind: 'item.remove' | 'item.restore'; readonly id: ItemId }
  | ({ readonly kind: 'outcome.add'; readonly text: string } & OutcomeDraft)
  | { readonly kind: 'outcome.move'; readonly id: OutcomeId; readonly item: ItemId; readonly after: After<OutcomeId> }
  | { readonly kind: 'outcome.set'; readonly id: OutcomeId; readonly values: Partial<OutcomeValues> }
  | { readonly kind: 'outcome.remove' | 'outcome.restore'; readonly id: OutcomeId }
  | {
      readonly kind: 'qualifier.add'
      readonly outcome: OutcomeId
      readonly id: QualifierId
      readonly after: After<QualifierId>
      readonly values?: Partial<QualifierValues>
      readonly text: string
    }
  | { readonly kind: 'qualifier.move'; readonly outcome: OutcomeId; readonly id: QualifierId; readonly after: After<QualifierId> }
  | {
      readonly kind: 'qualifier.set'
      readonly outcome: OutcomeId
      readonly id: QualifierId
      readonly values: Partial<QualifierValues>
    }
  /** A qualifier has no mark of removal: it goes, and comes back as a copy under `undoId`, which the caller makes. */
  | { readonly kind: 'qualifier.remove'; readonly outcome: OutcomeId; readonly id: QualifierId; readonly undoId: QualifierId }
  | ({ readonly kind: 'action.add'; readonly task: string } & ActionDraft)
  | { readonly kind: 'action.move'; readonly id: ActionId; readonly item: ItemId; readonly after: After<ActionId> }
  | { readonly kind: 'action.set'; readonly id: ActionId; readonly values: Partial<ActionValues> }
  | { readonly kind: 'action.addPartner' | 'action.removePartner'; readonly id: ActionId; readonly partner: Party }
  | { readonly kind: 'action.remove' | 'action.restore'; readonly id: ActionId }
  | {
      readonly kind: 'target.add'
      readonly id: TargetId
      readonly item: ItemId
      readonly after: After<TargetId>
      readonly what: string
      readonly values?: Partial<TargetValues>
    }
  | { readonly kind: 'target.move'; readonly id: TargetId; readonly item: ItemId; readonly after: After<TargetId> }
  | { readonly kind: 'target.set'; readonly id: TargetId; readonly values: Partial<TargetValues> }
  | { readonly kind: 'target.remove' | 'target.restore'; readonly id: TargetId }
  /** Sets a line as a whole, touching only the letters that differ. `ifStill`: only while it reads like this. */
  | { readonly kind: 'text.set'; readonly path: TextPath; readonly text: string; readonly ifStill?: string }
  /**
   * Turns a paragraph of notes into an outcome or action: copies its words, marks the line, keeps it (DECIDED 8).
   * `at` are the child numbers from the notes down to the paragraph, as the editor counts them.
   */
  | {
      readonly kind: 'note.become'
      readonly item: ItemId
      readonly at: readonly number[]
      readonly into:
        | ({ readonly part: 'outcome' } & Omit<OutcomeDraft, 'item'>)
        | ({ readonly part: 'action' } & Omit<ActionDraft, 'item'>)
    }
  /** Takes back what an edit set, if every value is still the one it set. */
  | {
      readonly kind: 'values.restore'
      readonly entry: EntryRef
      readonly values: Readonly<Record<string, unknown>>
      readonly ifStill: Readonly<Record<string, unknown>>
    }

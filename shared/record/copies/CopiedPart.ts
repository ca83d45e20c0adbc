import type { ActionId, ItemId, OutcomeId, QualifierId, TargetId } from '../../base/index.ts'
import type { ActionStatus, Basis, Due, Paper, Party, Purpose, RichText, Standing } from '../types.ts'

/** A part of a record as a copy of it has it: enough to say it again by named edits. Words are plain, but for the notes of an item. */
export type CopiedPart =
  | {
      readonly kind: 'item'
      readonly id: ItemId
      readonly item: ItemId | null
      readonly parent: ItemId | null
      readonly words: string
      /** Only where the item is new: else its notes are parts of their own, line by line. */
      readonly notes: RichText | null
      readonly lead: Party | null
      readonly purpose: Purpose | null
      readonly minutes: number | null
      readonly papers: readonly Paper[]
      readonly carriedOverFrom: string | null
      readonly removed: boolean
    }
  | { readonly kind: 'note'; readonly item: ItemId; readonly words: string }
  | {
      readonly kind: 'outcome'
      readonly id: OutcomeId
      readonly item: ItemId
      readonly verb: string
      readonly actor: Party | null
      readonly words: string
      readonly qualifiers: readonly CopiedQualifier[]
      readonly standing: Standing | null
      readonly removed: boolean
    }
  | {
      readonly kind: 'action'
      readonly id: ActionId
      readonly item: ItemId
      readonly outcome: OutcomeId | null
      readonly words: string
      readonly lead: Party | null
      readonly partners: readonly Party[]
      readonly due: Due | null
      readonly basis: Basis
      readonly status: ActionStatus
      readonly removed: boolean
    }
  | {
      readonly kind: 'target'
      readonly id: TargetId
      readonly item: ItemId
      readonly outcome: OutcomeId | null
      readonly words: string
      readonly figure: number
      readonly atLeast: boolean
      readonly event: string | null
      readonly whose: string | null
      readonly removed: boolean
    }

export interface CopiedQualifier {
  readonly id: QualifierId
  readonly verb: string
  readonly words: string
}

/** What of a part differs between the record and a copy of it. */
export interface CopyDifference {
  /** Names the part, whatever it says: `outcome:<id>`, `note:<item>`. */
  readonly key: string
  /** `missing`: the record has it and the copy does not; there is nothing to take. */
  readonly what: 'new' | 'changed' | 'missing'
  readonly part: CopiedPart
  /** The part as the record has it; null where it is new. */
  readonly now: CopiedPart | null
  /** Which fields differ; `words` for the words. Empty where the part is new or missing. */
  readonly fields: readonly string[]
}

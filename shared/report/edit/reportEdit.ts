import type { SentenceId } from '../../base/index.ts'
import type { ReportPart, SentenceSource } from '../types.ts'

/** Behind which sentence of its part: null for first, `last` for the end. */
export type AfterSentence = SentenceId | null | 'last'

/** One named change of a report, by one person, with its named undoing (DECIDED 8). Typing is none of them. */
export type ReportEdit =
  | {
      readonly kind: 'sentence.add'
      readonly id: SentenceId
      readonly part: ReportPart
      readonly after: AfterSentence
      readonly text: string
      readonly source?: SentenceSource | null
    }
  /** To another place in its part. */
  | { readonly kind: 'sentence.move'; readonly id: SentenceId; readonly after: AfterSentence }
  | { readonly kind: 'sentence.setPart'; readonly id: SentenceId; readonly part: ReportPart; readonly after: AfterSentence }
  | { readonly kind: 'sentence.remove' | 'sentence.restore'; readonly id: SentenceId }
  /** Takes in what the source says now: its words, and the mark of what it says. `ifStill`: only while the sentence reads like this. */
  | {
      readonly kind: 'sentence.refresh'
      readonly id: SentenceId
      readonly text: string
      readonly source: SentenceSource | null
      readonly ifStill?: string
    }
  /** Sets the words as a whole, touching only the letters that differ. */
  | { readonly kind: 'text.set'; readonly id: SentenceId; readonly text: string; readonly ifStill?: string }
  /** Takes back what an edit set, if every value is still the one it set. */
  | {
      readonly kind: 'values.restore'
      readonly id: SentenceId
      readonly values: Readonly<Record<string, unknown>>
      readonly ifStill: Readonly<Record<string, unknown>>
    }

import type { Correction } from '../../shared/session/index.ts'

/** What a corrigendum or an addendum changes in an adopted record, as a document of its own. */
export interface Amendment {
  readonly kind: 'corrigendum' | 'addendum'
  /** Which one of its kind: "Corr.2". */
  readonly ordinal: number
  /** The version that it mends; null where only the mended one is kept here. */
  readonly before: { readonly version: number; readonly fingerprint: string } | null
  /** Old and new words, less those that the reader may not see. */
  readonly corrections: readonly Correction[]
  /** What is added; null for a corrigendum, and where the reader may not see it. */
  readonly addition: {
    readonly title: string
    readonly paragraphs: readonly { readonly number: string; readonly text: string }[]
  } | null
}

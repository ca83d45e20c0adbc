import type { BringInFind, FindKind, FindOf } from '../../../shared/protocol/index.ts'
import type { Place } from '../Block.ts'
import type { Section } from './sections.ts'

export type Part = BringInFind['part']

/** A find before it has its id, with the section in which it stands. */
export type Found<Kind extends FindKind = FindKind> = {
  readonly [K in Kind]: {
    readonly kind: K
    readonly value: FindOf<K>['value']
    readonly part: Part
    readonly at: Place
    readonly text: string
    readonly certainty: BringInFind['certainty']
    readonly reason: BringInFind['reason']
    readonly reasonWords: readonly string[]
    readonly choices?: readonly string[]
    readonly section: Section | null
    /** For items: the sections that hold what was said under them. */
    readonly sections?: readonly Section[]
  }
}[Kind]

/** A text in which things are looked for. */
export interface Scene {
  readonly part: Part
  /** Two letters, as far as the text tells. */
  readonly language: string
  readonly root: Section
  /** In the order of the text, the root first. */
  readonly sections: readonly Section[]
  readonly lines: readonly string[]
  /** The heading that is the title, if one is. */
  readonly titleSection: Section | null
  readonly fileName: string
}

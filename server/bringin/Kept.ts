import type { BringInFind, BringInSource } from '../../shared/protocol/index.ts'
import type { Paper } from '../../shared/record/index.ts'
import type { Block, Heading } from './Block.ts'

/** A stretch of a text that belongs together: what stands below one heading, or behind one entry of an agenda. */
export interface Stretch {
  readonly part: BringInFind['part']
  /** The heading or entry itself. */
  readonly heading: Pick<Heading, 'from' | 'to' | 'text'> | null
  /** The heading without its number. */
  readonly title: string
  readonly isTitle: boolean
  readonly role: string | null
  /** The find of the item to which it belongs. */
  readonly item: string | null
  /** Whether the heading is that item's own, or one below it. */
  readonly isOwn: boolean
  /** Where it has no item: the stretch above to which it belongs, by its place in the list; null for none. */
  readonly under: number | null
  /** Links in the heading or entry. */
  readonly links: readonly Paper[]
  readonly blocks: readonly Block[]
}

/** What is kept of a preview until something is made of it. */
export interface Kept {
  readonly sources: readonly BringInSource[]
  readonly finds: readonly BringInFind[]
  readonly stretches: readonly Stretch[]
  /** All blocks of each part, in order. */
  readonly blocks: readonly { readonly part: BringInFind['part']; readonly blocks: readonly Block[] }[]
}

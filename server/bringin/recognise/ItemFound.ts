import type { Block, Line } from '../Block.ts'
import type { Found } from './Found.ts'

/** An item as it was found; `above` is the one it is a part of. */
export interface ItemFound {
  found: Found<'item'>
  above: ItemFound | null
  /** The one that this turned out to be: an entry of the agenda and the heading under which it was discussed. */
  into: ItemFound | null
  /** An entry of a list, and no heading of its own. */
  readonly isEntry: boolean
  /** The line of that entry. */
  readonly entry: Block | null
  /** Entries below it in an agenda that are no items: addresses, remarks. */
  readonly lines: Line[]
  /** What stands behind an entry until the next one, where the agenda holds the discussion, too. */
  readonly blocks: Block[]
}

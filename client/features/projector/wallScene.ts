import { never } from '../../../shared/base/index.ts'
import type { ItemView, Phase } from '../../../shared/record/index.ts'
import type { ShownOutcome } from '../../store/index.ts'

export interface WallFacts {
  readonly phase: Phase
  /** The whole meeting is closed to whoever looks. */
  readonly isClosedHere: boolean
  readonly isObserver: boolean
  readonly item: ItemView | null
  readonly shown: ShownOutcome | null
}

/** What stands in the middle of the wall. */
export type WallScene =
  | { readonly kind: 'closedMeeting' }
  | { readonly kind: 'planned' }
  | { readonly kind: 'suspended' }
  | { readonly kind: 'over'; readonly phase: 'draft' | 'circulated' | 'adopted' }
  | { readonly kind: 'closedItem'; readonly number: string }
  | { readonly kind: 'outcome'; readonly shown: ShownOutcome }
  | { readonly kind: 'item'; readonly item: ItemView }
  | { readonly kind: 'noItem' }

/** What the wall shows: the outcome that is worked on, else the item in large letters, else where the meeting stands. */
export function wallScene(facts: WallFacts): WallScene {
  const { phase, item, shown } = facts
  if (facts.isClosedHere) return { kind: 'closedMeeting' }
  switch (phase) {
    case 'planned':
      return { kind: 'planned' }
    case 'draft':
    case 'circulated':
    case 'adopted':
      return { kind: 'over', phase }
    case 'suspended':
      // In a break a room may still be given something to read; nothing comes up by itself.
      return shown?.why === 'shown' ? { kind: 'outcome', shown } : { kind: 'suspended' }
    case 'inSession':
      break
    default:
      return never(phase)
  }
  if (facts.isObserver && item?.closed) return { kind: 'closedItem', number: item.number ?? '' }
  if (item === null) return shown?.why === 'shown' || shown?.why === 'reading' ? { kind: 'outcome', shown } : { kind: 'noItem' }
  return shown === null ? { kind: 'item', item } : { kind: 'outcome', shown }
}

import type { PartChange } from '../../../shared/record/index.ts'

/** How many parts differ between two versions. */
export function countChanges(changes: readonly PartChange[]): number {
  return changes.filter((change) => change.what !== 'same').length
}

import type { ItemView } from '../../../shared/record/index.ts'

/** What was planned for an item, with what the chair added; null when nothing was. */
export function plannedMs({ minutes, extraMinutes }: Pick<ItemView, 'minutes' | 'extraMinutes'>): number | null {
  return minutes === null && extraMinutes === 0 ? null : Math.max(0, (minutes ?? 0) + extraMinutes) * 60_000
}

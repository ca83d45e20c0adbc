import { useMemo } from 'react'
import type { ActionView, OutcomeView } from '../../../shared/record/index.ts'
import { useRecord } from '../../store/index.ts'

/** How many outcomes and actions stand under each item. */
export function useCounts(): ReadonlyMap<string, { readonly outcomes: number; readonly actions: number }> {
  const outcomes = useRecord(pickOutcomes)
  const actions = useRecord(pickActions)
  return useMemo(() => {
    const counts = new Map<string, { outcomes: number; actions: number }>()
    const at = (item: string) => {
      const count = counts.get(item) ?? { outcomes: 0, actions: 0 }
      counts.set(item, count)
      return count
    }
    for (const outcome of outcomes ?? []) if (!outcome.removed) at(outcome.item).outcomes += 1
    for (const action of actions ?? []) if (!action.removed) at(action.item).actions += 1
    return counts
  }, [outcomes, actions])
}

const pickOutcomes = (record: { readonly outcomes: readonly OutcomeView[] }) => record.outcomes
const pickActions = (record: { readonly actions: readonly ActionView[] }) => record.actions

import { useMemo } from 'react'
import { plainText } from '../../../shared/record/index.ts'
import { useRecord } from '../../store/index.ts'

export interface ItemNumbers {
  /** The number of an item; null for none and for one that was removed. */
  readonly of: (item: string | null) => string | null
  /** The items of the agenda to choose from, with number and title. */
  readonly choices: readonly { readonly id: string; readonly label: string }[]
}

/** The agenda's items by their numbers. */
export function useItemNumbers(): ItemNumbers {
  const items = useRecord((record) => record.items)
  return useMemo(() => {
    const numbers = new Map<string, string | null>((items ?? []).map(({ id, number }) => [id, number]))
    return {
      of: (item) => (item === null ? null : (numbers.get(item) ?? null)),
      choices: (items ?? [])
        .filter(({ removed }) => !removed)
        .map(({ id, number, title }) => ({ id, label: [number, plainText(title)].filter(Boolean).join(' ') })),
    }
  }, [items])
}

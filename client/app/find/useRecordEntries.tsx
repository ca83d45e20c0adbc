import type { FinderEntry } from '../../ui/index.ts'

/** Passages of records for a palette, as they are found while typing. */
export interface RecordEntries {
  readonly entries: readonly FinderEntry[]
  /** The answer to the present question is on its way. */
  readonly isAsking: boolean
  /** The address of an entry; null for what is none of these. */
  readonly hrefOf: (id: string) => string | null
}

const none: RecordEntries = { entries: [], isAsking: false, hrefOf: () => null }

/** Asks the server for passages that have the words of a question. */
export function useRecordEntries(_question: string, _groupId: string): RecordEntries {
  return none
}

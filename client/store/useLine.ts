import type { Aside, ConnectionState, SavedSign, Shelved } from '../sync/index.ts'
import { useDocument } from './DocumentContext.ts'
import { useReadable } from './useReadable.ts'

/** The saved sign, from the outbox and never from the line. */
export function useSaved(): SavedSign {
  return useReadable(useDocument().saved)
}

/** Where the line to the server stands. */
export function useConnection(): ConnectionState {
  return useReadable(useDocument().connection)
}

/** Whether the server can store at the moment. */
export function useStoring(): boolean {
  return useReadable(useDocument().storing)
}

/** Words that the record did not take. */
export function useAsides(): readonly Aside[] {
  return useReadable(useDocument().asides)
}

/** How much the server keeps aside for this person. */
export function useShelved(): Shelved {
  return useReadable(useDocument().shelved)
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { type LedgerDraft, newCommandId, onwardApi, queries } from '../../sync/index.ts'

/** Sending commands of a group's ledger. */
export interface LedgerSender {
  /** Answers whether it was done; `error` says why not. */
  readonly send: (draft: LedgerDraft) => Promise<boolean>
  readonly isPending: boolean
  readonly error: unknown
}

/** Sends commands of the group's ledger; what is known of the group is asked for again. The same words sent again have the same id, so they happen once. */
export function useLedger(groupId: string): LedgerSender {
  const client = useQueryClient()
  const last = useRef<{ readonly words: string; readonly id: ReturnType<typeof newCommandId> } | null>(null)
  const mutation = useMutation({
    mutationFn: (draft: LedgerDraft) => {
      const words = JSON.stringify(draft)
      if (last.current?.words !== words) last.current = { words, id: newCommandId() }
      return onwardApi.command(groupId, draft, last.current.id)
    },
    onSuccess: () => {
      last.current = null
    },
    onSettled: () => client.invalidateQueries({ queryKey: queries.group(groupId).queryKey }),
  })
  return {
    send: async (draft) => {
      try {
        await mutation.mutateAsync(draft)
        return true
      } catch {
        // The mutation keeps it as `error`, which the form shows.
        return false
      }
    },
    isPending: mutation.isPending,
    error: mutation.error,
  }
}

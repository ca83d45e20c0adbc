import { useCallback } from 'react'
import type { CommandDraft } from '../../shared/session/index.ts'
import { useToast } from '../ui/index.ts'
import { useCommand } from './useCommand.ts'
import { useRefusalWords } from './useRefusalWords.ts'

/** Runs a command of the session; a refusal is shown in passing, in the room's words, and answers false. */
export function useRun(): (draft: CommandDraft) => Promise<boolean> {
  const command = useCommand()
  const show = useToast()
  const wordsOf = useRefusalWords()
  return useCallback(
    async (draft) => {
      const done = await command(draft)
      if (!done.ok) show(wordsOf(done.refusal))
      return done.ok
    },
    [command, show, wordsOf],
  )
}

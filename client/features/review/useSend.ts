import { useCallback, useState } from 'react'
import type { CommandDraft } from '../../../shared/session/index.ts'
import { useCommand, useRefusalWords } from '../../store/index.ts'

/** Sending a command from a dialog, which shows itself why it was not taken. */
export interface Sending {
  /** Whether it was taken. */
  readonly send: (draft: CommandDraft) => Promise<boolean>
  readonly isPending: boolean
  /** Why the last one was not taken, in a sentence; null when nothing is to be said. */
  readonly problem: string | null
}

/** A command with its answer beside the button that sent it. */
export function useSend(): Sending {
  const command = useCommand()
  const wordsOf = useRefusalWords()
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const send = useCallback(
    async (draft: CommandDraft) => {
      setPending(true)
      setProblem(null)
      const done = await command(draft)
      setPending(false)
      if (!done.ok) setProblem(wordsOf(done.refusal))
      return done.ok
    },
    [command, wordsOf],
  )
  return { send, isPending, problem }
}

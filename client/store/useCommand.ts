import { useCallback } from 'react'
import type { Result } from '../../shared/base/index.ts'
import type { CommandDraft } from '../../shared/session/index.ts'
import { useMeeting } from './MeetingProvider.tsx'

/** Runs a command of the session, once or not at all, and says what the server answered. */
export function useCommand(): (draft: CommandDraft) => Promise<Result<null>> {
  const meeting = useMeeting()
  return useCallback((draft) => meeting.command(draft), [meeting])
}

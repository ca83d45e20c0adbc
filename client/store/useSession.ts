import type { SessionState } from '../../shared/session/index.ts'
import { useMeeting } from './MeetingProvider.tsx'
import { useSelected } from './useReadable.ts'

/**
 * A part of what the chair runs, as far as this person may see it; null as long as nothing is known. Parts of the session that did not
 * change stay the same object, so picking one is enough; a selector may also filter or gather.
 */
export function useSession<Part>(select: (session: SessionState) => Part): Part | null {
  const { session } = useMeeting()
  return useSelected(session, (value) => (value === null ? null : select(value)))
}

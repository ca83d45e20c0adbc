import { useMeeting } from './MeetingProvider.tsx'
import { useSelected } from './useReadable.ts'

/** Whether commands are possible at all: the line to the server is up. */
export function useIsLive(): boolean {
  return useSelected(useMeeting().connection, ({ kind }) => kind === 'live')
}

import type { Standpoint } from '../sync/index.ts'
import { useMeeting } from './MeetingProvider.tsx'
import { useSelected } from './useReadable.ts'

/** A part of what this person is in the meeting; null before anything is known. */
export function useStandpoint<Part>(select: (standpoint: Standpoint) => Part): Part | null {
  const { standpoint } = useMeeting()
  return useSelected(standpoint, (value) => (value === null ? null : select(value)))
}

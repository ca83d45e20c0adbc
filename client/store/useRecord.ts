import type { MeetingRecord } from '../../shared/record/index.ts'
import { useMeeting } from './MeetingProvider.tsx'
import { useSelected } from './useReadable.ts'

/** A part of the record as it is now; null as long as there is none. The selector must be stable and keep identity. */
export function useRecord<Part>(select: (record: MeetingRecord) => Part): Part | null {
  const { record } = useMeeting()
  return useSelected(record, (value) => (value === null ? null : select(value)))
}

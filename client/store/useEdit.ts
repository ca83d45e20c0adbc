import { useCallback } from 'react'
import type { RecordEdit } from '../../shared/record/index.ts'
import { useMeeting } from './MeetingProvider.tsx'

/** Makes a named edit; false when it could not be made. */
export function useEdit(): (edit: RecordEdit) => boolean {
  const meeting = useMeeting()
  return useCallback((edit) => meeting.edit(edit).ok, [meeting])
}

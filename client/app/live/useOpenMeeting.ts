import { useEffect, useState } from 'react'
import type { MeetingId } from '../../../shared/base/index.ts'
import { type Meeting, openMeeting } from '../../sync/index.ts'
import { useDeviceCare } from './useDeviceCare.ts'

/** Opens a meeting for as long as the page shows it; null until the copy on this device has been looked at. A screen on the wall keeps none. */
export function useOpenMeeting(meetingId: MeetingId, personId: string, as: 'person' | 'screen' = 'person'): Meeting | null {
  const [meeting, setMeeting] = useState<Meeting | null>(null)
  useEffect(() => {
    const opening = openMeeting({ meetingId, person: personId, screen: as === 'screen' })
    let isGone = false
    opening.then(
      (opened) => {
        if (!isGone) setMeeting(opened)
      },
      // Opening touches only this device and has its own way without storage; what still fails is a fault for the error page.
      (cause: unknown) => setMeeting(() => fail(cause)),
    )
    return () => {
      isGone = true
      setMeeting(null)
      void opening.then((opened) => opened.close())
    }
  }, [meetingId, personId, as])
  useDeviceCare(meeting)
  return meeting
}

function fail(cause: unknown): never {
  throw new Error('The meeting could not be opened', { cause })
}

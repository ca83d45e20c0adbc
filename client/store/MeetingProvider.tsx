import { createContext, type ReactNode, useContext } from 'react'
import type { Meeting } from '../sync/index.ts'
import { DocumentContext } from './DocumentContext.ts'

const MeetingContext = createContext<Meeting | null>(null)

export interface MeetingProviderProps {
  readonly meeting: Meeting
  readonly children: ReactNode
}

/** Gives the parts of a page their meeting. */
export function MeetingProvider({ meeting, children }: MeetingProviderProps) {
  return (
    <DocumentContext value={meeting}>
      <MeetingContext value={meeting}>{children}</MeetingContext>
    </DocumentContext>
  )
}

/** The meeting this part of the page belongs to. */
export function useMeeting(): Meeting {
  const meeting = useContext(MeetingContext)
  if (meeting === null) throw new Error('There is no meeting above this component')
  return meeting
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useIsLive, useMeeting, useReadable, useRecord } from '../../store/index.ts'
import { copiesApi } from '../../sync/index.ts'
import type { Copies, Difference } from './differences.ts'

export interface HeldCopies {
  readonly meetingId: string
  readonly copies: Copies['copies']
  readonly differences: readonly Difference[]
  readonly isCut: boolean
  readonly again: () => void
}

const nothing: Copies = { copies: [], differences: [], isCut: false }

/** The copies that were brought, and what differs; asked for anew when the server says that something has changed. */
export function useCopies(): HeldCopies {
  const meetingId = useRecord((record) => record.meetingId) ?? ''
  const turn = useReadable(useMeeting().copiesTurn)
  const isLive = useIsLive()
  const { data, refetch } = useQuery({
    queryKey: ['meeting', meetingId, 'copies', turn] as const,
    // The parts are as `shared/record` has them: both sides have agreed on the version at the door.
    queryFn: async () => (await copiesApi.copies(meetingId)) as Copies,
    enabled: isLive && meetingId !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const { copies, differences, isCut } = data ?? nothing
  return { meetingId, copies, differences, isCut, again: () => void refetch() }
}

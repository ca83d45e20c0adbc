import { useQuery } from '@tanstack/react-query'
import { useRecord } from '../../store/index.ts'
import { queries } from '../../sync/index.ts'
import { idOf } from './useComments.ts'

/** A version of this record, whole, as far as this person may see it; asked for only when a number is given. */
export function useVersion(number: number | null) {
  const meetingId = useRecord(idOf) ?? ''
  const isAsked = number !== null && meetingId !== ''
  return useQuery({ ...queries.version(meetingId, number ?? 0), enabled: isAsked })
}

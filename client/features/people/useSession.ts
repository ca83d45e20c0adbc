import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { type KeptSession, queries } from '../../sync/index.ts'

/** Who is calling, as the server says; offline, as it said last on this device. */
export function useSession(): UseQueryResult<KeptSession> {
  return useQuery({ ...queries.session(), staleTime: 60_000 })
}

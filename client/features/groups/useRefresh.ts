import { useQueryClient } from '@tanstack/react-query'
import { queries } from '../../sync/index.ts'

/** Makes everything known of a group old, so that what a change touched is asked for again. */
export function useRefresh(groupId: string): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: queries.group(groupId).queryKey })
}

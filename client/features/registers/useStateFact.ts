import { useMutation, useQueryClient } from '@tanstack/react-query'
import { archiveApi, type LedgerBody } from '../../sync/index.ts'

/** States a later fact in the group's ledger; what the pages know of the group is asked anew afterwards, also when the server said no. */
export function useStateFact(groupId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (command: LedgerBody) => archiveApi.state(groupId, command),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['register', groupId] }),
        client.invalidateQueries({ queryKey: ['group', groupId] }),
      ]),
  })
}

import type { DelegationName, ExportContext } from '../exports/index.ts'
import type { GroupFile } from '../storage/index.ts'
import type { Workspace } from './Workspace.ts'

/** What a document says beside its record. Nothing is circulated yet, so no version and no fingerprint stand on it. */
export function exportContext(at: Pick<Workspace, 'clock'>, { group, delegations }: GroupFile): ExportContext {
  const names = delegations.map(({ id, name, code }): [string, DelegationName] => [id, { name, code }])
  return {
    groupId: group.id,
    groupName: group.name,
    version: null,
    fingerprint: null,
    delegations: Object.fromEntries(names),
    generatedAt: at.clock.now(),
  }
}

import type { DelegationName, ExportContext } from '../exports/index.ts'
import type { GroupFile } from '../storage/index.ts'
import type { ReadRecord } from './readRecord.ts'
import type { Workspace } from './Workspace.ts'

/** What a document says beside its record: which version it is, by its fingerprint; a draft is none. */
export function exportContext(
  at: Pick<Workspace, 'clock'>,
  { group, delegations }: GroupFile,
  { version, fingerprint }: Pick<ReadRecord, 'version' | 'fingerprint'>,
): ExportContext {
  const names = delegations.map(({ id, name, code }): [string, DelegationName] => [id, { name, code }])
  return {
    groupId: group.id,
    groupName: group.name,
    version,
    fingerprint,
    published: null,
    sealed: null,
    numbers: null,
    delegations: Object.fromEntries(names),
    generatedAt: at.clock.now(),
  }
}

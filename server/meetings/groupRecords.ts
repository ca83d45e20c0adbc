import { may, visibleTo } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { GroupRecord } from '../../shared/register/index.ts'
import type { Entered } from './enterGroup.ts'
import { hashOfNames, readWhole } from './readWhole.ts'
import type { Workspace } from './Workspace.ts'

/**
 * Every record of a group that the caller may read, as it is settled, newest first; with a seat in one meeting, of that one. Out of
 * the archive's digests; what has changed since is read anew.
 */
export async function readGroupRecords(at: Workspace, { file, place }: Entered): Promise<Result<readonly GroupRecord[]>> {
  const { id, rules } = file.group
  const all = await at.archive.records(id, place.onlyMeeting)
  let names: string | null = null
  const records: GroupRecord[] = []
  for (const digest of all) {
    if (!may(place.role, 'record.read', { phase: digest.record.session.phase, rules })) continue
    if (digest.names !== null) names ??= hashOfNames(file.delegations)
    // Delegations have been renamed since: what an older version calls them is told apart anew.
    const whole = digest.names === null || digest.names === names ? digest : await readWhole(at, digest.meetingId)
    if (whole === null) continue
    const { meetingId, createdAt, record, version, fingerprint } = whole
    records.push({ meetingId, createdAt, record: visibleTo(place.role, record), version, fingerprint })
  }
  return ok(records)
}

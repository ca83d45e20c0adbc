import { may, visibleTo } from '../../shared/access/index.ts'
import { ok, type Result } from '../../shared/base/index.ts'
import type { MeetingRecord } from '../../shared/record/index.ts'
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
    const { meetingId, createdAt, version, fingerprint, isWithdrawn = false } = whole
    const record = visibleTo(place.role, whole.record)
    const paragraphs = numbersOfOutcomes(whole.numbers, record)
    records.push({ meetingId, createdAt, record, version, fingerprint, paragraphs, isWithdrawn })
  }
  return ok(records)
}

/** The numbers of the outcomes that the reader may see: that something hidden has one is not told either. */
function numbersOfOutcomes(
  numbers: Readonly<Record<string, string>>,
  { outcomes }: MeetingRecord,
): Readonly<Record<string, string>> {
  const keys = outcomes.map(({ id }) => `outcome:${id}`)
  return Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(numbers, key) ? [[key, numbers[key] ?? '']] : [])))
}

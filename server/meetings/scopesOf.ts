import { type Caller, may } from '../../shared/access/index.ts'
import type { Phase } from '../../shared/record/index.ts'
import type { Scope } from '../archive/index.ts'
import type { GroupFile } from '../storage/index.ts'
import { placeIn } from './placeIn.ts'
import { readableGroups } from './readableGroups.ts'
import type { Workspace } from './Workspace.ts'

/** A group in which somebody may look, and how far. */
export interface OwnGroup {
  readonly file: GroupFile
  readonly scope: Scope
}

const phases: readonly Phase[] = ['planned', 'inSession', 'suspended', 'draft', 'circulated', 'adopted']

/** Every group whose records the caller may read, with what of them: the whole right to search, before a word is looked at. */
export async function scopesOf(at: Workspace, caller: Caller): Promise<readonly OwnGroup[]> {
  const own: OwnGroup[] = []
  for (const { value: file } of (await readableGroups(at)).files) {
    const place = placeIn(file, caller, null, at.clock.now())
    if (!place.ok) continue
    const { role, onlyMeeting } = place.value
    // Records are read in every phase by all who are in the group; should that change, this must ask by phase.
    if (!phases.every((phase) => may(role, 'record.read', { phase, rules: file.group.rules }))) continue
    own.push({ file, scope: { groupId: file.group.id, withClosed: role !== 'observer', onlyMeeting } })
  }
  return own
}

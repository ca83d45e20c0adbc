import type { Caller } from '../../shared/access/index.ts'
import { type Result, refuse } from '../../shared/base/index.ts'
import type { GroupAnswer } from '../../shared/protocol/index.ts'
import { groupAnswerOf } from './groupAnswer.ts'
import { type Page, type PageAsk, page } from './page.ts'
import { placeIn } from './placeIn.ts'
import { readableGroups } from './readableGroups.ts'
import type { Workspace } from './Workspace.ts'

/** The groups in which the caller has a place, by name. */
export async function listGroups(at: Workspace, caller: Caller, ask: PageAsk): Promise<Result<Page<GroupAnswer>>> {
  if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in, or come in by a seat link.')
  const found: GroupAnswer[] = []
  for (const { value: file } of (await readableGroups(at)).files) {
    const place = placeIn(file, caller, null, at.clock.now())
    if (place.ok) found.push(groupAnswerOf({ file, place: place.value }))
  }
  found.sort((one, other) => one.name.localeCompare(other.name) || (one.groupId < other.groupId ? -1 : 1))
  return page(found, (group) => group.groupId, ask)
}

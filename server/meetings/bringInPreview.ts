import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result, refuse } from '../../shared/base/index.ts'
import { type BringInAnswer, bringInMaxBytes } from '../../shared/protocol/index.ts'
import type { GivenFile, Shelved } from '../bringin/index.ts'
import { enterGroup } from './enterGroup.ts'
import type { Workspace } from './Workspace.ts'

/** A file as it came: its name, what it is to be, and the preview with which it makes a pair. */
export interface BringInAsk {
  readonly bytes: Uint8Array
  readonly name: string
  readonly part?: 'minutes' | 'agenda' | undefined
  readonly with?: string | undefined
}

/** Reads old minutes, or adds the other file of the pair, and answers with what was found. Nothing is stored. */
export async function previewBringIn(
  at: Workspace,
  caller: Caller,
  groupId: string,
  ask: BringInAsk,
): Promise<Result<BringInAnswer>> {
  const entered = await enterGroup(at, caller, groupId, 'meeting.create')
  if (!entered.ok) return entered
  const { person } = entered.value.place
  if (ask.bytes.length > bringInMaxBytes) return refuse('tooLarge', 'A file may have 5 MB at most.', 'bringInSize')
  const before = ask.with === undefined ? null : at.bringIns.get(ask.with, person, groupId)
  if (before !== null && !before.ok) return before
  const files = filesWith(before?.value.files ?? [], ask)
  const read = await at.bringer.read(files, person)
  if (!read.ok) return read
  const shelved = at.bringIns.put({ id: before?.value.id ?? at.newId(), person, groupId, files, read: read.value })
  return ok(answerOf(shelved))
}

/** Minutes come first. A second file takes the other part, unless it says which, or takes the place of the same part. */
function filesWith(before: readonly GivenFile[], { bytes, name, part }: BringInAsk): readonly GivenFile[] {
  const other = before.some((file) => file.part === 'minutes') ? 'agenda' : 'minutes'
  const file = { part: part ?? other, name: name.replace(/^.*[\\/]/, '').slice(0, 255), bytes }
  const files = [...before.filter((one) => one.part !== file.part), file]
  // An agenda alone is read like minutes: it may be all that there is.
  const alone = files.length === 1 ? files.map((one) => ({ ...one, part: 'minutes' as const })) : files
  return alone.sort((one, two) => (one.part === two.part ? 0 : one.part === 'minutes' ? -1 : 1))
}

function answerOf({ id, groupId, expiresAt, read }: Shelved): BringInAnswer {
  const { sources, finds, problems } = read
  return {
    bringInId: id,
    groupId,
    expiresAt: new Date(expiresAt).toISOString(),
    sources: [...sources],
    finds: [...finds],
    problems: [...problems],
  }
}

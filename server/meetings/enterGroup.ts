import type { Action, Caller } from '../../shared/access/index.ts'
import { type GroupId, isId, ok, type Result, refuse } from '../../shared/base/index.ts'
import type { GroupFile, JsonFile } from '../storage/index.ts'
import { allow, type Place, placeIn, unknown } from './placeIn.ts'
import type { Workspace } from './Workspace.ts'

/** A group as somebody may see it. */
export interface Entered {
  readonly file: GroupFile
  readonly place: Place
}

/** Lets the caller look into a group when the action is theirs. */
export async function enterGroup(at: Workspace, caller: Caller, groupId: string, action: Action): Promise<Result<Entered>> {
  const file = await openGroup(at, caller, groupId)
  if (!file.ok) return file
  return enter(at, file.value.value, caller, action)
}

/**
 * Changes a group's file. The right is asked of the file as it stands when the change's turn has come, so that somebody who
 * lost it a moment ago cannot act on it (RELIABILITY 4.28).
 */
export async function changeGroupFile<R>(
  at: Workspace,
  caller: Caller,
  groupId: string,
  action: Action,
  change: (entered: Entered) => Result<{ readonly file: GroupFile; readonly result: R }>,
): Promise<Result<R>> {
  const file = await openGroup(at, caller, groupId)
  if (!file.ok) return file
  return file.value.update((value) => {
    const entered = enter(at, value, caller, action)
    if (!entered.ok) return entered
    const changed = change(entered.value)
    return changed.ok ? ok({ value: changed.value.file, result: changed.value.result }) : changed
  })
}

async function openGroup(at: Workspace, caller: Caller, groupId: string): Promise<Result<JsonFile<GroupFile>>> {
  // Strangers hear the same of every id.
  if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in, or come in by a seat link.')
  if (!isId(groupId)) return unknown()
  // The shape was checked just now, and ids of other things are not in this table.
  const file = await at.storage.directory.group(groupId as GroupId)
  return file === null ? unknown() : ok(file)
}

function enter(at: Workspace, file: GroupFile, caller: Caller, action: Action): Result<Entered> {
  const place = placeIn(file, caller, null, at.clock.now())
  if (!place.ok) return place
  const allowed = allow(file, place.value, action, null)
  return allowed.ok ? ok({ file, place: place.value }) : allowed
}

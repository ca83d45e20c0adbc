import type { Caller } from '../../shared/access/index.ts'
import { type ActionId, type CommandId, isId, ok, type Result, refuse } from '../../shared/base/index.ts'
import type { ActionStatus } from '../../shared/record/index.ts'
import { commandLedger } from './ledgers/commandLedger.ts'
import { unknown } from './placeIn.ts'
import { registerSources } from './registerSource.ts'
import type { Workspace } from './Workspace.ts'

interface Said {
  /** Makes it once; without it each call is one of its own. */
  readonly id?: string | undefined
  readonly status?: ActionStatus | null | undefined
  readonly note?: string | null | undefined
}

/** Notes progress on an action, wherever among the caller's groups it is. */
export async function recordProgress(
  at: Workspace,
  caller: Caller,
  actionId: string,
  { id, status = null, note = null }: Said,
): Promise<Result<{ readonly seq: number; readonly fact: string }>> {
  if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in, or come in by a seat link.')
  if (!isId(actionId)) return unknown()
  const sources = await registerSources(at, caller)
  if (!sources.ok) return sources
  for (const { groupId, records } of sources.value) {
    const found = records.find(({ record }) => record.actions.some((one) => one.id === actionId && one.number !== null))
    if (found === undefined) continue
    // The shapes were checked just now, and by the schema of the body.
    const fact = (id ?? at.newId()) as CommandId
    const action = actionId as ActionId
    const command = { kind: 'action.progress', id: fact, action, meeting: found.meetingId, status, note } as const
    const done = await commandLedger(at, caller, groupId, command)
    return done.ok ? ok({ seq: done.value.seq, fact }) : done
  }
  return unknown()
}

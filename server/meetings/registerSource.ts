import type { Caller } from '../../shared/access/index.ts'
import { ok, type Result, refuse } from '../../shared/base/index.ts'
import type { RegisterSource } from '../../shared/register/index.ts'
import { type Entered, enterGroup } from './enterGroup.ts'
import { readGroupRecords } from './groupRecords.ts'
import { placeIn } from './placeIn.ts'
import { readableGroups } from './readableGroups.ts'
import type { Workspace } from './Workspace.ts'

/** What the registers of one group are made of, for whoever asks. */
export async function registerSource(at: Workspace, caller: Caller, groupId: string): Promise<Result<RegisterSource>> {
  const entered = await enterGroup(at, caller, groupId, 'group.read')
  if (!entered.ok) return entered
  return registerSourceFor(at, entered.value)
}

/** The same of every group in which the caller has a place. */
export async function registerSources(at: Workspace, caller: Caller): Promise<Result<readonly RegisterSource[]>> {
  if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in, or come in by a seat link.')
  const sources: RegisterSource[] = []
  for (const { value: file } of (await readableGroups(at)).files) {
    const place = placeIn(file, caller, null, at.clock.now())
    const source = place.ok ? await registerSourceFor(at, { file, place: place.value }) : null
    if (source?.ok === true) sources.push(source.value)
  }
  return ok(sources)
}

/** The same for whoever has entered already. */
export async function registerSourceFor(at: Workspace, entered: Entered): Promise<Result<RegisterSource>> {
  const { file, place } = entered
  const records = await readGroupRecords(at, entered)
  if (!records.ok) return records
  return ok({
    groupId: file.group.id,
    groupName: file.group.name,
    rules: file.group.rules,
    delegations: file.delegations.map((one) => ({ ...one, region: one.region ?? null })),
    records: records.value,
    ledger: await at.ledgers.read(file.group.id),
    reader: { role: place.role, person: place.person, delegation: place.delegationId },
  })
}

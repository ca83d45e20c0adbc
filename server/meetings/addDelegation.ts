import countries from 'i18n-iso-countries'
import type { Caller } from '../../shared/access/index.ts'
import { type GroupId, ok, type Result, refuse, skeletonOf } from '../../shared/base/index.ts'
import type { DelegationAnswer } from '../../shared/protocol/index.ts'
import type { Delegation } from '../storage/index.ts'
import { changeGroupFile } from './enterGroup.ts'
import type { Given } from './given.ts'
import type { Workspace } from './Workspace.ts'

type NewDelegation = Pick<Delegation, 'name' | 'code' | 'type'> & Given<Pick<Delegation, 'partyStatus' | 'membership' | 'region'>>
/** So many delegations may one group have: more than there are states and bodies at the largest conferences. */
const most = 1000

/** Adds a state or an organization to a group. A state's nameplate is its ISO 3166 code; an organization's is free. */
export async function addDelegation(
  at: Workspace,
  caller: Caller,
  groupId: string,
  body: NewDelegation,
): Promise<Result<DelegationAnswer>> {
  const added = await changeGroupFile(at, caller, groupId, 'delegations.manage', ({ file }) => {
    if (body.type === 'state' && !isAlpha3(body.code))
      return refuse('invalid', "A state's code is its three-letter ISO 3166 code.")
    if (file.delegations.some((one) => one.code === body.code))
      return refuse('conflict', `${body.code} is in this group already.`)
    const alike = lookAlike(file.delegations, body)
    if (alike !== null) return looksLike(alike)
    if (file.delegations.length >= most) return refuse('overLimit', `A group has at most ${most} delegations.`)
    const delegation: Delegation = {
      id: at.newId(),
      name: body.name,
      code: body.code,
      type: body.type,
      partyStatus: body.partyStatus ?? null,
      membership: body.membership ?? 'member',
      region: body.region ?? null,
    }
    return ok({ file: { ...file, delegations: [...file.delegations, delegation] }, result: delegationAnswerOf(delegation) })
  })
  // Whoever runs a session in this group can ask for the floor for it from now on.
  if (added.ok) await at.rooms.delegationsChanged(groupId as GroupId) // its file was found by this very id
  return added
}

/** B10: a delegation whose name or nameplate cannot be told from this one on a screen. */
export function lookAlike(
  delegations: readonly Delegation[],
  { name, code }: Pick<Delegation, 'name' | 'code'>,
): Delegation | null {
  const shown = skeletonOf(name)
  return delegations.find((one) => skeletonOf(one.name) === shown || looksAlike(one.code, code)) ?? null
}

/** Latin capitals and figures can be told apart: ALA and AIA are two states. */
function looksAlike(one: string, other: string): boolean {
  return skeletonOf(one) === skeletonOf(other) && !(isPlain(one) && isPlain(other))
}

function isPlain(code: string): boolean {
  return /^[A-Z0-9]+$/.test(code)
}

/** The no to a delegation that looks like one which is there. */
export function looksLike({ name, code }: Delegation) {
  return refuse('conflict', `That looks like ${name} (${code}), which is in this group: nobody could tell them apart.`)
}

function isAlpha3(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && countries.isValid(code)
}

/** A delegation as it goes out. */
export function delegationAnswerOf({ id, ...delegation }: Delegation): DelegationAnswer {
  return { delegationId: id, ...delegation, region: delegation.region ?? null }
}

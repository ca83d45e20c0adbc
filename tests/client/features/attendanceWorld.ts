import type { DelegationFacts } from '../../../client/store/index.ts'
import { type DelegationId, makeId } from '../../../shared/base/index.ts'
import type { Person } from '../../../shared/protocol/index.ts'
import type { AttendanceEntry } from '../../../shared/record/index.ts'

/** A made-up id that is the same for the same word. */
export function idFor<Id extends string>(word: string): Id {
  return makeId<Id>(Uint8Array.from({ length: 16 }, (_, place) => word.charCodeAt(place) || 0))
}

/** A delegation of the group; a member state of which nothing else is stated. */
export function delegation(code: string, name: string, facts: Partial<DelegationFacts> = {}): DelegationFacts {
  const id = idFor<DelegationId>(code)
  return { id, code, name, type: 'state', partyStatus: null, membership: 'member', region: null, ...facts }
}

/** What is recorded of a delegation or of somebody in words: present, nobody named, nothing else known. */
export function entry(of: DelegationFacts | { readonly words: string }, facts: Partial<AttendanceEntry> = {}): AttendanceEntry {
  const empty = { state: 'present', delegates: [], movements: [] } as const
  if ('words' in of) {
    const none = { code: null, type: 'other', partyStatus: null, membership: 'guest', region: null } as const
    return { party: of, name: of.words, ...none, ...empty, ...facts }
  }
  const { id, name, code, type, partyStatus = null, membership = 'member', region = null } = of
  return { party: { delegation: id }, name, code, type, partyStatus, membership, region, ...empty, ...facts }
}

/** Somebody in the list of those present. */
export function somebody(name: string, of: DelegationFacts | null): Person {
  return {
    connection: name,
    clientId: null,
    name,
    function: null,
    role: 'participant',
    code: of?.code ?? null,
    delegation: of?.name ?? null,
    delegationId: of?.id ?? null,
    delegationType: of?.type ?? null,
    colour: 1,
    state: null,
  }
}

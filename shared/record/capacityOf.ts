import type { AttendanceEntry, DelegationType, PartyStatus } from './types.ts'

/** In which capacity somebody takes part, as reports count it: a state by its party status, all others by their type. */
export type Capacity = PartyStatus | DelegationType

/** The capacities in the order of lists; `state` is a state whose party status is not stated. */
export const capacities: readonly Capacity[] = [
  'stateParty',
  'notYetInForce',
  'signatory',
  'stateNotParty',
  'state',
  'unEntity',
  'internationalOrganization',
  'ngo',
  'other',
]

/** The capacity of a delegation. */
export function capacityOf({ type, partyStatus }: Pick<AttendanceEntry, 'type' | 'partyStatus'>): Capacity {
  return type === 'state' ? (partyStatus ?? 'state') : type
}

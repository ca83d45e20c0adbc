import type { DelegationAnswer } from '../../../shared/protocol/index.ts'

/** Types of delegation in the order of lists; the words for them stand in the common catalogue. */
export const delegationKinds: readonly DelegationAnswer['type'][] = [
  'state',
  'unEntity',
  'internationalOrganization',
  'ngo',
  'other',
]

/** The four standings of a state towards the treaty, which formal lists keep apart. */
export const partyStatusKinds: readonly NonNullable<DelegationAnswer['partyStatus']>[] = [
  'stateParty',
  'notYetInForce',
  'signatory',
  'stateNotParty',
]

/** What a delegation may be in the group. */
export const membershipKinds: readonly DelegationAnswer['membership'][] = ['member', 'observer', 'guest']

import type { DelegationId } from '../../shared/base/index.ts'
import type { DelegationType, Membership, PartyStatus } from '../../shared/record/index.ts'
import { useMeeting } from './MeetingProvider.tsx'
import { useReadable } from './useReadable.ts'

export interface DelegationFacts {
  readonly id: DelegationId
  readonly name: string
  readonly code: string
  readonly type: DelegationType
  /** Missing in a copy that an earlier version of this page kept on the device. */
  readonly partyStatus?: PartyStatus | null
  readonly membership?: Membership
  readonly region?: string | null
}

/** What the page knows beside the record; kept with the copy on the device. */
export interface About {
  readonly groupId: string
  readonly groupName: string
  readonly outcomeKinds: readonly string[]
  readonly delegations: readonly DelegationFacts[]
}

const nothing: About = { groupId: '', groupName: '', outcomeKinds: [], delegations: [] }

/** The group around this meeting, from the server or from the device. */
export function useAbout(): About {
  const about = useReadable(useMeeting().about)
  // Only this page writes it, and an older shape without delegations counts as nothing.
  return typeof about === 'object' && about !== null && 'delegations' in about ? (about as About) : nothing
}

import type { AttendanceLine, DelegationType, Membership, PartyStatus, SessionFacts } from './types.ts'

/** Who took part, counted as a report needs it. Whoever came and left again took part; stated counts stay as they were stated. */
export interface AttendanceCount {
  /** Delegations (and persons without one) that took part. */
  readonly present: number
  readonly apologies: number
  readonly absent: number
  readonly types: Readonly<Record<DelegationType, number>>
  /** Of the states among them; `unstated` where the status is not known. */
  readonly partyStatuses: Readonly<Record<PartyStatus | 'unstated', number>>
  readonly memberships: Readonly<Record<Membership, number>>
  /** Regional groups in the order of their names, with how many came from each. */
  readonly regions: readonly RegionCount[]
  /** "over 20 States Parties": lines with a count that was stated. */
  readonly stated: readonly AttendanceLine[]
}

/** How many came from one regional group. */
export interface RegionCount {
  readonly region: string
  readonly present: number
  readonly stateParties: number
}

/** Counts who took part. */
export function countAttendance({ attending, attendance }: Pick<SessionFacts, 'attending' | 'attendance'>): AttendanceCount {
  const types = { state: 0, unEntity: 0, internationalOrganization: 0, ngo: 0, other: 0 }
  const partyStatuses = { stateParty: 0, notYetInForce: 0, signatory: 0, stateNotParty: 0, unstated: 0 }
  const memberships = { member: 0, observer: 0, guest: 0 }
  const regions = new Map<string, RegionCount>()
  const present = attending.filter((entry) => entry.state === 'present')
  for (const { type, partyStatus, membership, region } of present) {
    types[type] += 1
    memberships[membership] += 1
    if (type === 'state') partyStatuses[partyStatus ?? 'unstated'] += 1
    if (region === null) continue
    const count = regions.get(region) ?? { region, present: 0, stateParties: 0 }
    const isParty = type === 'state' && partyStatus === 'stateParty'
    regions.set(region, { region, present: count.present + 1, stateParties: count.stateParties + (isParty ? 1 : 0) })
  }
  return {
    present: present.length,
    apologies: attending.filter((entry) => entry.state === 'apologies').length,
    absent: attending.filter((entry) => entry.state === 'absent').length,
    types,
    partyStatuses,
    memberships,
    regions: [...regions.values()].sort((a, b) => (a.region < b.region ? -1 : 1)),
    stated: attendance.filter((line) => line.statedCount !== null),
  }
}

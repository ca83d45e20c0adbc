import type { AttendanceCount, Capacity } from '../../../shared/record/index.ts'

/** How many took part in this capacity. */
export function countOf({ types, partyStatuses }: AttendanceCount, capacity: Capacity): number {
  switch (capacity) {
    case 'state':
      return partyStatuses.unstated
    case 'unEntity':
    case 'internationalOrganization':
    case 'ngo':
    case 'other':
      return types[capacity]
    default:
      return partyStatuses[capacity]
  }
}

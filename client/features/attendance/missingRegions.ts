import { type AttendanceCount, unRegionalGroups } from '../../../shared/record/index.ts'

/**
 * The regions from which no State Party took part. Measured against the division that the group itself uses: the five groups
 * of the United Nations as long as no delegation names another one, else the regions that its delegations have.
 * Null where nobody's region is stated: then nothing can be said.
 */
export function missingRegions(
  { regions }: Pick<AttendanceCount, 'regions'>,
  known: readonly (string | null)[],
): readonly string[] | null {
  const used = new Set([...known, ...regions.map(({ region }) => region)].filter((region) => region !== null))
  if (used.size === 0) return null
  const five: readonly string[] = unRegionalGroups
  const division = [...used].every((region) => five.includes(region)) ? five : [...used]
  const present = new Set(regions.filter(({ stateParties }) => stateParties > 0).map(({ region }) => region))
  return division.filter((region) => !present.has(region))
}

import { type AttendanceEntry, type Capacity, capacities, capacityOf } from '../../../shared/record/index.ts'

/** Those of one capacity, by name; how many of them were present. */
export interface AttendingGroup {
  readonly capacity: Capacity
  readonly entries: readonly AttendanceEntry[]
  readonly present: number
}

/** The list of attendance as the annex has it: by capacity, then by name in the language's order. */
export function attendingGroups(attending: readonly AttendanceEntry[], locale: string): readonly AttendingGroup[] {
  const order = new Intl.Collator(locale)
  return capacities.flatMap((capacity) => {
    const entries = attending.filter((entry) => capacityOf(entry) === capacity).sort((a, b) => order.compare(a.name, b.name))
    if (entries.length === 0) return []
    return [{ capacity, entries, present: entries.filter((entry) => entry.state === 'present').length }]
  })
}

import {
  type AttendanceEntry,
  type AttendanceState,
  type Capacity,
  capacities,
  capacityOf,
  type Party,
} from '../../../shared/record/index.ts'
import type { DelegationFacts } from '../../store/index.ts'

/** One line of the list: a delegation of the group or somebody in words, with what is recorded of it. */
export interface AttendanceRow extends Pick<AttendanceEntry, 'party' | 'name' | 'code' | 'type' | 'partyStatus' | 'region'> {
  readonly key: string
  readonly membership: AttendanceEntry['membership'] | null
  readonly capacity: Capacity
  /** Null: nothing is recorded. */
  readonly entry: AttendanceEntry | null
}

/** The state a row is found by. */
export type RowState = AttendanceState | 'none'

/** All delegations of the group and all who are recorded, each once: by capacity, then by name in the language's order. */
export function attendanceRows(
  delegations: readonly DelegationFacts[],
  attending: readonly AttendanceEntry[],
  locale: string,
): readonly AttendanceRow[] {
  const recorded = new Map(attending.map((entry) => [keyOf(entry.party), entry]))
  const known = delegations.map((delegation) => {
    const party = { delegation: delegation.id }
    const entry = recorded.get(keyOf(party))
    recorded.delete(keyOf(party))
    // What was recorded keeps the facts as they stood then.
    return entry === undefined ? rowOfDelegation(delegation) : rowOfEntry(entry)
  })
  const names = new Intl.Collator(locale)
  return [...known, ...[...recorded.values()].map(rowOfEntry)].sort(
    (a, b) => capacities.indexOf(a.capacity) - capacities.indexOf(b.capacity) || names.compare(a.name, b.name),
  )
}

/** One word for a party, to know it again by. */
export function keyOf(party: Party): string {
  return 'words' in party ? `w ${party.words}` : `d ${party.delegation}`
}

/** What is recorded of a row, or that nothing is. */
export function stateOf(row: AttendanceRow): RowState {
  return row.entry?.state ?? 'none'
}

/** Present, and not gone again. */
export function isHere({ entry }: AttendanceRow): boolean {
  return entry?.state === 'present' && entry.movements.at(-1)?.kind !== 'left'
}

/** The same line as before: nothing of it has to be drawn anew. */
export function isSameRow(one: AttendanceRow, other: AttendanceRow): boolean {
  if (one.key !== other.key || one.entry !== other.entry) return false
  const facts = ['name', 'code', 'type', 'partyStatus', 'membership', 'region'] as const
  return facts.every((fact) => one[fact] === other[fact])
}

/** The rows with these letters in their code, name or a delegate's name, whatever their case or accents, and in this state. */
export function findRows(rows: readonly AttendanceRow[], words: string, state: RowState | 'all'): readonly AttendanceRow[] {
  const wanted = folded(words)
  return rows.filter((row) => {
    if (state !== 'all' && stateOf(row) !== state) return false
    const names = [row.name, row.code ?? '', ...(row.entry?.delegates ?? []).map((delegate) => delegate.name)]
    return names.some((name) => folded(name).includes(wanted))
  })
}

function folded(words: string): string {
  return words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase().trim()
}

function rowOfDelegation({ id, name, code, type, ...facts }: DelegationFacts): AttendanceRow {
  const partyStatus = facts.partyStatus ?? null
  return {
    key: keyOf({ delegation: id }),
    party: { delegation: id },
    name,
    code,
    type,
    partyStatus,
    membership: facts.membership ?? null,
    region: facts.region ?? null,
    capacity: capacityOf({ type, partyStatus }),
    entry: null,
  }
}

function rowOfEntry(entry: AttendanceEntry): AttendanceRow {
  const { party, name, code, type, partyStatus, membership, region } = entry
  return { key: keyOf(party), party, name, code, type, partyStatus, membership, region, capacity: capacityOf(entry), entry }
}

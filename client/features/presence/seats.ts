import type { Person } from '../../../shared/protocol/index.ts'
import { plateOf } from '../../store/index.ts'

/** One plate: a delegation with all its people, or a person without one. */
export interface Seat {
  readonly key: string
  readonly code: string
  readonly name: string
  readonly people: readonly Person[]
  readonly isOfficer: boolean
  readonly type: string | null
  /** Set when somebody of it writes just now. */
  readonly colour: number | undefined
  readonly isAway: boolean
}

/** The plates on the table: delegations once, those who write first, then as they came. */
export function seatsOf(people: readonly Person[]): readonly Seat[] {
  const groups = new Map<string, Person[]>()
  for (const person of people) {
    const isOfficer = person.role === 'coordinator' || person.role === 'rapporteur'
    const key = `${isOfficer ? 'o' : 'd'} ${person.delegationId ?? `${person.name} ${person.function ?? ''}`}`
    groups.set(key, [...(groups.get(key) ?? []), person])
  }
  return [...groups].map(([key, members]) => seat(key, members))
}

function seat(key: string, people: readonly Person[]): Seat {
  const [first] = people
  const writer = people.find((person) => person.state?.field != null && !person.state.away)
  const names = [
    ...new Set(people.map((person) => (person.function === null ? person.name : `${person.name}, ${person.function}`))),
  ]
  return {
    key,
    code: first === undefined ? '' : plateOf(first),
    name: first?.delegation ? `${first.delegation}: ${names.join('; ')}` : names.join('; '),
    people,
    isOfficer: key.startsWith('o'),
    type: first?.delegationType ?? null,
    colour: writer?.colour,
    isAway: people.every((person) => person.state?.away === true),
  }
}

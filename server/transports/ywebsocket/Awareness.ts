import type { Person } from '../../../shared/protocol/index.ts'
import type { PresenceState } from '../../rooms/index.ts'
import { type AwarenessEntry, writeAwareness } from './messages.ts'

/** What a stock client hears of the others: the room's people, in the words of the awareness protocol. */
export class Awareness {
  private readonly people = new Map<string, Person>()
  private clock: number
  /** The client's own connection: it must not hear of itself, or it would take our words for its own state. */
  private own: string | null = null

  /** Clocks of the protocol only need to grow, also over restarts: time does. */
  constructor(startedAt: number) {
    this.clock = Math.floor(startedAt / 1000)
  }

  /** Says who is here, to the newcomer that has this connection. */
  begin(own: string, people: readonly Person[]): Uint8Array {
    this.own = own
    return this.change(people, [])
  }

  /** Takes in what changed and says it. */
  change(changed: readonly Person[], gone: readonly string[]): Uint8Array {
    const left: number[] = []
    const people = changed.filter((person) => person.connection !== this.own)
    for (const person of people) {
      const before = this.people.get(person.connection)
      // A connection that writes under a new id leaves the old one behind.
      if (before !== undefined && before.clientId !== null && before.clientId !== person.clientId) left.push(before.clientId)
      this.people.set(person.connection, person)
    }
    for (const connection of gone) {
      const before = this.people.get(connection)
      if (before !== undefined && before.clientId !== null) left.push(before.clientId)
      this.people.delete(connection)
    }
    return this.write(people, left)
  }

  /** Whether this client was told of somebody with this id who is here. */
  hasHeardOf(clientId: number): boolean {
    for (const person of this.people.values()) if (person.clientId === clientId) return true
    return false
  }

  /** Everybody again, with newer clocks: a stock client forgets whom it has not heard of for 30 s, and a silent server, too. */
  everybody(): Uint8Array {
    return this.write([...this.people.values()], [])
  }

  private write(people: readonly Person[], left: readonly number[]): Uint8Array {
    this.clock += 1
    const entries = people.flatMap((person): AwarenessEntry[] =>
      person.clientId === null ? [] : [{ clientId: person.clientId, clock: this.clock, state: toState(person) }],
    )
    const standing = new Set([...this.people.values()].map((person) => person.clientId))
    const goneEntries = left
      .filter((clientId) => !standing.has(clientId))
      .map((clientId) => ({ clientId, clock: this.clock, state: null }))
    return writeAwareness([...entries, ...goneEntries])
  }
}

/** The customary fields of editor bindings (`user`, `cursor`), and what the server knows besides. */
function toState({ clientId: _own, connection: _connection, state, ...facts }: Person): unknown {
  return {
    user: { name: facts.code === null ? facts.name : `${facts.name} (${facts.code})`, color: `var(--person-${facts.colour})` },
    cursor: state?.cursor ?? null,
    rapporteur: { ...facts, item: state?.item ?? null, field: state?.field ?? null, away: state?.away ?? false },
  }
}

/** What of a stock client's own state counts: its caret. Name and colour are the server's. */
export function readState(state: unknown): PresenceState | null {
  if (typeof state !== 'object' || state === null) return null
  const cursor = 'cursor' in state ? state.cursor : null
  const isCaret = typeof cursor === 'object' && cursor !== null && 'anchor' in cursor && 'head' in cursor
  return { item: null, field: null, cursor: isCaret ? { anchor: cursor.anchor, head: cursor.head } : null, away: false }
}

import type { Person } from '../../../shared/protocol/index.ts'
import type { PresenceState } from '../../rooms/index.ts'
import type { AwarenessWords } from './AwarenessWords.ts'

/** What everybody is told about a change of presence, ready for those whom it does not concern themselves. */
export interface Told {
  readonly people: readonly Person[]
  readonly gone: readonly string[]
  readonly clock: number
}

/** What a stock client hears of the others: the room's people, in the words of the awareness protocol. */
export class Awareness {
  private readonly people = new Map<string, Person>()
  /** The client's own connection: it must not hear of itself, or it would take our words for its own state. */
  private own: string | null = null

  constructor(private readonly words: AwarenessWords) {}

  /** Says who is here, to the newcomer that has this connection. */
  begin(own: string, people: readonly Person[]): Uint8Array {
    this.own = own
    const told = { people, gone: [], clock: this.words.tick() }
    this.change(told)
    return this.words.say(this.others(people), [], told.clock)
  }

  /** Takes in what changed. Gives back what to say when this client must hear other words than everybody, who hear only who came. */
  change({ people, gone, clock }: Told): Uint8Array | 'same' | 'nothing' {
    const left: number[] = []
    let hasOwn = false
    for (const person of people) {
      if (person.connection === this.own) {
        hasOwn = true
        continue
      }
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
    if (!hasOwn && left.length === 0) return 'same'
    if (people.length === 1 && hasOwn && left.length === 0) return 'nothing'
    return this.words.say(this.others(people), left.length === 0 ? left : this.notHere(left), clock)
  }

  /** Whether this client was told of somebody with this id who is here. */
  hasHeardOf(clientId: number): boolean {
    for (const person of this.people.values()) if (person.clientId === clientId) return true
    return false
  }

  /** Everybody again, with newer clocks: a stock client forgets whom it has not heard of for 30 s, and a silent server, too. */
  everybody(): Uint8Array {
    return this.words.say(this.people.values(), [], this.words.tick())
  }

  private others(people: readonly Person[]): readonly Person[] {
    return people.filter((person) => person.connection !== this.own)
  }

  private notHere(left: readonly number[]): readonly number[] {
    const standing = new Set([...this.people.values()].map((person) => person.clientId))
    return left.filter((clientId) => !standing.has(clientId))
  }
}

/** What of a stock client's own state counts: its caret. Name and colour are the server's. */
export function readState(state: unknown): PresenceState | null {
  if (typeof state !== 'object' || state === null) return null
  const cursor = 'cursor' in state ? state.cursor : null
  const isCaret = typeof cursor === 'object' && cursor !== null && 'anchor' in cursor && 'head' in cursor
  return { item: null, field: null, cursor: isCaret ? { anchor: cursor.anchor, head: cursor.head } : null, away: false }
}

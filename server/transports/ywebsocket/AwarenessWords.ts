import * as encoding from 'lib0/encoding'
import type { Person } from '../../../shared/protocol/index.ts'
import type { Clock } from '../../base/index.ts'
import { writeAwareness } from './messages.ts'

/** Puts people into the words of the awareness protocol for all guests of a door: what is said to two hundred is written once. */
export class AwarenessWords {
  private last = 0
  private readonly states = new WeakMap<Person, Uint8Array>()

  constructor(private readonly clock: Pick<Clock, 'now'>) {}

  /**
   * A clock above all before it. Clients keep the highest they have heard of somebody, also when they come in again and when the server
   * has restarted: only time is sure to have grown meanwhile, and in a busy meeting seconds would not grow fast enough.
   */
  tick(): number {
    this.last = Math.max(this.last + 1, this.clock.now())
    return this.last
  }

  /** Says where these people are, and which client ids are gone. */
  say(people: Iterable<Person>, left: readonly number[], clock: number): Uint8Array {
    const entries: { readonly clientId: number; readonly clock: number; readonly state: Uint8Array }[] = []
    for (const person of people) {
      if (person.clientId !== null) entries.push({ clientId: person.clientId, clock, state: this.stateOf(person) })
    }
    for (const clientId of left) entries.push({ clientId, clock, state: gone })
    return writeAwareness(entries)
  }

  private stateOf(person: Person): Uint8Array {
    const known = this.states.get(person)
    if (known !== undefined) return known
    const written = wordsOf(toState(person))
    this.states.set(person, written)
    return written
  }
}

const gone = wordsOf(null)

function wordsOf(state: unknown): Uint8Array {
  return encoding.encode((encoder) => encoding.writeVarString(encoder, JSON.stringify(state)))
}

/** The customary fields of editor bindings (`user`, `cursor`), and what the server knows besides. */
function toState({ clientId: _own, connection: _connection, state, ...facts }: Person): unknown {
  return {
    user: { name: facts.code === null ? facts.name : `${facts.name} (${facts.code})`, color: `var(--person-${facts.colour})` },
    cursor: state?.cursor ?? null,
    rapporteur: { ...facts, item: state?.item ?? null, field: state?.field ?? null, away: state?.away ?? false },
  }
}

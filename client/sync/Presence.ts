import type { ClientEvent, Person } from '../../shared/protocol/index.ts'
import { type Readable, Signal } from './Signal.ts'

/** Where I am, as others may see it. */
export type MyPlace = NonNullable<ClientEvent<'presence.set'>['state']>

/** Between two messages about the caret; the last one always goes. */
const restMs = 80

/** Who is here and where they write; and my own place on its way to them. */
export class Presence {
  readonly #people = new Signal<readonly Person[]>([])
  readonly #send: (place: MyPlace) => void
  #mine: MyPlace = { item: null, field: null, cursor: null, away: false }
  #sent: MyPlace | null = null
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(send: (place: MyPlace) => void) {
    this.#send = send
  }

  get people(): Readable<readonly Person[]> {
    return this.#people
  }

  /** The server's list after coming in; my own place is told again. */
  joined(people: readonly Person[]): void {
    this.#people.set(people)
    this.#sent = null
    this.#later()
  }

  changed(people: readonly Person[], gone: readonly string[]): void {
    const out = new Set([...gone, ...people.map((person) => person.connection)])
    const fresh = new Map(people.map((person) => [person.connection, person]))
    const stayed = this.#people.get().flatMap((person) => {
      const now = fresh.get(person.connection)
      fresh.delete(person.connection)
      // Who changed keeps their place in the list, so that no plate jumps.
      if (now !== undefined) return [now]
      return out.has(person.connection) ? [] : [person]
    })
    this.#people.set([...stayed, ...fresh.values()])
  }

  show(change: Partial<MyPlace>): void {
    this.#mine = { ...this.#mine, ...change }
    this.#later()
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #later(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      if (this.#mine === this.#sent) return
      this.#sent = this.#mine
      this.#send(this.#mine)
    }, restMs)
  }
}

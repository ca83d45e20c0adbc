import { ok, type PersonId, type Refusal, type Result, refuse } from '../../shared/base/index.ts'
import { limits } from '../../shared/record/index.ts'
import type { Binding } from '../storage/index.ts'

const maxUnwrittenPerConnection = 20
const maxPerPerson = 200
const maxEnded = 2_000

export const endedClient: Refusal = {
  code: 'endedClient',
  message: 'This client id was refused before: open a new document.',
}

/** What a connection holds of ids that nothing stored was written under yet. */
export type Unwritten = Set<number>

/** Whose Yjs client ids are whose in one document (DECIDED 5): they belong to a person, and any device of theirs may bring them. */
export class ClientIds {
  private readonly owners = new Map<number, PersonId>()
  private readonly written = new Set<number>()
  private readonly counts = new Map<PersonId, number>()
  /** Refused once, so over (DECIDED 4); the oldest are forgotten, then their updates are refused as a gap. */
  private readonly ended = new Set<number>()

  constructor(bindings: readonly Binding[]) {
    for (const { clientId, person } of bindings) {
      this.own(clientId, person)
      this.written.add(clientId)
    }
  }

  ownerOf(clientId: number): PersonId | null {
    return this.owners.get(clientId) ?? null
  }

  /** Whether something stored was written under this id. */
  isWritten(clientId: number): boolean {
    return this.written.has(clientId)
  }

  /** Whether this person ever wrote in this document. */
  hasWritten(person: PersonId): boolean {
    for (const clientId of this.written) if (this.owners.get(clientId) === person) return true
    return false
  }

  /** Lets a person bring an id: theirs already, or new and bound to them from now on. */
  bring(clientId: number, person: PersonId, unwritten: Unwritten): Result<null> {
    if (this.ended.has(clientId)) return { ok: false, refusal: endedClient }
    const owner = this.owners.get(clientId)
    if (owner !== undefined) {
      return owner === person ? ok(null) : refuse('foreignClient', 'This client id belongs to somebody else.')
    }
    if (unwritten.size >= maxUnwrittenPerConnection) return refuse('tooMany', 'Too many client ids without an edit.')
    if ((this.counts.get(person) ?? 0) >= maxPerPerson) return refuse('tooMany', 'Too many client ids in this record.')
    if (this.owners.size >= limits.clientIds) return refuse('overLimit', 'This record has had too many client ids.')
    this.own(clientId, person)
    unwritten.add(clientId)
    return ok(null)
  }

  isEnded(clientId: number): boolean {
    return this.ended.has(clientId)
  }

  /** From now on stored: the id stays with the person for ever. */
  markWritten(clientId: number): void {
    this.written.add(clientId)
  }

  /** After a refusal: nothing more is taken under this id. */
  end(clientId: number): void {
    this.ended.add(clientId)
    if (this.ended.size > maxEnded) {
      for (const oldest of this.ended) {
        this.ended.delete(oldest)
        break
      }
    }
  }

  /** Gives back what a connection announced and never wrote under. */
  release(unwritten: Unwritten): void {
    for (const clientId of unwritten) {
      const owner = this.owners.get(clientId)
      if (owner === undefined || this.written.has(clientId)) continue
      this.owners.delete(clientId)
      this.counts.set(owner, (this.counts.get(owner) ?? 1) - 1)
    }
    unwritten.clear()
  }

  private own(clientId: number, person: PersonId): void {
    this.owners.set(clientId, person)
    this.counts.set(person, (this.counts.get(person) ?? 0) + 1)
  }
}

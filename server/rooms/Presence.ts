import { placeVisibleTo } from '../../shared/access/index.ts'
import type { Person } from '../../shared/protocol/index.ts'
import type { MeetingRecord } from '../../shared/record/index.ts'
import type { Clock } from '../base/index.ts'
import type { News } from './face.ts'
import { describe, isObserver, isPen, isScreen, type Member, personOf } from './Member.ts'

/** At least so long between two tellings; a little longer for each member, as each hears of each. */
const gapMs = 30
const gapPerMemberMs = 0.4

export interface PresenceParts {
  readonly members: ReadonlySet<Member>
  readonly clock: Pick<Clock, 'monotonicMs' | 'after'>
  /** The record, for what is closed to observers in it; null where no observer ever is. */
  readonly observed: () => MeetingRecord | null
  readonly tell: (news: News, to: readonly Member[]) => void
}

/** Who is here and where: the last state of each connection, changed ones only, a bounded number of times a second. */
export class Presence {
  private readonly changed = new Set<Member>()
  private readonly gone = new Set<string>()
  private stopTimer: (() => void) | null = null
  private lastAt = Number.NEGATIVE_INFINITY

  constructor(private readonly parts: PresenceParts) {}

  /** Everybody whom this member may see, as they may be seen. A screen on the wall is nobody. */
  everybodyFor(member: Member): Person[] {
    const people = [...this.parts.members].filter((one) => !isScreen(one))
    if (isPen(member)) return people.map(describe)
    if (!isObserver(member)) return people.map((one) => withoutCaret(describe(one)))
    const record = this.parts.observed()
    if (record === null) return []
    // Nobody but oneself is there for whom the meeting is closed.
    const seen = record.session.closed ? people.filter((one) => personOf(one) === personOf(member)) : people
    return seen.map((one) => asObserved(describe(one), record))
  }

  /** Whether an id is the place of another connection; the first id of a connection is always its own. */
  isAnothers(clientId: number, member: Member): boolean {
    if (member.clientId === null || member.clientId === clientId) return false
    for (const other of this.parts.members) if (other !== member && other.clientId === clientId) return true
    return false
  }

  /** A member came or moved. */
  touch(member: Member): void {
    if (isScreen(member)) return
    this.changed.add(member)
    this.schedule()
  }

  leave(member: Member): void {
    if (isScreen(member)) return
    this.changed.delete(member)
    this.gone.add(member.id)
    this.schedule()
  }

  /** What is closed to observers is other than before: each hears anew whom they may see. */
  renewForObservers(): void {
    for (const member of [...this.parts.members].filter(isObserver)) {
      const people = this.everybodyFor(member)
      const seen = new Set(people.map((person) => person.connection))
      const gone = [...this.parts.members].map((one) => one.id).filter((id) => !seen.has(id))
      this.parts.tell({ kind: 'presence', people, gone }, [member])
    }
  }

  close(): void {
    this.stopTimer?.()
    this.stopTimer = null
  }

  private schedule(): void {
    if (this.stopTimer !== null) return
    const { clock, members } = this.parts
    const sinceLast = clock.monotonicMs() - this.lastAt
    const gap = gapMs + members.size * gapPerMemberMs
    this.stopTimer = clock.after(Math.max(0, gap - sinceLast), () => {
      this.stopTimer = null
      this.flush()
    })
  }

  private flush(): void {
    this.lastAt = this.parts.clock.monotonicMs()
    const people = [...this.changed].map(describe)
    const gone = [...this.gone]
    this.changed.clear()
    this.gone.clear()
    const pens = this.some(isPen)
    if (pens.length > 0) this.parts.tell({ kind: 'presence', people, gone }, pens)
    // Carets point into a document that readers do not have (PRODUCT, "Rights").
    const readers = this.some((member) => !isPen(member) && !isObserver(member))
    if (readers.length > 0) this.parts.tell({ kind: 'presence', people: people.map(withoutCaret), gone }, readers)
    const observers = this.some(isObserver)
    if (observers.length > 0) this.tellObservers(people, gone, observers)
  }

  private tellObservers(people: readonly Person[], gone: readonly string[], observers: readonly Member[]): void {
    const record = this.parts.observed()
    // For whom the meeting is closed nobody comes, moves or goes.
    if (record === null || record.session.closed) return
    this.parts.tell({ kind: 'presence', people: people.map((person) => asObserved(person, record)), gone }, observers)
  }

  private some(which: (member: Member) => boolean): Member[] {
    return [...this.parts.members].filter(which)
  }
}

function withoutCaret(person: Person): Person {
  return person.state === null ? person : { ...person, state: { ...person.state, cursor: null } }
}

function asObserved(person: Person, record: MeetingRecord): Person {
  if (person.state === null) return person
  return { ...person, state: { ...person.state, ...placeVisibleTo('observer', person.state, record), cursor: null } }
}

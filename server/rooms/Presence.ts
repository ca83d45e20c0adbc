import type { Person } from '../../shared/protocol/index.ts'
import type { Clock } from '../base/index.ts'
import type { News } from './face.ts'
import { describe, isPen, type Member } from './Member.ts'

type Tell = (news: News, audience: 'pens' | 'readers') => void

/** At least so long between two tellings; a little longer for each member, as each hears of each. */
const gapMs = 30
const gapPerMemberMs = 0.4

/** Who is here and where: the last state of each connection, changed ones only, a bounded number of times a second. */
export class Presence {
  private readonly changed = new Set<Member>()
  private readonly gone = new Set<string>()
  private stopTimer: (() => void) | null = null
  private lastAt = Number.NEGATIVE_INFINITY

  constructor(
    private readonly members: ReadonlySet<Member>,
    private readonly clock: Pick<Clock, 'monotonicMs' | 'after'>,
    private readonly tell: Tell,
  ) {}

  /** Everybody, as a newcomer of that kind may see them. */
  everybody(forPen: boolean): Person[] {
    return [...this.members].map((member) => (forPen ? describe(member) : withoutCaret(describe(member))))
  }

  /** Whether an id is the place of another connection; the first id of a connection is always its own. */
  isAnothers(clientId: number, member: Member): boolean {
    if (member.clientId === null || member.clientId === clientId) return false
    for (const other of this.members) if (other !== member && other.clientId === clientId) return true
    return false
  }

  /** A member came or moved. */
  touch(member: Member): void {
    this.changed.add(member)
    this.schedule()
  }

  leave(member: Member): void {
    this.changed.delete(member)
    this.gone.add(member.id)
    this.schedule()
  }

  close(): void {
    this.stopTimer?.()
    this.stopTimer = null
  }

  private schedule(): void {
    if (this.stopTimer !== null) return
    const sinceLast = this.clock.monotonicMs() - this.lastAt
    const gap = gapMs + this.members.size * gapPerMemberMs
    this.stopTimer = this.clock.after(Math.max(0, gap - sinceLast), () => {
      this.stopTimer = null
      this.flush()
    })
  }

  private flush(): void {
    this.lastAt = this.clock.monotonicMs()
    const people = [...this.changed].map(describe)
    const gone = [...this.gone]
    this.changed.clear()
    this.gone.clear()
    this.tell({ kind: 'presence', people, gone }, 'pens')
    // Carets point into a document that readers do not have (PRODUCT, "Rights").
    const readers = [...this.members].some((member) => !isPen(member))
    if (readers) this.tell({ kind: 'presence', people: people.map(withoutCaret), gone }, 'readers')
  }
}

function withoutCaret(person: Person): Person {
  return person.state === null ? person : { ...person, state: { ...person.state, cursor: null } }
}

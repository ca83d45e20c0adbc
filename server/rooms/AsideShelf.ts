import { seesAside } from '../../shared/access/index.ts'
import type { DocumentId, NewId, PersonId, Result } from '../../shared/base/index.ts'
import type { Phase, TouchedPath } from '../../shared/record/index.ts'
import type { Clock } from '../base/index.ts'
import type { Aside, Documents } from '../storage/index.ts'
import type { News } from './face.ts'
import { type Member, personOf } from './Member.ts'

const maxCountPerAuthor = 200
const maxBytesPerAuthor = 200 * 1024

/** What the room remembers of a text that the store keeps. */
interface Kept extends Pick<Aside, 'person' | 'reason'> {
  readonly bytes: number
}

export interface AsideShelfParts {
  readonly documentId: DocumentId
  readonly documents: Pick<Documents, 'removeAside'>
  readonly clock: Pick<Clock, 'now'>
  readonly newId: NewId
  readonly members: ReadonlySet<Member>
  /** The phase that rights are asked in; null where there is none. */
  readonly phase: () => Phase | null
  readonly tell: (news: News, to: readonly Member[]) => void
}

export type AsideDraft = Pick<Aside, 'person' | 'text' | 'reason' | 'update'> & { readonly path: TouchedPath | null }

/** Words that may not be merged and must not be dropped, bounded by author and record; tells those whose they are (DECIDED 7). */
export class AsideShelf {
  private readonly kept = new Map<string, Kept>()

  constructor(
    private readonly parts: AsideShelfParts,
    stored: readonly Aside[],
  ) {
    for (const aside of stored) this.keep(aside)
  }

  /** Makes ready to be stored what still has room; null for what has none, so that its author can be told. */
  take(draft: AsideDraft): Aside | null {
    const { person, text, reason, update, path } = draft
    const before = [...this.kept.values()].filter((kept) => kept.person === person)
    const bytes = before.reduce((sum, kept) => sum + kept.bytes, sizeOf(draft))
    if (before.length + 1 > maxCountPerAuthor || bytes > maxBytesPerAuthor) return null
    const { newId, clock } = this.parts
    const place = path === null ? null : placeOf(path)
    const aside: Aside = { id: newId(), person, at: clock.now(), place, text, reason, update }
    this.keep(aside)
    return aside
  }

  /** These have been stored: whoever may see one of them hears of it. */
  announce(asides: readonly Pick<Aside, 'person' | 'reason'>[]): void {
    if (asides.length === 0) return
    for (const member of [...this.parts.members]) {
      if (asides.some((aside) => this.isFor(member, aside))) this.tellCount(member)
    }
  }

  /** A newcomer hears of what is kept for them; whom nothing is kept for hears nothing. */
  welcome(member: Member): void {
    if (this.countFor(member) > 0) this.tellCount(member)
  }

  /** Lets go of one, for good. */
  async remove(asideId: string): Promise<Result<null>> {
    const removed = await this.parts.documents.removeAside(this.parts.documentId, asideId)
    const kept = this.kept.get(asideId)
    if (!removed.ok || kept === undefined) return removed
    this.kept.delete(asideId)
    this.announce([kept])
    return removed
  }

  private keep(aside: Aside): void {
    this.kept.set(aside.id, { person: aside.person, reason: aside.reason, bytes: sizeOf(aside) })
  }

  private tellCount(member: Member): void {
    this.parts.tell({ kind: 'aside', count: this.countFor(member) }, [member])
  }

  private countFor(member: Member): number {
    return [...this.kept.values()].filter((kept) => this.isFor(member, kept)).length
  }

  private isFor(member: Member, aside: { readonly person: PersonId; readonly reason: Aside['reason'] }): boolean {
    const { role, group } = member.standing
    return seesAside(aside, { person: personOf(member), role }, { phase: this.parts.phase(), rules: group.rules })
  }
}

function sizeOf(aside: Pick<Aside, 'text' | 'update'>): number {
  return aside.text.length * 2 + (aside.update?.length ?? 0)
}

function placeOf(path: TouchedPath): string {
  return path.field === null ? `${path.root}/${path.id}` : `${path.root}/${path.id}/${path.field}`
}

import type { DocumentId, NewId, PersonId } from '../../shared/base/index.ts'
import type { TouchedPath } from '../../shared/record/index.ts'
import type { Clock } from '../base/index.ts'
import type { Aside, Documents } from '../storage/index.ts'

const maxCountPerAuthor = 200
const maxBytesPerAuthor = 200 * 1024

interface Kept {
  count: number
  bytes: number
}

export type AsideDraft = Pick<Aside, 'person' | 'text' | 'reason' | 'update'> & { readonly path: TouchedPath | null }

/** Words that may not be merged and must not be dropped, bounded by author and record (DECIDED 7). */
export class AsideShelf {
  private readonly kept = new Map<PersonId, Kept>()

  constructor(
    private readonly documents: Pick<Documents, 'asides'>,
    private readonly documentId: DocumentId,
    private readonly clock: Pick<Clock, 'now'>,
    private readonly newId: NewId,
  ) {}

  /** Makes ready to be stored what still has room; null for what has none, so that its author can be told. */
  async take(draft: AsideDraft): Promise<Aside | null> {
    const kept = await this.keptOf(draft.person)
    const bytes = sizeOf(draft)
    if (kept.count + 1 > maxCountPerAuthor || kept.bytes + bytes > maxBytesPerAuthor) return null
    kept.count += 1
    kept.bytes += bytes
    const { person, text, reason, update, path } = draft
    return { id: this.newId(), person, at: this.clock.now(), place: path === null ? null : placeOf(path), text, reason, update }
  }

  private async keptOf(person: PersonId): Promise<Kept> {
    const known = this.kept.get(person)
    if (known !== undefined) return known
    const stored = await this.documents.asides(this.documentId, person)
    const kept = { count: stored.length, bytes: stored.reduce((sum, aside) => sum + sizeOf(aside), 0) }
    this.kept.set(person, kept)
    return kept
  }
}

function sizeOf(aside: Pick<Aside, 'text' | 'update'>): number {
  return aside.text.length * 2 + (aside.update?.length ?? 0)
}

function placeOf(path: TouchedPath): string {
  return path.field === null ? `${path.root}/${path.id}` : `${path.root}/${path.id}/${path.field}`
}

import type { MeetingId } from '../../shared/base/index.ts'
import { partText } from '../../shared/record/index.ts'
import type { PartFacts, RecordComment, SessionState } from '../../shared/session/index.ts'
import type { Meetings, StoredVersion } from '../storage/index.ts'

/** What a room keeps in mind of its record's versions and comments, as they are stored. */
export interface Kept {
  readonly comments: ReadonlyMap<string, RecordComment>
  /** The last version; null before there is one. The next one is laid beside it. */
  readonly latest: StoredVersion | null
}

/** Reads what a room keeps in mind. Throws when a version is missing that the session names. */
export async function readKept(
  meetings: Pick<Meetings, 'version' | 'comments'>,
  meetingId: MeetingId,
  session: Pick<SessionState, 'versions' | 'comments'>,
): Promise<Kept> {
  const line = session.versions.at(-1)
  const [latest, comments] = await Promise.all([
    line === undefined ? null : meetings.version(meetingId, line.number),
    session.comments.total === 0 ? [] : meetings.comments(meetingId),
  ])
  if (line !== undefined && latest === null) throw new Error(`Version ${line.number} of meeting ${meetingId} is missing`)
  return { comments: new Map(comments.map((comment) => [comment.id, comment])), latest }
}

/** The same with this comment, new or in place of the one before. */
export function withComment(kept: Kept, comment: RecordComment): Kept {
  return { ...kept, comments: new Map(kept.comments).set(comment.id, comment) }
}

/** A part of the last version, as it is cited and as it reads; null when there is none of this key. */
export function partIn({ latest }: Kept, key: string): PartFacts | null {
  const part = latest?.paper.parts.find((one) => one.key === key)
  return part === undefined ? null : { number: part.number, text: partText(part) }
}

import type { CommandId, NewId } from '../../shared/base/index.ts'
import { evolve, type RecordComment, type SessionEvent, type SessionState } from '../../shared/session/index.ts'
import type { SessionChange, StoredVersion } from '../storage/index.ts'
import { type Kept, withComment } from './Kept.ts'
import { makeVersion, type VersionSource } from './makeVersion.ts'

/** A session that is being changed, with the rows that change beside it; nothing of it is stored yet. */
export interface Draft {
  readonly state: SessionState
  readonly kept: Kept
  readonly versions: readonly StoredVersion[]
  readonly comments: ReadonlyMap<CommandId, RecordComment>
}

/** A draft in which nothing has changed. */
export function beginDraft(state: SessionState, kept: Kept): Draft {
  return { state, kept, versions: [], comments: new Map() }
}

/** Works events into a draft. A version that is wanted is made on the way, of the record as the events before it leave it. */
export async function workIn(
  draft: Draft,
  events: readonly SessionEvent[],
  sourceOf: (state: SessionState) => VersionSource,
  newId: NewId,
): Promise<Draft> {
  let { state, kept } = draft
  const versions = [...draft.versions]
  const comments = new Map(draft.comments)
  for (const event of events) {
    state = evolve(state, event)
    if (event.kind === 'version.wanted') {
      const version = await makeVersion(event.version, kept, sourceOf(state), newId)
      const { number, kind, revision, at, actor, fingerprint, reason } = version
      state = evolve(state, { kind: 'version.made', line: { number, kind, revision, at, actor, fingerprint, reason } })
      kept = { ...kept, latest: version }
      versions.push(version)
    } else if ('comment' in event) {
      kept = withComment(kept, event.comment)
      comments.set(event.comment.id, event.comment)
    }
  }
  return { state, kept, versions, comments }
}

/** What a draft writes beside the session; adoption closes the document in the same batch (DECIDED 15). */
export function rowsOf({ state, versions, comments }: Draft, before: SessionState): Pick<SessionChange, 'rows' | 'freeze'> {
  const rows = versions.length + comments.size === 0 ? {} : { rows: { versions, comments: [...comments.values()] } }
  const freeze = before.adoption === null && state.adoption !== null ? { freeze: true as const } : {}
  return { ...rows, ...freeze }
}

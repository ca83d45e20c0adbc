import * as Y from 'yjs'
import type { CopyHeader } from '../../shared/protocol/index.ts'
import { type MeetingRecord, recordDocumentFrom } from '../../shared/record/index.ts'
import type { SessionState } from '../../shared/session/index.ts'
import { scratch } from './scratch.ts'

/** What a device knew of a record in a past that is over. */
export interface KnownOfPast {
  readonly session: SessionState | null
  readonly role: string | null
  /** What a reader was shown. */
  readonly view: MeetingRecord | null
}

/** What the session said when this device left it. */
export function headerOf(session: SessionState | null): CopyHeader {
  if (session === null) return { phase: null, standings: {}, statuses: {} }
  const { phase, standings, statuses } = session
  return { phase, standings: { ...standings }, statuses: { ...statuses } }
}

/**
 * The whole copy as one update: of who wrote, all that was settled or waits; of who read, the record that they were shown, under an id of
 * its own. Null where there is nothing to keep: observers were shown less than there was, and wrote nothing.
 */
export function updateOfPast(updates: readonly Uint8Array[], { role, view }: KnownOfPast): Uint8Array | null {
  if (updates.length > 0) {
    const doc = scratch(updates)
    const whole = Y.encodeStateAsUpdate(doc)
    doc.destroy()
    return whole
  }
  if (view === null || role === 'observer') return null
  const standing = <T extends { readonly removed: boolean }>(list: readonly T[]) => list.filter((one) => !one.removed)
  const lists = {
    items: standing(view.items),
    outcomes: standing(view.outcomes),
    actions: standing(view.actions),
    targets: standing(view.targets),
  }
  const doc = recordDocumentFrom(lists, new Y.Doc().clientID)
  const whole = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return whole
}

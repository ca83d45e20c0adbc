import { isId, type Millis } from '../../../shared/base/index.ts'
import {
  type ActedBy,
  type ActionStatus,
  keepTraces,
  type MeetingRecord,
  type Proceeding,
  type SessionFacts,
  type Standing,
} from '../../../shared/record/index.ts'
import { newSession, type SessionState, type VersionLine } from '../../../shared/session/index.ts'
import type { CopiedVersion } from './checkCopy.ts'

/** How a record comes in: how firm, when and by whom. */
export interface Arrival {
  readonly at: Millis
  readonly actor: ActedBy
  readonly version: CopiedVersion | null
}

const firmKinds: ReadonlySet<VersionLine['kind']> = new Set(['adopted', 'corrigendum', 'addendum', 'withdrawn'])

/** Whether a version stands for good. */
export function isFirm(version: CopiedVersion | null): version is CopiedVersion {
  return version !== null && firmKinds.has(version.published.kind)
}

/** Adopted is what a version proves; what was under way, or out for corrections, comes to rest as a draft. */
export function arrivingPhase({ session }: MeetingRecord, version: CopiedVersion | null): 'planned' | 'draft' | 'adopted' {
  if (isFirm(version)) return 'adopted'
  return session.phase === 'planned' ? 'planned' : 'draft'
}

/** The session of a record that was a record before: what its views say, less what a rule forbids and less all that ran. */
export function importedSession(record: MeetingRecord, { at, actor, version }: Arrival): SessionState {
  const phase = arrivingPhase(record, version)
  const { history } = record.session
  const isSame = phase === 'planned' || history.at(-1)?.phase === phase
  const line = version === null ? null : lineOf(version)
  const { adoption = null } = version?.published ?? {}
  const firm = isFirm(version)
  const session: SessionState = {
    ...newSession(record.head),
    ...record.session,
    ...factsIn(record),
    phase,
    history: isSame ? history : [...history, { phase, at, actor }],
    versions: line === null ? [] : [line],
    adoption: firm
      ? {
          version: version.number,
          fingerprint: version.fingerprint,
          at: adoption?.at ?? version.published.at,
          how: adoption?.how ?? 'decision',
          actor: adoption?.actor ?? null,
        }
      : null,
  }
  return keepTraces(session, record.head.attribution)
}

/** A version as its list has it. */
export function lineOf({ number, fingerprint, published }: CopiedVersion): VersionLine {
  const { kind, revision, at, actor, reason } = published
  return { number, kind, revision, at, actor, fingerprint, reason }
}

/** What is said of entries, taken from the entries: those are what the version has, and the lists beside them may be of a later hour. */
function factsIn({
  items,
  outcomes,
  actions,
  session,
}: MeetingRecord): Pick<SessionFacts, 'standings' | 'fixings' | 'statuses' | 'proceedings' | 'closedItems'> {
  const itemIds = new Set(items.map(({ id }) => id))
  // What was never said is not said now, either.
  const standings = outcomes.flatMap(({ id, standing }): [string, Standing | null][] =>
    standing === 'proposed' && !Object.hasOwn(session.standings, id) ? [] : [[id, standing]],
  )
  const statuses = actions.flatMap(({ id, status }): [string, ActionStatus][] =>
    status === 'open' && !Object.hasOwn(session.statuses, id) ? [] : [[id, status]],
  )
  const fixings = outcomes.flatMap(({ id, fixing }): [string, SessionFacts['fixings'][string]][] => {
    if (fixing === null) return []
    const known = Object.hasOwn(session.fixings, id) ? (session.fixings[id] ?? []) : []
    const last = known.findIndex((one) => one.at === fixing.at && one.standing === fixing.standing)
    return [[id, last === -1 ? [fixing] : known.slice(0, last + 1)]]
  })
  const proceedings = items.flatMap(({ id, progress, usedMs, extraMinutes }): [string, Proceeding][] => {
    if (progress === 'notBegun' || !isId(id)) return []
    const known = Object.hasOwn(session.proceedings, id) ? session.proceedings[id] : undefined
    const { openedAt = null, closedAt = null } = known ?? {}
    return [[id, { progress, openedAt, closedAt, usedMs, extraMinutes }]]
  })
  return {
    standings: Object.fromEntries(standings),
    fixings: Object.fromEntries(fixings),
    statuses: Object.fromEntries(statuses),
    proceedings: Object.fromEntries(proceedings),
    closedItems: session.closedItems.filter((id) => itemIds.has(id)),
  }
}

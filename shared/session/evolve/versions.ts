import type { SessionState } from '../state.ts'
import type { Circulation, EndedCirculation, VersionLine } from '../version.ts'
import type { EventOf } from './eventOf.ts'

/** The version just made is out. */
export function circulateRecord(state: SessionState, event: EventOf<'record.circulated'>): SessionState {
  const { number: version, revision, fingerprint } = lastVersion(state, 'circulated')
  const { at, deadline, timeZone, mode } = event
  const circulation = {
    version,
    revision: revision ?? 1,
    fingerprint,
    at,
    deadline,
    timeZone,
    mode,
    moved: [],
    isSilenceBroken: false,
  }
  return { ...state, circulation }
}

/** The new deadline; each is kept, and silence may adopt again. */
export function moveDeadline(state: SessionState, event: EventOf<'deadline.moved'>): SessionState {
  const { circulation } = state
  if (circulation === null) return state
  const { deadline, timeZone, reason, at, actor } = event
  const moved = [...circulation.moved, { deadline, timeZone, reason, at, actor }]
  return { ...state, circulation: { ...circulation, deadline, timeZone, moved, isSilenceBroken: false } }
}

/** Silence adopts no more, until there is a new deadline. */
export function breakSilence(state: SessionState): SessionState {
  const { circulation } = state
  return circulation === null ? state : { ...state, circulation: { ...circulation, isSilenceBroken: true } }
}

/** Not out any more; versions and comments stay. */
export function recallRecord(state: SessionState, { at, actor, reason }: EventOf<'record.recalled'>): SessionState {
  const { circulation } = state
  if (circulation === null) return state
  return ended(state, circulation, { end: 'recalled', endedAt: at, endedBy: actor, endReason: reason })
}

/** The version just made stands. Throws when it is not the circulated text: nothing else may ever be adopted (DECIDED 12). */
export function adoptRecord(state: SessionState, { how, at, actor }: EventOf<'record.adopted'>): SessionState {
  const { number: version, fingerprint } = lastVersion(state, 'adopted')
  const { circulation } = state
  if (circulation === null || circulation.fingerprint !== fingerprint) throw new Error('Only the circulated text is adopted')
  const after = ended(state, circulation, { end: 'adopted', endedAt: at, endedBy: actor, endReason: null })
  return { ...after, adoption: { version, fingerprint, at, how, actor } }
}

type End = Pick<EndedCirculation, 'end' | 'endedAt' | 'endedBy' | 'endReason'>

function ended(state: SessionState, circulation: Circulation, end: End): SessionState {
  return { ...state, circulation: null, circulated: [...state.circulated, { ...circulation, ...end }] }
}

function lastVersion({ versions }: SessionState, kind: VersionLine['kind']): VersionLine {
  const last = versions.at(-1)
  if (last?.kind !== kind) throw new Error(`A version of the kind ${kind} comes right before`)
  return last
}

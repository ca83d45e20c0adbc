import { keepTraces, type MeetingHead } from '../record/index.ts'
import type { SessionState } from './state.ts'

/** The session of a meeting that has just been planned. */
export function newSession(head: MeetingHead): SessionState {
  return {
    seq: 0,
    head,
    phase: 'planned',
    history: [],
    standings: {},
    fixings: {},
    statuses: {},
    closedItems: [],
    closed: false,
    attendance: [],
    attending: [],
    proceedings: {},
    interventions: [],
    reviewing: null,
    reviews: [],
    current: null,
    clock: { runningSince: null, paused: false },
    floor: { closedLists: [], limitMinutes: null, requests: [], speaking: null },
    reading: null,
    shown: null,
    versions: [],
    circulation: null,
    circulated: [],
    adoption: null,
    comments: { total: 0, unanswered: 0, objections: 0 },
  }
}

/** A session as an earlier version of this program stored it, with everything that has been added since. */
export function completeSession(stored: Partial<SessionState> & Pick<SessionState, 'head' | 'seq'>): SessionState {
  const history = (stored.history ?? []).map((change) => {
    const { by, ...rest } = change as typeof change & { readonly by?: string }
    return by === undefined ? change : { ...rest, actor: { role: null, name: by } }
  })
  // The earlier version kept names under every rule.
  return keepTraces({ ...newSession(stored.head), ...stored, history }, stored.head.attribution)
}

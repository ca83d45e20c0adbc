import type { Refusal } from '../../shared/base/index.ts'

/** Where a meeting's line to the server stands. `live` is the only state in which words travel. */
export type ConnectionState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'joining' }
  | { readonly kind: 'live' }
  /** The line is down; it is tried again by itself. */
  | { readonly kind: 'offline' }
  /** The server asked to come in again in a moment: rights changed, restart, storage not saving, too many. */
  | { readonly kind: 'waiting'; readonly because: Refusal }
  /** The server said no for good; only a person can try again. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'closed' }

export type ConnectionEvent =
  | { readonly kind: 'start' }
  | { readonly kind: 'opened' }
  | { readonly kind: 'joined' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'sentAway'; readonly refusal: Refusal }
  | { readonly kind: 'retry' }
  | { readonly kind: 'close' }

type Step = (state: ConnectionState, event: ConnectionEvent) => ConnectionState
type Table = Readonly<Record<ConnectionState['kind'], Readonly<Record<ConnectionEvent['kind'], Step>>>>

/** Codes after which the browser comes in again without asking anybody. */
const comeAgain: ReadonlySet<string> = new Set([
  'rightsChanged',
  'restarting',
  'notSaving',
  'tooMany',
  'internal',
  'otherEpoch',
  'stale',
])

const stay: Step = (state) => state
const to =
  (kind: 'connecting' | 'joining' | 'live' | 'offline' | 'closed'): Step =>
  () => ({ kind })
const sentAway: Step = (state, event) => {
  if (event.kind !== 'sentAway') return state
  return comeAgain.has(event.refusal.code)
    ? { kind: 'waiting', because: event.refusal }
    : { kind: 'refused', refusal: event.refusal }
}

const table: Table = {
  idle: {
    start: to('connecting'),
    opened: stay,
    joined: stay,
    lost: stay,
    sentAway: stay,
    retry: stay,
    close: to('closed'),
  },
  connecting: {
    start: stay,
    opened: to('joining'),
    joined: stay,
    lost: to('offline'),
    sentAway,
    retry: stay,
    close: to('closed'),
  },
  joining: {
    start: stay,
    opened: stay,
    joined: to('live'),
    lost: to('offline'),
    sentAway,
    retry: stay,
    close: to('closed'),
  },
  live: {
    start: stay,
    opened: to('joining'),
    joined: stay,
    lost: to('offline'),
    sentAway,
    retry: to('joining'),
    close: to('closed'),
  },
  offline: {
    start: stay,
    opened: to('joining'),
    joined: stay,
    lost: stay,
    sentAway,
    retry: to('connecting'),
    close: to('closed'),
  },
  waiting: {
    start: stay,
    opened: to('joining'),
    joined: stay,
    lost: to('offline'),
    sentAway,
    retry: to('connecting'),
    close: to('closed'),
  },
  refused: {
    start: stay,
    opened: to('joining'),
    joined: stay,
    lost: stay,
    sentAway: stay,
    retry: to('connecting'),
    close: to('closed'),
  },
  closed: { start: stay, opened: stay, joined: stay, lost: stay, sentAway: stay, retry: stay, close: stay },
}

/** What follows on an event: pure and total, so that every state has an answer to everything. */
export function nextConnection(state: ConnectionState, event: ConnectionEvent): ConnectionState {
  return table[state.kind][event.kind](state, event)
}

/** The first state of every meeting. */
export const idle: ConnectionState = { kind: 'idle' }

import type { Route } from '../../../server/transports/http/route.ts'
import { type Action, may, mayEver } from '../../../shared/access/index.ts'
import type { Phase } from '../../../shared/record/index.ts'
import { type Caller, roleIn } from './callers.ts'
import { phaseOf, type State } from './placeInPhase.ts'

/** `+` lets in, `-` forbids, `~` not in this phase, `0` hides (not found), `?` asks to sign in. */
export type Sign = '+' | '-' | '~' | '0' | '?'

const rules = { participantsEdit: 'everything', participantsEditDraft: false } as const

/** Lists over all groups that one has a place in: whoever is known gets those, which may be none. */
const overAllGroups: ReadonlySet<string> = new Set([
  'get /groups',
  'get /search',
  'get /archive',
  'get /outcomes',
  'get /actions',
])

/** Things that the samples do not have: whoever could read them is answered as if they were not there, as they are not. */
const madeUp: Readonly<Record<string, (state: State) => boolean>> = {
  'get /meetings/:meetingId/sources/:sourceId': () => true,
  'get /groups/:groupId/threads/:kind/:id': () => true,
  'post /actions/:actionId/progress': () => true,
  // A meeting has versions once its session was closed.
  'get /meetings/:meetingId/versions/:number': (state) => isBeforeDraft(state),
  'get /meetings/:meetingId/versions/:number/compare/:other': (state) => isBeforeDraft(state),
}

/** What the right of the whole route does not say: this thing is somebody else's, and its right another one. */
const othersThings: Readonly<Record<string, Action>> = {
  'delete /meetings/:meetingId/asides/:asideId': 'aside.settle',
  'get /meetings/:meetingId/copies/:copyId/text': 'copy.read',
  'delete /reports/:reportId/asides/:asideId': 'aside.settle',
  // The right depends on what is commanded; each command has its own line in the matrix of commands.
  'post /meetings/:meetingId/commands': 'session.open',
}

/** Whoever may not see these is answered as if they were not there, not that they are forbidden. */
const hidden: ReadonlySet<string> = new Set([
  'delete /meetings/:meetingId/asides/:asideId',
  'get /meetings/:meetingId/copies/:copyId/text',
  'get /groups/:groupId/reports',
  'get /reports/:reportId',
  'get /reports/:reportId/exports/:name',
  'get /reports/:reportId/asides',
  'delete /reports/:reportId/asides/:asideId',
])

/** What the table of rights says of a route, a caller and a state. Nothing is written out by hand but what stands above, with its reason. */
export function expectedSign(route: Pick<Route, 'method' | 'path' | 'who'>, caller: Caller, state: State): Sign {
  const key = `${route.method} ${route.path}`
  switch (route.who) {
    case 'anybody':
      return '+'
    case 'administrator':
      return caller === 'administrator' ? '+' : caller === 'stranger' ? '?' : '-'
    case 'account':
      // All callers come by token: what is one's own to settle is forbidden to a token (a test of its own asks by cookie).
      return caller === 'stranger' || caller === 'guest' || caller === 'neighbour' ? '?' : '-'
    default: {
      if (caller === 'stranger') return '?'
      if (overAllGroups.has(key)) return '+'
      return signOfRight(othersThings[key] ?? route.who, key, caller, state)
    }
  }
}

function signOfRight(action: Action, key: string, caller: Caller, state: State): Sign {
  const isInMeeting = key.includes('/meetings/:meetingId')
  // A seat in one meeting of the group is a place in the group, and none in another meeting.
  const role = caller === 'neighbour' && !isInMeeting ? 'participant' : roleIn(caller)
  if (role === null) return '0'
  const phase: Phase | null = isInMeeting ? phaseOf(state) : null
  const isAllowed = may(role, action, { phase, rules })
  if (isAllowed) return madeUp[key]?.(state) === true ? '0' : '+'
  if (hidden.has(key) || madeUp[key]?.(state) === true) return '0'
  return phase !== null && mayEver(role, action, rules) ? '~' : '-'
}

function isBeforeDraft(state: State): boolean {
  return state === 'planned' || state === 'inSession' || state === 'suspended'
}

/** The sign that an answer is. */
export function signOf(status: number, code: string | null, key: string): string {
  // A secret or password made up for the test is not found or not right: the caller was let as far as that.
  const takesSecret = /claim|seats\/preview|passwords|post \/session/.test(key)
  if (takesSecret && (code === 'notFound' || (key === 'post /session' && code === 'unauthenticated') || code === 'tooMany'))
    return '+'
  // A preview is its reader's own: whoever may bring in hears that this one is gone.
  if (key.includes('/bring-ins/') && code === 'ended') return '+'
  if (status < 300) return '+'
  if (code === 'forbidden') return '-'
  if (code === 'notFound') return '0'
  if (code === 'wrongPhase') return '~'
  return code === 'unauthenticated' ? '?' : `${status} ${code}`
}

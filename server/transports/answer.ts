import type { RefusalCode } from '../../shared/base/index.ts'

interface Outside {
  /** HTTP status of the problem answer. */
  readonly status: number
  /** Close code of the stock y-websocket door: 44xx is final for the client, the rest is temporary (DECIDED 16). */
  readonly close: number
  /** Title of the problem answer; the same for every refusal of this code. */
  readonly title: string
}

/** How each refusal looks outside. The one table for HTTP, Socket.io and the stock door. */
const outside: Readonly<Record<RefusalCode, Outside>> = {
  unauthenticated: { status: 401, close: 4401, title: 'Sign in first' },
  forbidden: { status: 403, close: 4403, title: 'Not allowed' },
  notFound: { status: 404, close: 4404, title: 'Not found' },
  invalid: { status: 400, close: 4400, title: 'Does not fit' },
  malformed: { status: 400, close: 4400, title: 'Cannot be read' },
  tooLarge: { status: 413, close: 4413, title: 'Too large' },
  tooMany: { status: 429, close: 4529, title: 'Too many' },
  conflict: { status: 409, close: 4409, title: 'Conflict' },
  stale: { status: 409, close: 4409, title: 'Changed meanwhile' },
  wrongPhase: { status: 409, close: 4403, title: 'Not at this point of the meeting' },
  frozen: { status: 409, close: 4403, title: 'Adopted' },
  locked: { status: 409, close: 4403, title: 'Locked' },
  foreignClient: { status: 403, close: 4403, title: 'Not your client id' },
  endedClient: { status: 409, close: 4409, title: 'Client id has ended' },
  gap: { status: 409, close: 4409, title: 'Something is missing' },
  shape: { status: 400, close: 4400, title: 'Not a part of a record' },
  overLimit: { status: 413, close: 4413, title: 'Over a limit' },
  outdated: { status: 409, close: 4409, title: 'Please reload' },
  otherEpoch: { status: 409, close: 4409, title: 'The server was restored' },
  ended: { status: 410, close: 4403, title: 'Ended' },
  rightsChanged: { status: 409, close: 4512, title: 'Your rights changed' },
  notSaving: { status: 503, close: 4503, title: 'Not saving at the moment' },
  restarting: { status: 503, close: 1012, title: 'Restarting' },
  internal: { status: 500, close: 1011, title: 'A fault of ours' },
}

/** The HTTP status of a refusal. */
export function statusOf(code: RefusalCode): number {
  return outside[code].status
}

/** The close code of a refusal on the stock y-websocket door. */
export function closeCodeOf(code: RefusalCode): number {
  return outside[code].close
}

/** The short title of a refusal in a problem answer. */
export function titleOf(code: RefusalCode): string {
  return outside[code].title
}

import type { IncomingHttpHeaders } from 'node:http'
import type { Caller } from '../../shared/access/index.ts'
import type { Result } from '../../shared/base/index.ts'
import type { Clock, ReportFault } from '../base/index.ts'
import type { Allowances, Rooms } from '../rooms/index.ts'

/** Who is calling, with the cookie session by which signing out finds its sockets (null for tokens). */
export interface Known {
  readonly caller: Caller
  readonly loginSession: string | null
}

/** What both live doors are built from. */
export interface DoorParts {
  readonly rooms: Rooms
  /** The one function that finds out who is calling, for every door. */
  readonly identify: (headers: IncomingHttpHeaders, authToken: string | null) => Promise<Result<Known>>
  /** Whether a handshake with these headers may come from where it says: a cookie with a foreign Origin may not. */
  readonly originAllowed: (headers: IncomingHttpHeaders) => boolean
  readonly clock: Clock
  readonly reportFault: ReportFault
  /** What a place in a meeting may cost, where that is not the usual: a line may cost some times that. */
  readonly allowances?: Allowances
}

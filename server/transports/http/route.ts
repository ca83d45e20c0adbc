import type { z } from 'zod'
import type { Action, Caller } from '../../../shared/access/index.ts'
import type { Result } from '../../../shared/base/index.ts'
import type { ExportFile } from '../../exports/index.ts'
import type { Workspace } from '../../meetings/index.ts'
import type { Guesses } from './createGuessGuard.ts'

/** Who may call a route at all: an action of the table of rights, or one of three that need no group. */
export type Who = 'anybody' | 'account' | 'administrator' | Action

/** One call as a handler gets it: everything parsed, the caller known. */
export interface Call<Body, Query> {
  readonly at: Workspace
  readonly caller: Caller
  /** The cookie session that asks; null for tokens, guests and strangers. */
  readonly loginSession: string | null
  /** The request's headers, for the accounts, which know the session cookie. */
  readonly headers: Headers
  readonly guesses: Guesses
  readonly body: Body
  /** What a route with `takesFile` was sent; empty for all others. */
  readonly file: Uint8Array
  readonly query: Query
  /** A part of the path; throws for one that the path does not have. */
  param(name: string): string
  /** Adds a `Set-Cookie` line to the answer. */
  setCookie(line: string): void
}

interface Shape<Body extends z.ZodType, Query extends z.ZodType, Answer extends z.ZodType> {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  /** Under `/api`, in Express's words: `/groups/:groupId`. */
  readonly path: string
  readonly summary: string
  readonly who: Who
  readonly body?: Body
  readonly query?: Query
  /** Longest body in bytes; without it the usual 64 kB. Whoever is nobody here is sent away before a longer one is read. */
  readonly maxBytes?: number
  /** The body's bytes reach the handler as they came, in `file`: any file, or JSON that is long to read and has the shape of `body`. */
  readonly takesFile?: true | 'json'
  readonly status: 200 | 201 | 204
  /** Null for 204. */
  readonly answer: Answer | null
}

/** One line of the table of routes: what the door serves, the OpenAPI page describes and the access tests walk through. */
export interface Route extends Shape<z.ZodType, z.ZodType, z.ZodType> {
  /** The answer is an `ExportFile`: bytes with a name, and not JSON. */
  readonly isFile?: true
  /** Also lets in whoever sends a personal token as the password of HTTP Basic, as calendar programs do. */
  readonly acceptsBasic?: true
  /** Whether a wrong try costs: routes that take a secret. */
  readonly handle: (call: Call<unknown, unknown>) => Promise<Result<unknown>>
}

/** Adds a line to the table; body and query reach the handler as their schemas say. */
export function route<Body extends z.ZodType, Query extends z.ZodType, Answer extends z.ZodType>(
  shape: Shape<Body, Query, Answer> & {
    readonly handle: (call: Call<z.infer<Body>, z.infer<Query>>) => Promise<Result<z.input<Answer> | null>>
  },
): Route {
  // The door parses body and query by these very schemas before it calls, so they are what the handler expects.
  return { ...shape, handle: (call) => shape.handle(call as Call<z.infer<Body>, z.infer<Query>>) }
}

/** Adds a line for a document to be fetched. */
export function fileRoute<Query extends z.ZodType>(
  shape: Pick<Route, 'path' | 'summary' | 'who'> & {
    readonly query?: Query
    readonly acceptsBasic?: true
    readonly handle: (call: Call<unknown, z.infer<Query>>) => Promise<Result<ExportFile>>
  },
): Route {
  // As in `route`: the door parses by this very schema before it calls.
  const handle: Route['handle'] = (call) => shape.handle(call as Call<unknown, z.infer<Query>>)
  return { ...shape, method: 'get', status: 200, answer: null, isFile: true, handle }
}

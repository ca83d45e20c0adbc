import { z } from 'zod'
import { ok } from '../../../../shared/base/index.ts'
import {
  claimAdministratorBody,
  previewSeatBody,
  sampleAnswer,
  sessionAnswer,
  setPasswordBody,
  signInBody,
} from '../../../../shared/protocol/index.ts'
import { claimAdministrator, loadSample, previewPasswordLink, readSession, setPassword } from '../../../meetings/index.ts'
import { type Route, route } from '../route.ts'
import { enter, signIn } from '../signIn.ts'
import { signOut } from '../signOut.ts'

/** Signing in and out, and the links that make a first password. */
export const sessionRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/session',
    summary: 'Who is calling. Never refused: a stranger gets nothing but nulls.',
    who: 'anybody',
    status: 200,
    answer: sessionAnswer,
    handle: async ({ at, caller, headers, setCookie }) => {
      if (caller.kind === 'account' && caller.via === 'cookie') {
        // Asked once at each visit, so this is where a session in use is made to last longer.
        for (const line of (await at.accounts.refresh(headers)).cookies) setCookie(line)
      }
      return ok(await readSession(at, caller))
    },
  }),
  route({
    method: 'post',
    path: '/session',
    summary: 'Sign in with e-mail address and password.',
    who: 'anybody',
    body: signInBody,
    status: 200,
    answer: sessionAnswer,
    handle: (call) => signIn(call, call.body.email, call.body.password),
  }),
  route({
    method: 'delete',
    path: '/session',
    summary: "Sign out; closes the session's live connections.",
    who: 'anybody',
    status: 204,
    answer: null,
    handle: signOut,
  }),
  route({
    method: 'post',
    path: '/administrators/claim',
    summary: 'Become the first administrator, by the one-time address of the first start.',
    who: 'anybody',
    body: claimAdministratorBody,
    status: 201,
    answer: sessionAnswer,
    handle: async (call) => {
      const made = await call.guesses.secret(() => claimAdministrator(call.at, call.body))
      return made.ok ? enter(call, made.value, call.body.password) : made
    },
  }),
  route({
    method: 'post',
    path: '/passwords',
    summary: 'Set or reset a password by a one-time link, and sign in.',
    who: 'anybody',
    body: setPasswordBody,
    status: 200,
    answer: sessionAnswer,
    handle: async (call) => {
      const set = await call.guesses.secret(() => setPassword(call.at, call.body))
      return set.ok ? enter(call, set.value, call.body.password) : set
    },
  }),
  route({
    method: 'post',
    path: '/passwords/preview',
    summary: 'Whose password a one-time link would set. No effect.',
    who: 'anybody',
    body: previewSeatBody,
    status: 200,
    answer: z.strictObject({ email: z.string(), name: z.string(), kind: z.enum(['setPassword', 'resetPassword']) }),
    handle: ({ at, body, guesses }) => guesses.secret(async () => previewPasswordLink(at, body.secret)),
  }),
  route({
    method: 'post',
    path: '/sample',
    summary: 'Load the sample group, once; you become its coordinator.',
    who: 'administrator',
    status: 200,
    answer: sampleAnswer,
    handle: ({ at, caller }) => loadSample(at, caller),
  }),
]

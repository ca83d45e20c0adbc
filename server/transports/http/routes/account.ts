import { ok, refuse } from '../../../../shared/base/index.ts'
import {
  changePasswordBody,
  createTokenBody,
  loginAnswer,
  pageOf,
  sessionAnswer,
  tokenAnswer,
  tokenLineAnswer,
} from '../../../../shared/protocol/index.ts'
import { changePassword, createToken, endLogins, endToken, listLogins, listTokens } from '../../../meetings/index.ts'
import { type Route, route } from '../route.ts'
import { enter } from '../signIn.ts'

/** One's own account: the password, where one is signed in, and personal tokens. Nobody else's. */
export const accountRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/account/password',
    summary: 'A new password for yourself, by the present one. Your other sessions end.',
    who: 'account',
    body: changePasswordBody,
    status: 200,
    answer: sessionAnswer,
    handle: async (call) => {
      const { at, caller, body, loginSession } = call
      // Before anything is counted: a token that leaked must not use up its owner's tries.
      if (loginSession === null) return refuse('forbidden', 'A token cannot do this: sign in.')
      const account = caller.kind === 'account' ? caller.person : ''
      const allowed = await call.guesses.signIn(account)
      if (!allowed.ok) return allowed
      const changed = await changePassword(at, caller, loginSession, body)
      if (!changed.ok) return changed
      await call.guesses.signedIn(account)
      return enter(call, changed.value, body.password)
    },
  }),
  route({
    method: 'get',
    path: '/account/sessions',
    summary: 'Where you are signed in, the newest first.',
    who: 'account',
    status: 200,
    answer: pageOf(loginAnswer),
    handle: ({ at, caller, loginSession }) => Promise.resolve(listLogins(at, caller, loginSession)),
  }),
  route({
    method: 'delete',
    path: '/account/sessions',
    summary: 'End all your sessions but this one, with their live connections.',
    who: 'account',
    status: 204,
    answer: null,
    handle: ({ at, caller, loginSession }) => endLogins(at, caller, { allBut: loginSession }),
  }),
  route({
    method: 'delete',
    path: '/account/sessions/:loginId',
    summary: 'End one of your sessions, with its live connections.',
    who: 'account',
    status: 204,
    answer: null,
    handle: ({ at, caller, param }) => endLogins(at, caller, { only: param('loginId') }),
  }),
  route({
    method: 'post',
    path: '/tokens',
    summary: 'A personal access token of your own account, shown this once.',
    who: 'account',
    body: createTokenBody,
    status: 201,
    answer: tokenAnswer,
    handle: ({ at, caller, body }) => createToken(at, caller, body.days ?? null),
  }),
  route({
    method: 'get',
    path: '/tokens',
    summary: 'Your personal access tokens, the newest first; not the tokens themselves.',
    who: 'account',
    status: 200,
    answer: pageOf(tokenLineAnswer),
    handle: ({ at, caller }) => {
      const items = listTokens(at, caller)
      return Promise.resolve(items.ok ? ok({ items: items.value, next: null }) : items)
    },
  }),
  route({
    method: 'delete',
    path: '/tokens/:tokenId',
    summary: 'End one of your personal access tokens, with its live connections.',
    who: 'account',
    status: 204,
    answer: null,
    handle: ({ at, caller, param }) => endToken(at, caller, param('tokenId')),
  }),
]

import type { input } from 'zod'
import type { changePasswordBody, LoginAnswer, PageAnswer, TokenLineAnswer } from '../../shared/protocol/index.ts'
import { request } from './request.ts'

/** What somebody asks about their own account. */
export const accountApi = {
  logins: () => request<PageAnswer<LoginAnswer>>('GET', '/account/sessions'),
  endLogin: (loginId: string) => request<void>('DELETE', `/account/sessions/${encodeURIComponent(loginId)}`),
  endOtherLogins: () => request<void>('DELETE', '/account/sessions'),
  changePassword: (body: input<typeof changePasswordBody>) => request<unknown>('POST', '/account/password', body),
  tokens: () => request<PageAnswer<TokenLineAnswer>>('GET', '/tokens'),
  endToken: (tokenId: string) => request<void>('DELETE', `/tokens/${encodeURIComponent(tokenId)}`),
} as const

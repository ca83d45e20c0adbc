import type { input } from 'zod'
import type {
  AsideAnswer,
  ClaimAnswer,
  CommentAnswer,
  CompareAnswer,
  CreatedMemberAnswer,
  CreatedSeatAnswer,
  claimAdministratorBody,
  claimSeatBody,
  createDelegationBody,
  createMeetingBody,
  createMemberBody,
  createSeatBody,
  DelegationAnswer,
  GroupAnswer,
  LinkAnswer,
  MeetingAnswer,
  MeetingLineAnswer,
  MemberAnswer,
  PageAnswer,
  PreviewAnswer,
  patchGroupBody,
  patchMeetingBody,
  patchMemberBody,
  SampleAnswer,
  SeatAnswer,
  SessionAnswer,
  setPasswordBody,
  signInBody,
  VersionAnswer,
} from '../../shared/protocol/index.ts'
import type { MeetingRecord, PartChange, Sealed } from '../../shared/record/index.ts'
import type { Finding } from '../../shared/session/index.ts'
import { forgetLeaving } from './leaving.ts'
import { request } from './request.ts'

/** A meeting's record as HTTP gives it: the record, and what fixes it once it is circulated. */
export type HttpRecord = MeetingRecord & { readonly version: number | null; readonly fingerprint: string | null }

/** One version whole, as far as the caller may see it. */
export type HttpVersion = Omit<VersionAnswer, 'sealed'> & { readonly sealed: Sealed }

/** Who wrote in a part, as far as the attribution rule lets it be told. */
export type PartWriter = CompareAnswer['changes'][number]['writers'][number]

/** Two versions side by side. */
export type HttpComparison = Omit<CompareAnswer, 'changes'> & {
  readonly changes: readonly (PartChange & { readonly writers: readonly PartWriter[] })[]
}

/** Whose password a one-time link would set. */
export interface PasswordPreview {
  readonly email: string
  readonly name: string
  readonly kind: 'setPassword' | 'resetPassword'
}

const seg = encodeURIComponent

/** Whoever has come in is here, whatever was noted of who left before. */
function cameIn<T>(answer: T): T {
  forgetLeaving(globalThis.localStorage ?? null)
  return answer
}

/** Every question the pages ask over HTTP, by name. Each throws ApiRefused or ApiUnreachable. */
export const api = {
  session: () => request<SessionAnswer>('GET', '/session'),
  claimAdministrator: (body: input<typeof claimAdministratorBody>) =>
    request<unknown>('POST', '/administrators/claim', body).then(cameIn),
  signIn: (body: input<typeof signInBody>) => request<unknown>('POST', '/session', body).then(cameIn),
  signOut: (signal?: AbortSignal) => request<void>('DELETE', '/session', undefined, signal),
  setPassword: (body: input<typeof setPasswordBody>) => request<unknown>('POST', '/passwords', body).then(cameIn),
  previewPassword: (secret: string) => request<PasswordPreview>('POST', '/passwords/preview', { secret }),
  loadSample: () => request<SampleAnswer>('POST', '/sample'),

  groups: () => all<GroupAnswer>('/groups'),
  group: (groupId: string) => request<GroupAnswer>('GET', `/groups/${seg(groupId)}`),
  createGroup: (name: string) => request<GroupAnswer>('POST', '/groups', { name }),
  changeGroup: (groupId: string, body: input<typeof patchGroupBody>) =>
    request<GroupAnswer>('PATCH', `/groups/${seg(groupId)}`, body),

  delegations: (groupId: string) => all<DelegationAnswer>(`/groups/${seg(groupId)}/delegations`),
  addDelegation: (groupId: string, body: input<typeof createDelegationBody>) =>
    request<DelegationAnswer>('POST', `/groups/${seg(groupId)}/delegations`, body),
  changeDelegation: (
    groupId: string,
    delegationId: string,
    body: Partial<Pick<DelegationAnswer, 'name' | 'partyStatus' | 'membership' | 'region'>>,
  ) => request<DelegationAnswer>('PATCH', `/groups/${seg(groupId)}/delegations/${seg(delegationId)}`, body),

  members: (groupId: string) => all<MemberAnswer>(`/groups/${seg(groupId)}/members`),
  addMember: (groupId: string, body: input<typeof createMemberBody>) =>
    request<CreatedMemberAnswer>('POST', `/groups/${seg(groupId)}/members`, body),
  changeMember: (groupId: string, memberId: string, body: input<typeof patchMemberBody>) =>
    request<MemberAnswer>('PATCH', `/groups/${seg(groupId)}/members/${seg(memberId)}`, body),
  removeMember: (groupId: string, memberId: string) =>
    request<void>('DELETE', `/groups/${seg(groupId)}/members/${seg(memberId)}`),
  resetMember: (groupId: string, memberId: string) =>
    request<LinkAnswer>('POST', `/groups/${seg(groupId)}/members/${seg(memberId)}/reset`),

  seats: (groupId: string) => all<SeatAnswer>(`/groups/${seg(groupId)}/seats`),
  createSeat: (groupId: string, body: input<typeof createSeatBody>) =>
    request<CreatedSeatAnswer>('POST', `/groups/${seg(groupId)}/seats`, body),
  revokeSeat: (groupId: string, seatId: string) => request<void>('DELETE', `/groups/${seg(groupId)}/seats/${seg(seatId)}`),
  previewSeat: (secret: string) => request<PreviewAnswer>('POST', '/seats/preview', { secret }),
  claimSeat: (body: input<typeof claimSeatBody>) => request<ClaimAnswer>('POST', '/seats/claim', body).then(cameIn),

  meetings: (groupId: string) => all<MeetingLineAnswer>(`/groups/${seg(groupId)}/meetings`),
  createMeeting: (groupId: string, body: input<typeof createMeetingBody>) =>
    request<MeetingAnswer>('POST', `/groups/${seg(groupId)}/meetings`, body),
  meeting: (meetingId: string) => request<MeetingAnswer>('GET', `/meetings/${seg(meetingId)}`),
  changeMeeting: (meetingId: string, body: input<typeof patchMeetingBody>) =>
    request<MeetingAnswer>('PATCH', `/meetings/${seg(meetingId)}`, body),
  asides: (meetingId: string) => all<AsideAnswer>(`/meetings/${seg(meetingId)}/asides`),
  letGoAside: (meetingId: string, asideId: string) =>
    request<void>('DELETE', `/meetings/${seg(meetingId)}/asides/${seg(asideId)}`),
  record: (meetingId: string) => request<HttpRecord>('GET', `/meetings/${seg(meetingId)}/record`),
  version: (meetingId: string, number: number) => request<HttpVersion>('GET', `/meetings/${seg(meetingId)}/versions/${number}`),
  compare: (meetingId: string, from: number, to: number) =>
    request<HttpComparison>('GET', `/meetings/${seg(meetingId)}/versions/${from}/compare/${to}`),
  comments: (meetingId: string) => all<CommentAnswer>(`/meetings/${seg(meetingId)}/comments`),
  checks: (meetingId: string) => request<{ readonly findings: readonly Finding[] }>('GET', `/meetings/${seg(meetingId)}/checks`),
} as const

/** Reads a list to its end, page by page. */
async function all<T>(path: string): Promise<readonly T[]> {
  const found: T[] = []
  let cursor: string | null = null
  do {
    const query: string = cursor === null ? '?limit=200' : `?limit=200&cursor=${seg(cursor)}`
    const page: PageAnswer<T> = await request<PageAnswer<T>>('GET', path + query)
    found.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return found
}

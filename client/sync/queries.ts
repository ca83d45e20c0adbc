import { api } from './api.ts'
import { readSession } from './keptSession.ts'

/** What each page asks and under which name the answer is kept, so that a change can tell which answers are old. */
export const queries = {
  session: () => ({ queryKey: ['session'] as const, queryFn: () => readSession(globalThis.localStorage ?? null) }),
  groups: () => ({ queryKey: ['groups'] as const, queryFn: api.groups }),
  group: (groupId: string) => ({ queryKey: ['group', groupId] as const, queryFn: () => api.group(groupId) }),
  delegations: (groupId: string) => ({
    queryKey: ['group', groupId, 'delegations'] as const,
    queryFn: () => api.delegations(groupId),
  }),
  members: (groupId: string) => ({ queryKey: ['group', groupId, 'members'] as const, queryFn: () => api.members(groupId) }),
  seats: (groupId: string) => ({ queryKey: ['group', groupId, 'seats'] as const, queryFn: () => api.seats(groupId) }),
  meetings: (groupId: string) => ({ queryKey: ['group', groupId, 'meetings'] as const, queryFn: () => api.meetings(groupId) }),
  meeting: (meetingId: string) => ({ queryKey: ['meeting', meetingId] as const, queryFn: () => api.meeting(meetingId) }),
  /** `turn` is the server's last word that something changed: an answer from before it is old. */
  asides: (meetingId: string, turn: number) => ({
    queryKey: ['meeting', meetingId, 'asides', turn] as const,
    queryFn: () => api.asides(meetingId),
  }),
  /** Written once and never changed; what a reader may see of it can change. */
  version: (meetingId: string, number: number) => ({
    queryKey: ['meeting', meetingId, 'version', number] as const,
    queryFn: () => api.version(meetingId, number),
  }),
  compare: (meetingId: string, from: number, to: number) => ({
    queryKey: ['meeting', meetingId, 'compare', from, to] as const,
    queryFn: () => api.compare(meetingId, from, to),
  }),
  /** `seq` is the number of the session that tells of them: an answer from before it is old. */
  comments: (meetingId: string, seq: number) => ({
    queryKey: ['meeting', meetingId, 'comments', seq] as const,
    queryFn: () => api.comments(meetingId),
  }),
  checks: (meetingId: string) => ({ queryKey: ['meeting', meetingId, 'checks'] as const, queryFn: () => api.checks(meetingId) }),
  record: (meetingId: string) => ({ queryKey: ['meeting', meetingId, 'record'] as const, queryFn: () => api.record(meetingId) }),
} as const

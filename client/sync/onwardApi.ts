import type { input } from 'zod'
import { type CommandId, makeId } from '../../shared/base/index.ts'
import type { BacklogAnswer, ChangesAnswer, createMeetingBody, HandoverAnswer, OpenAnswer } from '../../shared/protocol/index.ts'
import type { LedgerCommand } from '../../shared/register/index.ts'
import { request } from './request.ts'

type WithoutId<Command> = Command extends LedgerCommand ? Omit<Command, 'id'> : never
/** A command of the group's ledger before it has its id. */
export type LedgerDraft = WithoutId<LedgerCommand>

/** From what a new meeting starts. */
export type StartBody = Pick<input<typeof createMeetingBody>, 'from' | 'items' | 'actions' | 'targets' | 'proposals' | 'template'>

const group = (groupId: string) => `/groups/${encodeURIComponent(groupId)}`

/** Questions and commands over all meetings of a group. Each throws ApiRefused or ApiUnreachable. */
export const onwardApi = {
  open: (groupId: string) => request<OpenAnswer>('GET', `${group(groupId)}/open`),
  backlog: (groupId: string) => request<BacklogAnswer>('GET', `${group(groupId)}/backlog`),
  changes: (groupId: string) => request<ChangesAnswer>('GET', `${group(groupId)}/changes`),
  visit: (groupId: string) => request<void>('POST', `${group(groupId)}/visits`),
  handover: (groupId: string) => request<HandoverAnswer>('GET', `${group(groupId)}/handover`),
  /** The id makes it happen once, whatever becomes of the answer. */
  command: (groupId: string, draft: LedgerDraft, id: CommandId) =>
    request<{ readonly seq: number }>('POST', `${group(groupId)}/commands`, { ...draft, id }),
} as const

/** A new id for a command of a ledger, which is also the id of what it makes. */
export function newCommandId(): CommandId {
  return makeId<CommandId>(crypto.getRandomValues(new Uint8Array(16)))
}

/** The same questions under the names by which their answers are kept; all of a group's grow old together. */
export const onwardQueries = {
  open: (groupId: string) => ({ queryKey: ['group', groupId, 'open'] as const, queryFn: () => onwardApi.open(groupId) }),
  backlog: (groupId: string) => ({ queryKey: ['group', groupId, 'backlog'] as const, queryFn: () => onwardApi.backlog(groupId) }),
  changes: (groupId: string) => ({ queryKey: ['group', groupId, 'changes'] as const, queryFn: () => onwardApi.changes(groupId) }),
  handover: (groupId: string) => ({
    queryKey: ['group', groupId, 'handover'] as const,
    queryFn: () => onwardApi.handover(groupId),
  }),
} as const

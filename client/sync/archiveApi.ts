import type { input } from 'zod'
import type {
  ActionsAnswer,
  ArchiveAnswer,
  ledgerCommandBody,
  OutcomesAnswer,
  ParticipationAnswer,
  SearchAnswer,
  ThreadAnswer,
  TokenAnswer,
} from '../../shared/protocol/index.ts'
import { request } from './request.ts'

/** A command of the ledger as it is sent. */
export type LedgerBody = input<typeof ledgerCommandBody>

/** What is asked: names and values; a list is any of its values, what is empty is not asked. */
export type Asking = Readonly<Record<string, string | number | readonly string[] | null | undefined>>

const seg = encodeURIComponent

/** Questions about what lies behind a group: its archive, its registers, and the search over both. */
export const archiveApi = {
  search: (asking: Asking, signal?: AbortSignal) => ask<SearchAnswer>(`/search${repeated(asking)}`, signal),
  archive: (groupId: string | null, asking: Asking, signal?: AbortSignal) =>
    ask<ArchiveAnswer>(`${groupId === null ? '' : `/groups/${seg(groupId)}`}/archive${joined(asking)}`, signal),
  actions: (groupId: string | null, asking: Asking, signal?: AbortSignal) =>
    ask<ActionsAnswer>(`${groupId === null ? '' : `/groups/${seg(groupId)}`}/actions${joined(asking)}`, signal),
  outcomes: (groupId: string | null, asking: Asking, signal?: AbortSignal) =>
    ask<OutcomesAnswer>(`${groupId === null ? '' : `/groups/${seg(groupId)}`}/outcomes${joined(asking)}`, signal),
  thread: (groupId: string, kind: 'outcome' | 'action', id: string) =>
    request<ThreadAnswer>('GET', `/groups/${seg(groupId)}/threads/${kind}/${seg(id)}`),
  participation: (groupId: string, asking: Asking) =>
    request<ParticipationAnswer>('GET', `/groups/${seg(groupId)}/participation${joined(asking)}`),
  /** States a later fact in the group's ledger. */
  state: (groupId: string, command: LedgerBody) =>
    request<{ readonly seq: number }>('POST', `/groups/${seg(groupId)}/commands`, command),
  /** A personal token, for a calendar program; shown this once. */
  makeToken: (days: number) => request<TokenAnswer>('POST', '/tokens', { days }),
} as const

/** The address of a register's file, with the filters of the page. */
export function registerFile(groupId: string, name: 'outcomes.csv' | 'actions.csv' | 'calendar.ics', asking: Asking): string {
  return `/api/groups/${seg(groupId)}/exports/${name}${joined(asking)}`
}

function ask<T>(path: string, signal: AbortSignal | undefined): Promise<T> {
  return request<T>('GET', path, undefined, signal)
}

/** `?kind=agreed&kind=noted`: the search takes a name several times. */
function repeated(asking: Asking): string {
  return query(asking, (values) => values)
}

/** `?status=open,inProgress`: the registers take one list. */
function joined(asking: Asking): string {
  return query(asking, (values) => [values.join(',')])
}

function query(asking: Asking, spread: (values: readonly string[]) => readonly string[]): string {
  const given = Object.entries(asking).flatMap(([name, value]) => {
    if (value === null || value === undefined || value === '') return []
    if (typeof value === 'string' || typeof value === 'number') return [[name, String(value)]]
    return value.length === 0 ? [] : spread(value).map((one) => [name, one])
  })
  const text = new URLSearchParams(given).toString()
  return text === '' ? '' : `?${text}`
}

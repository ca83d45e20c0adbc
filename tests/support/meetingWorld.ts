import { randomBytes } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { type ItemId, makeId, type OutcomeId } from '../../shared/base/index.ts'
import { applyEdit, type RecordEdit } from '../../shared/record/index.ts'
import { type ServerPlace, type ServerProcess, serverProcess } from './serverProcess.ts'

/** A running server with one group and one meeting in session, made over its own doors. */
export interface MeetingWorld {
  readonly server: ServerProcess
  readonly groupId: string
  readonly meetingId: string
  /** A personal token of the coordinator (who is the first administrator). */
  readonly token: string
  readonly email: string
  readonly password: string
  /** Ids of the seeded agenda items and outcomes, in order. */
  readonly items: readonly ItemId[]
  readonly outcomes: readonly OutcomeId[]
  /** Calls the HTTP API as the coordinator. */
  api(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>
  /** A seat link for the meeting. */
  seat(role: 'rapporteur' | 'participant' | 'observer', code?: string): Promise<{ seatId: string; url: string }>
  /** Plain text of the whole record as HTTP gives it. */
  record(): Promise<RecordText>
}

export interface RecordText {
  readonly raw: string
  readonly titles: readonly string[]
  readonly outcomes: readonly string[]
}

const newId = <Id extends string>(): Id => makeId<Id>(randomBytes(16))

interface Seeds {
  readonly items?: readonly string[]
  /** Outcomes of the first item. */
  readonly outcomes?: readonly string[]
  readonly open?: boolean
  /** Environment of the server process. */
  readonly env?: Readonly<Record<string, string>>
  /** Where it runs, if not in a folder of its own. */
  readonly place?: ServerPlace
}

/** Builds the world; it is taken down when the test ends. */
export async function meetingWorld(seeds: Seeds = {}): Promise<MeetingWorld> {
  const server = await serverProcess(seeds.env, undefined, seeds.place)
  onTestFinished(() => server.dispose())
  const email = 'coordinator@example.org'
  const password = 'a long enough password'
  const secret = server.firstAddress.split('#')[1]
  const claimed = await fetch(`${server.url}/api/administrators/claim`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ secret, email, name: 'Ada Coordinator', password }),
  })
  const cookie = claimed.headers.getSetCookie().map((line) => line.split(';')[0])
  const minted = await fetch(`${server.url}/api/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url, cookie: cookie.join('; ') },
    body: '{}',
  })
  const token = String(asObject(await minted.json()).token)

  async function api(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const answer = await fetch(`${server.url}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return text === '' ? {} : asObject(JSON.parse(text))
  }

  const groupId = String((await api('POST', '/groups', { name: 'Universalization Contact Group' })).groupId)
  const delegations = new Map<string, string>()
  for (const [code, name, type] of [
    ['CAN', 'Canada', 'state'],
    ['THA', 'Thailand', 'state'],
    ['ISU', 'Implementation Support Unit', 'other'],
    ['ICBL', 'International Campaign to Ban Landmines', 'ngo'],
  ] as const) {
    const made = await api('POST', `/groups/${groupId}/delegations`, { name, code, type })
    delegations.set(code, String(made.delegationId))
  }
  const start = { title: 'Meeting in Geneva', startsAt: '2026-11-23T13:15', timeZone: 'Europe/Zurich', place: 'Geneva' }
  const meetingId = String((await api('POST', `/groups/${groupId}/meetings`, start)).meetingId)
  if (seeds.open !== false) await api('POST', `/meetings/${meetingId}/commands`, { kind: 'meeting.open', id: newId() })
  const { items, outcomes } = await seedRecord(server, meetingId, token, seeds)

  return {
    server,
    groupId,
    meetingId,
    token,
    email,
    password,
    items,
    outcomes,
    api,
    seat: async (role, code) => {
      const delegationId = code === undefined ? {} : { delegationId: delegations.get(code) }
      const made = await api('POST', `/groups/${groupId}/seats`, { role, meetingId, maxClaims: null, ...delegationId })
      return { seatId: String(made.seatId), url: String(made.url) }
    },
    record: async () => {
      const record = await api('GET', `/meetings/${meetingId}/record`)
      const texts = (list: unknown, field: string) =>
        Array.isArray(list) ? list.map((entry: Record<string, unknown>) => plain(entry[field])) : []
      const inner = asObject(record.record ?? record)
      return { raw: JSON.stringify(record), titles: texts(inner.items, 'title'), outcomes: texts(inner.outcomes, 'text') }
    },
  }
}

/** Writes the seeds through the door for stock clients, as any other program would. */
async function seedRecord(server: ServerProcess, meetingId: string, token: string, seeds: Seeds) {
  const doc = new Y.Doc()
  const provider = stockClient(server.url, meetingId, token, doc)
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  const items: ItemId[] = []
  const outcomes: OutcomeId[] = []
  const edit = (change: RecordEdit) => {
    const done = applyEdit(doc, change, 'seed')
    if (!done.ok) throw new Error(done.refusal.message)
  }
  for (const title of seeds.items ?? ['Opening', 'Multilateral and regional fora', 'Other matters']) {
    const id = newId<ItemId>()
    edit({ kind: 'item.add', id, parent: null, after: 'last', title })
    items.push(id)
  }
  for (const text of seeds.outcomes ?? ['to build on the work already started']) {
    const item = items[0]
    if (item === undefined) break
    const id = newId<OutcomeId>()
    edit({ kind: 'outcome.add', id, item, after: 'last', values: { kind: 'agreed' }, text })
    outcomes.push(id)
  }
  // There is no answer on this door: what a second reader sees has been stored.
  const witness = new Y.Doc()
  const reading = stockClient(server.url, meetingId, token, witness)
  while (witness.getMap('outcomes').size < outcomes.length || witness.getMap('items').size < items.length) {
    await new Promise<void>((resolve) => witness.once('update', () => resolve()))
  }
  for (const client of [provider, reading]) client.destroy()
  return { items, outcomes }
}

/** The stock y-websocket client, as its documentation sets it up on Node. */
export function stockClient(url: string, meetingId: string, token: string, doc: Y.Doc): WebsocketProvider {
  return new WebsocketProvider(`${url.replace('http', 'ws')}/yjs`, meetingId, doc, {
    protocols: ['rapporteur.v1', `bearer.${token}`],
    // The library's declaration wants the browser's class; its documentation names this one for Node.
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
}

/** A new item id for tests that add one. */
export const newItemId = (): ItemId => newId<ItemId>()

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error('Not an object')
  return value as Record<string, unknown> // just checked
}

function plain(blocks: unknown): string {
  if (!Array.isArray(blocks)) return ''
  return blocks
    .flatMap((block: { runs?: { text: string }[] }) => block.runs ?? [])
    .map((run) => run.text)
    .join('')
}

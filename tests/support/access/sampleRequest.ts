import * as Y from 'yjs'
import type { DocumentId, PersonId } from '../../../shared/base/index.ts'
import { packCopy } from '../../../shared/protocol/index.ts'
import type { GroupWorld, HttpWorld } from '../http/httpWorld.ts'
import { append, aside, must, newId } from '../storageSamples.ts'

/** What is sent to a route: its address filled in, and a body of either kind. */
export interface Sample {
  readonly target: string
  readonly body?: unknown
  readonly file?: string
}

/** A request that would be done if the right were there; what it changes or removes is made for it, and nothing the others need. */
export async function sampleRequest(
  world: HttpWorld,
  group: GroupWorld,
  key: string,
  meetingId: string | null = null,
): Promise<Sample> {
  const path = key.split(' ')[1] ?? ''
  const as = group.people.coordinator.token
  const groupPath = `/groups/${group.groupId}`
  const made = async (where: string, body: unknown) => (await world.call('POST', `${groupPath}/${where}`, { as, body })).json
  const member = async () => String((await made('members', { email: `${newId()}@example.org`, role: 'observer' })).memberId)
  const parts: Record<string, () => Promise<string>> = {
    groupId: async () => group.groupId,
    memberId: member,
    delegationId: async () =>
      String(
        (await made('delegations', { name: 'B', code: newId().slice(0, 8).replaceAll('_', '.'), type: 'ngo' })).delegationId,
      ),
    seatId: async () => String((await made('seats', { role: 'observer' })).seatId),
    meetingId: async () => meetingId ?? String((await made('meetings', { title: 'Planned' })).meetingId),
    reportId: async () => String((await made('reports', { meetingIds: [group.meetingId] })).reportId),
    kind: async () => 'outcome',
    id: async () => newId(),
    actionId: async () => newId(),
    asideId: () => keepAside(world, target.split('/')[2] ?? ''),
    copyId: () => keepCopy(world, target.split('/')[2] ?? ''),
    number: async () => '1',
    other: async () => '1',
    bringInId: async () => newId(),
    sourceId: async () => newId(),
    loginId: async () => newId(),
    tokenId: async () => newId(),
    name: async () => (path.startsWith('/groups/') ? 'outcomes.csv' : path.startsWith('/reports/') ? 'report.md' : 'record.md'),
  }
  let target = path
  for (const [part] of path.matchAll(/:\w+/g)) {
    const make = parts[part.slice(1)]
    if (make === undefined) throw new Error(`No sample for ${part} of ${key}: add one here`)
    target = target.replace(part, await make())
  }
  const secret = `${group.groupId}.${'x'.repeat(43)}`
  const password = 'correct horse battery'
  const bodies: Record<string, unknown> = {
    'post /session': { email: `${newId()}@example.org`, password },
    'post /administrators/claim': { secret, email: 'x@example.org', name: 'X', password },
    'post /passwords': { secret, password },
    'post /passwords/preview': { secret },
    'post /seats/preview': { secret },
    'post /seats/claim': { secret, name: 'X' },
    'post /tokens': {},
    'post /account/password': { current: password, password: `${password} staple` },
    'post /groups': { name: 'New' },
    'patch /groups/:groupId': { purpose: 'Other' },
    'post /groups/:groupId/delegations': { name: 'Body', code: newId().slice(0, 8).replaceAll('_', '.'), type: 'ngo' },
    'patch /groups/:groupId/delegations/:delegationId': { region: 'Asia-Pacific' },
    'post /groups/:groupId/members': { email: `${newId()}@example.org`, role: 'observer' },
    'patch /groups/:groupId/members/:memberId': { role: 'participant' },
    'post /groups/:groupId/seats': { role: 'participant' },
    'post /groups/:groupId/meetings': { title: 'New' },
    'post /groups/:groupId/bring-ins/:bringInId/accept': { whole: true },
    'post /groups/:groupId/reports': { meetingIds: [group.meetingId] },
    'post /groups/:groupId/commands': {
      id: newId(),
      kind: 'backlog.propose',
      title: 'Fora',
      purpose: null,
      minutes: null,
      why: 'Put off twice',
    },
    'post /actions/:actionId/progress': { status: 'done' },
    'patch /meetings/:meetingId': { place: `Room ${newId()}` },
    'post /meetings/:meetingId/copies/decisions': decision,
    'post /meetings/:meetingId/commands': { id: newId(), kind: 'meeting.open' },
  }
  if (key === bringCopyRoute) return { target: `${target}${copyAsk()}`, file: copyBytes }
  if (key.endsWith('/bring-ins')) return { target: `${target}?name=a.txt`, file: 'Minutes of the meeting' }
  if (!key.includes('/import')) return { target, body: bodies[key] }
  const copy = await world.call('GET', `/meetings/${group.meetingId}/exports/record.json`, { as })
  return { target, body: copy.json }
}

/** Keeps words aside of somebody who is none of the callers, typed into something deleted meanwhile. */
async function keepAside(world: HttpWorld, meetingId: string): Promise<string> {
  const kept = aside({ id: newId(), reason: 'deletedUnder' })
  const documentId = meetingId as DocumentId // a record's document has its meeting's id
  must(await world.at.storage.documents.append(documentId, append(1, { asides: [kept] })))
  return kept.id
}

const bringCopyRoute = 'post /meetings/:meetingId/copies'
const decision = { variantId: 'a'.repeat(64), what: 'declined' }
const copyAsk = () => `?copyId=${newId()}&epoch=earlier`
/** An empty record; every byte is a letter. */
const copyBytes = String.fromCharCode(
  ...packCopy({ phase: null, standings: {}, statuses: {} }, Y.encodeStateAsUpdate(new Y.Doc())),
)

/** Keeps a copy from before a restore that none of the callers brought. */
async function keepCopy(world: HttpWorld, meetingId: string): Promise<string> {
  const documentId = meetingId as DocumentId // a record's document has its meeting's id
  const { read, sha256 } = must(await world.at.copies.read(Buffer.from(copyBytes), 'nobody'))
  const person = `g:${newId()}` as PersonId
  const copy = { copyId: newId(), documentId, person, at: world.clock.now(), fromEpoch: 'earlier', sha256, bytes: 1 }
  const bounds = { copiesEach: 1, bytesEach: 1, copies: 1_000, bytes: 1_000 }
  must(await world.at.storage.quarantine.add(copy, { raw: new Uint8Array(), read }, bounds))
  return copy.copyId
}

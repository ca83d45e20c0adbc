import { expect, test } from 'vitest'
import { createNewId, systemRandom } from '../../../../server/base/index.ts'
import { routes } from '../../../../server/transports/http/routes.ts'
import type { DocumentId } from '../../../../shared/base/index.ts'
import { type GroupWorld, type HttpWorld, httpWorld } from '../../../support/http/httpWorld.ts'
import { append, aside, must } from '../../../support/storageSamples.ts'

/** Who calls: the four roles, one who was removed, another group's coordinator, an administrator who is in no group, nobody. */
const callers = [
  'coordinator',
  'rapporteur',
  'participant',
  'observer',
  'removed',
  'elsewhere',
  'administrator',
  'stranger',
] as const
type Caller = (typeof callers)[number]

/** `+` lets in, `-` forbids, `0` hides (not found), `?` asks to sign in; one sign for each caller above. */
const everybody = '++++++++'
const members = '++++000?'
const office = '++--000?'
const coordinators = '+---000?'
/** Whoever may not see something is answered as if it were not there. */
const officeSees = '++00000?'

/**
 * The rights of PRODUCT.md over HTTP, written out by hand: a route that is not here fails the test, and so does a line without its
 * route. The meeting is planned, so `wrongPhase` cannot stand in for a missing right.
 */
const matrix: Readonly<Record<string, string>> = {
  'get /session': everybody,
  'post /session': everybody,
  'delete /session': everybody,
  'post /administrators/claim': everybody,
  'post /passwords': everybody,
  'post /passwords/preview': everybody,
  'post /seats/preview': everybody,
  'post /seats/claim': everybody,
  'post /sample': '------+?',
  'post /tokens': '-------?',
  'get /groups': '+++++++?',
  'post /groups': '------+?',
  'get /groups/:groupId': members,
  'patch /groups/:groupId': coordinators,
  'get /groups/:groupId/delegations': members,
  'post /groups/:groupId/delegations': coordinators,
  'get /groups/:groupId/members': members,
  'post /groups/:groupId/members': coordinators,
  'patch /groups/:groupId/members/:memberId': coordinators,
  'delete /groups/:groupId/members/:memberId': coordinators,
  'post /groups/:groupId/members/:memberId/reset': coordinators,
  'get /groups/:groupId/seats': coordinators,
  'post /groups/:groupId/seats': coordinators,
  'delete /groups/:groupId/seats/:seatId': coordinators,
  'get /groups/:groupId/meetings': members,
  'post /groups/:groupId/meetings': office,
  'get /meetings/:meetingId': members,
  'patch /meetings/:meetingId': office,
  'get /meetings/:meetingId/record': members,
  'post /meetings/:meetingId/commands': office,
  'get /meetings/:meetingId/asides': members,
  'delete /meetings/:meetingId/asides/:asideId': officeSees,
}

test('[WEB1] every cell of route and role over HTTP is as the rights say, and every route is in the table', async () => {
  expect(routes.map((route) => `${route.method} ${route.path}`).sort()).toEqual(Object.keys(matrix).sort())
  const world = await httpWorld()
  const group = await world.group()
  const tokens = await tokensOf(world, group)
  const newId = createNewId(systemRandom())
  for (const [key, cells] of Object.entries(matrix)) {
    for (const [index, caller] of callers.entries()) {
      const [method = '', path = ''] = key.split(' ')
      const { target, body } = await ask(world, group, key, path, newId)
      const answer = await world.call(method.toUpperCase(), target, {
        as: tokens[caller],
        ...(body === undefined ? {} : { body }),
      })
      expect(`${key} as ${caller}: ${signOf(answer.status, answer.code, key)}`).toBe(`${key} as ${caller}: ${cells[index]}`)
    }
  }
})

function signOf(status: number, code: string | null, key: string): string {
  // A secret or password made up for the test is not found or not right: the caller was let as far as that.
  const takesSecret = /claim|preview|passwords|post \/session/.test(key)
  if (takesSecret && (code === 'notFound' || (key === 'post /session' && code === 'unauthenticated') || code === 'tooMany'))
    return '+'
  if (status < 300) return '+'
  if (code === 'forbidden') return '-'
  if (code === 'notFound') return '0'
  return code === 'unauthenticated' ? '?' : `${status} ${code}`
}

async function tokensOf(world: HttpWorld, group: GroupWorld): Promise<Record<Caller, string | null>> {
  const { coordinator } = group.people
  const [removed, elsewhere] = [await world.account('Removed'), await world.group('Elsewhere')]
  const body = { email: removed.email, role: 'rapporteur' }
  const path = `/groups/${group.groupId}/members`
  const memberId = (await world.call('POST', path, { as: coordinator.token, body })).text('memberId')
  await world.call('DELETE', `${path}/${memberId}`, { as: coordinator.token })
  return {
    coordinator: coordinator.token,
    rapporteur: group.people.rapporteur.token,
    participant: group.people.participant.token,
    observer: group.people.observer.token,
    removed: removed.token,
    elsewhere: elsewhere.people.coordinator.token,
    administrator: (await world.account('Administrator', { administrator: true })).token,
    stranger: null,
  }
}

/** A request that would be done if the right were there; what it changes or removes is made for it, and nothing the others need. */
async function ask(world: HttpWorld, group: GroupWorld, key: string, path: string, newId: () => string) {
  const as = group.people.coordinator.token
  const groupPath = `/groups/${group.groupId}`
  const made = async (where: string, body: unknown) => (await world.call('POST', `${groupPath}/${where}`, { as, body })).json
  const member = async () => String((await made('members', { email: `${newId()}@example.org`, role: 'observer' })).memberId)
  const parts: Record<string, () => Promise<string>> = {
    groupId: async () => group.groupId,
    memberId: member,
    seatId: async () => String((await made('seats', { role: 'observer' })).seatId),
    meetingId: async () => String((await made('meetings', { title: 'Planned' })).meetingId),
    // Words of somebody who is none of the callers, typed into something deleted meanwhile.
    asideId: async () => {
      const documentId = target.split('/')[2] as DocumentId // a record's document has its meeting's id
      const kept = aside({ id: newId(), reason: 'deletedUnder' })
      must(await world.at.storage.documents.append(documentId, append(1, { asides: [kept] })))
      return kept.id
    },
  }
  let target = path
  for (const [part] of path.matchAll(/:\w+/g)) target = target.replace(part, (await parts[part.slice(1)]?.()) ?? '')
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
    'post /groups': { name: 'New' },
    'patch /groups/:groupId': { purpose: 'Other' },
    'post /groups/:groupId/delegations': { name: 'Body', code: newId().slice(0, 8).replaceAll('_', '.'), type: 'ngo' },
    'post /groups/:groupId/members': { email: `${newId()}@example.org`, role: 'observer' },
    'patch /groups/:groupId/members/:memberId': { role: 'participant' },
    'post /groups/:groupId/seats': { role: 'participant' },
    'post /groups/:groupId/meetings': { title: 'New' },
    'patch /meetings/:meetingId': { place: 'Room 2' },
    'post /meetings/:meetingId/commands': { id: newId(), kind: 'meeting.open' },
  }
  return { target, body: bodies[key] }
}

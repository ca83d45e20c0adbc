import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { claimSeat } from '../../../../server/meetings/index.ts'
import { routes } from '../../../../server/transports/http/routes.ts'
import { type Action, may, mayEver, roles } from '../../../../shared/access/index.ts'
import {
  type DocumentId,
  type GroupId,
  type ItemId,
  type MeetingId,
  type OutcomeId,
  ok,
  type PersonId,
  refuse,
} from '../../../../shared/base/index.ts'
import { packCopy } from '../../../../shared/protocol/index.ts'
import { applyEdit } from '../../../../shared/record/index.ts'
import {
  editsFor,
  everyCommand,
  everyPhase,
  newThings,
  rowsFor,
  type SomePhase,
  sessionFor,
  signFor,
  type Things,
} from '../../../support/everyCommand.ts'
import { callerOf, type GroupWorld, type HttpWorld, httpWorld } from '../../../support/http/httpWorld.ts'
import { RawClient } from '../../../support/live/RawClient.ts'
import { append, aside, meeting, must, newId } from '../../../support/storageSamples.ts'

/**
 * Who calls: the four roles, one who was removed, another group's coordinator, an administrator who is in no group, nobody, and
 * two guests with a participant's seat: one in the meeting that is asked for, one in another meeting of the group.
 */
const callers = [
  'coordinator',
  'rapporteur',
  'participant',
  'observer',
  'removed',
  'elsewhere',
  'administrator',
  'stranger',
  'guest',
  'neighbour',
] as const
type Caller = (typeof callers)[number]
/** Guests have none that would do for every call. */
type Tokens = Readonly<Record<Exclude<Caller, 'guest' | 'neighbour'>, string | null>>

/** `+` lets in, `-` forbids, `0` hides (not found), `?` asks to sign in; one sign for each caller above. */
const everybody = '++++++++++'
const members = '++++000?++'
const office = '++--000?--'
const coordinators = '+---000?--'
/** What lies in one meeting is hidden from whoever has a seat in another. */
const meetingMembers = '++++000?+0'
const meetingOffice = '++--000?-0'
const meetingCoordinators = '+---000?-0'
const meetingOfficeLater = '~~--000?-0'
const meetingDelegates = '+++-000?+0'
const nothingThere = '0000000?00'
/** Observers are answered as if there were no reports; both guests have a seat in the meeting that this one is made from. */
const reportReaders = '+++0000?++'
/** Whoever may not see something is answered as if it were not there. */
const officeSees = '++00000?00'

/**
 * The rights of PRODUCT.md over HTTP, written out by hand: a route that is not here fails the test, and so does a line without its
 * route. The meeting is planned; the other phases follow below.
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
  'post /sample': '------+?--',
  'post /tokens': '-------???',
  'get /groups': '+++++++?++',
  'post /groups': '------+?--',
  'get /groups/:groupId': members,
  'patch /groups/:groupId': coordinators,
  'get /groups/:groupId/delegations': members,
  'post /groups/:groupId/delegations': coordinators,
  'patch /groups/:groupId/delegations/:delegationId': coordinators,
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
  'post /groups/:groupId/meetings/import': office,
  'post /groups/:groupId/bring-ins': office,
  'post /groups/:groupId/bring-ins/:bringInId/accept': office,
  'get /meetings/:meetingId/sources': meetingMembers,
  'get /meetings/:meetingId/sources/:sourceId': nothingThere,
  'post /groups/:groupId/meetings/import/preview': office,
  'get /groups/:groupId/exports/calendar.ics': members,
  'get /groups/:groupId/exports/:name': members,
  'get /groups/:groupId/outcomes': members,
  'get /groups/:groupId/actions': members,
  'get /groups/:groupId/threads/:kind/:id': nothingThere,
  'get /groups/:groupId/participation': members,
  'get /search': '+++++++?++',
  'get /archive': '+++++++?++',
  'get /groups/:groupId/archive': members,
  'get /outcomes': '+++++++?++',
  'get /actions': '+++++++?++',
  // With a proposal; who may state which fact is tried with the rules of the ledger.
  'post /groups/:groupId/commands': '+++-000?++',
  'post /actions/:actionId/progress': nothingThere,
  'get /groups/:groupId/open': office,
  'get /groups/:groupId/backlog': '+++-000?++',
  'get /groups/:groupId/changes': members,
  'post /groups/:groupId/visits': members,
  'get /groups/:groupId/handover': office,
  'get /groups/:groupId/reports': reportReaders,
  'post /groups/:groupId/reports': office,
  'get /reports/:reportId': reportReaders,
  'get /reports/:reportId/exports/:name': reportReaders,
  'get /reports/:reportId/asides': reportReaders,
  'delete /reports/:reportId/asides/:asideId': officeSees,
  'get /meetings/:meetingId': meetingMembers,
  'patch /meetings/:meetingId': meetingOffice,
  'get /meetings/:meetingId/record': meetingMembers,
  'get /meetings/:meetingId/exports/:name': meetingMembers,
  'get /meetings/:meetingId/versions': meetingMembers,
  // A planned meeting has none.
  'get /meetings/:meetingId/versions/:number': nothingThere,
  'get /meetings/:meetingId/versions/:number/compare/:other': nothingThere,
  'get /meetings/:meetingId/comments': meetingDelegates,
  'get /meetings/:meetingId/checks': meetingOffice,
  'get /meetings/:meetingId/session': meetingMembers,
  'post /meetings/:meetingId/commands': meetingOffice,
  'get /meetings/:meetingId/asides': meetingMembers,
  'delete /meetings/:meetingId/asides/:asideId': officeSees,
  'post /meetings/:meetingId/copies': meetingDelegates,
  'get /meetings/:meetingId/copies': meetingDelegates,
  'get /meetings/:meetingId/copies/:copyId/text': officeSees,
  'post /meetings/:meetingId/copies/decisions': meetingCoordinators,
  'delete /meetings/:meetingId/copies/:copyId': meetingCoordinators,
}

test('[WEB1] every cell of route and role over HTTP is as the rights say, and every route is in the table', async () => {
  expect(routes.map((route) => `${route.method} ${route.path}`).sort()).toEqual(Object.keys(matrix).sort())
  const world = await httpWorld()
  const group = await world.group()
  const tokens = await tokensOf(world, group)
  for (const [key, cells] of Object.entries(matrix)) {
    for (const [index, caller] of callers.entries()) {
      const [method = '', path = ''] = key.split(' ')
      const { target, body, file } = await ask(world, group, key, path)
      const answer = await world.call(method.toUpperCase(), target, {
        as: await tokenFor(world, group, caller, tokens, target),
        ...(body === undefined ? {} : { body }),
        ...(file === undefined ? {} : { raw: file, headers: { 'content-type': 'application/octet-stream' } }),
      })
      expect(`${key} as ${caller}: ${signOf(answer.status, answer.code, key)}`).toBe(`${key} as ${caller}: ${cells[index]}`)
    }
  }
})

/** Every route of one meeting but that of its commands: what its right is called, and its signs in each phase. */
const phases = everyPhase
type Asked = SomePhase
type Signs = Readonly<Record<Asked, string>>
const since = (phase: Asked, signs: string, before: string): Signs =>
  // One sign for every phase, by the list of them.
  Object.fromEntries(phases.map((one) => [one, phases.indexOf(one) < phases.indexOf(phase) ? before : signs])) as Signs
const always = (signs: string): Signs => since('planned', signs, signs)
const untilOut = since('circulated', meetingOfficeLater, meetingOffice)
const onceThere = since('draft', meetingMembers, nothingThere)
const meetingMatrix: Readonly<Record<string, readonly [Action, Signs]>> = {
  'get /meetings/:meetingId': ['record.read', always(meetingMembers)],
  'get /meetings/:meetingId/record': ['record.read', always(meetingMembers)],
  'get /meetings/:meetingId/exports/:name': ['record.read', always(meetingMembers)],
  'get /meetings/:meetingId/sources': ['record.read', always(meetingMembers)],
  'get /meetings/:meetingId/sources/:sourceId': ['record.read', always(nothingThere)],
  'get /meetings/:meetingId/versions': ['record.read', always(meetingMembers)],
  'get /meetings/:meetingId/versions/:number': ['record.read', onceThere],
  'get /meetings/:meetingId/versions/:number/compare/:other': ['record.read', onceThere],
  'get /meetings/:meetingId/comments': ['comments.read', always(meetingDelegates)],
  'get /meetings/:meetingId/checks': ['record.check', untilOut],
  'patch /meetings/:meetingId': ['meeting.editHead', untilOut],
  'get /meetings/:meetingId/session': ['record.read', always(meetingMembers)],
  'get /meetings/:meetingId/asides': ['aside.read', always(meetingMembers)],
  'delete /meetings/:meetingId/asides/:asideId': ['aside.settle', always(officeSees)],
  'post /meetings/:meetingId/copies': ['copy.bring', always(meetingDelegates)],
  'get /meetings/:meetingId/copies': ['copy.bring', always(meetingDelegates)],
  'get /meetings/:meetingId/copies/:copyId/text': ['copy.read', always(officeSees)],
  'post /meetings/:meetingId/copies/decisions': ['copy.settle', always(meetingCoordinators)],
  'delete /meetings/:meetingId/copies/:copyId': ['copy.settle', always(meetingCoordinators)],
}

test('[ACC20] in each phase every route of a meeting answers each caller by the rights, and a refused call changes nothing', async () => {
  const own = routes.map((route) => `${route.method} ${route.path}`).filter((key) => key.includes(' /meetings/'))
  expect([...Object.keys(meetingMatrix), commandsRoute].sort()).toEqual(own.sort())
  const world = await httpWorld()
  const group = await world.group()
  const tokens = await tokensOf(world, group)
  for (const phase of phases) {
    const place = await placeInPhase(world, group, phase)
    for (const [key, [action, signs]] of Object.entries(meetingMatrix)) {
      for (const [index, caller] of callers.entries()) {
        const sign = signs[phase][index]
        // What is not there yet is hidden from those who may read it, too.
        if (signs[phase] !== nothingThere) agreesWithRights(caller, action, phase, sign)
        const before = await stored(world, place.meetingId)
        const [method = '', path = ''] = key.split(' ')
        const aside = path.includes(':asideId') ? await keepAside(world, place.meetingId) : ''
        const copy = path.includes(':copyId') ? await keepCopy(world, place.meetingId) : ''
        const bringing = key === bringCopyRoute
        const answer = await world.call(
          method.toUpperCase(),
          `${path}${bringing ? copyAsk() : ''}`
            .replace(':meetingId', place.meetingId)
            .replace(':asideId', aside)
            .replace(':copyId', copy)
            .replace(':name', 'record.md')
            .replace(':number', '1')
            .replace(':other', '1'),
          {
            as: caller === 'guest' ? place.guest : caller === 'neighbour' ? place.neighbour : tokens[caller],
            ...(method === 'patch' ? { body: { place: `Room ${newId()}` } } : {}),
            ...(key.endsWith('/decisions') ? { body: decision } : {}),
            ...(bringing ? { raw: copyBytes, headers: { 'content-type': 'application/octet-stream' } } : {}),
          },
        )
        const what = `${key} as ${caller}, ${phase}`
        expect(`${what}: ${signOf(answer.status, answer.code, key)}`).toBe(`${what}: ${sign}`)
        const after = await stored(world, place.meetingId)
        const isChange = sign === '+' && method === 'patch'
        expect(`${what}: ${after.seq - before.seq}`).toBe(`${what}: ${isChange ? 1 : 0}`)
        if (!isChange) expect(after.session).toEqual(before.session)
        if (aside !== '') expect(`${what}: ${after.asides - before.asides}`).toBe(`${what}: ${sign === '+' ? 0 : 1}`)
      }
    }
  }
})

const commandsRoute = 'post /meetings/:meetingId/commands'

test('[ACC20] in each phase every command over HTTP answers each caller by the rights, and a refused one changes nothing', {
  timeout: 120_000,
}, async () => {
  const world = await httpWorld()
  const group = await world.group()
  const tokens = await tokensOf(world, group)
  for (const phase of phases) {
    const refusing = await placeInPhase(world, group, phase)
    for (const [kind, { right, signs, draft }] of Object.entries(everyCommand)) {
      // The four roles, four who have no place, a guest with a participant's seat, and one of another meeting.
      const line = `${signs[phase]}000?${signFor('participant', signs[phase])}0`
      for (const [index, caller] of callers.entries()) {
        const sign = line[index]
        agreesWithRights(caller, right, phase, sign)
        const things = newThings(newId<ItemId>(), newId<OutcomeId>())
        const isRole = roles.some((role) => role === caller)
        // Guests are asked with the right that they do not have, or not now; with one that they have, roles are enough.
        if (sign === '+' && !isRole) continue
        const place = sign === '+' ? await planted(world, group, phase, kind as Kind, things, caller) : refusing
        const before = await stored(world, place.meetingId)
        const answer = await world.call('POST', `/meetings/${place.meetingId}/commands`, {
          as: caller === 'guest' ? refusing.guest : caller === 'neighbour' ? refusing.neighbour : tokens[caller],
          body: { ...draft(things), id: newId() },
        })
        const what = `${kind} as ${caller}, ${phase}`
        expect(`${what}: ${signOf(answer.status, answer.code, commandsRoute)}`).toBe(`${what}: ${sign}`)
        const after = await stored(world, place.meetingId)
        expect(`${what}: ${after.seq - before.seq}`).toBe(`${what}: ${sign === '+' ? 1 : 0}`)
        if (sign !== '+') expect(after.session).toEqual(before.session)
      }
    }
  }
})

type Kind = keyof typeof everyCommand

/** A meeting of the group in which this command of this caller does something. */
async function planted(world: HttpWorld, group: GroupWorld, phase: Asked, kind: Kind, things: Things, caller: Caller) {
  const role = roles.find((one) => one === caller) ?? 'participant'
  const who = must(asKnown(callerOf(world, group.people[role])))
  const doc = new Y.Doc()
  const { first, outcome } = things
  must(applyEdit(doc, { kind: 'item.add', id: first, parent: null, after: 'last', title: 'First' }, 'test'))
  must(applyEdit(doc, { kind: 'outcome.add', id: outcome, item: first, after: 'last', text: 'The Group agreed.' }, 'test'))
  for (const edit of editsFor(things)) must(applyEdit(doc, edit, 'test'))
  const base = meeting(group.groupId as GroupId) // the server's own answer gave it
  const session = { ...base.session, phase, ...sessionFor(kind, things, who, phase) }
  const { meetings } = world.at.storage
  must(await meetings.create({ ...base, session }, Y.encodeStateAsUpdate(doc)))
  const change = { from: session.seq, next: { ...session, seq: session.seq + 1 }, commands: [], ...rowsFor(things, who, phase) }
  must(await meetings.commit(base.meetingId, change))
  return { meetingId: base.meetingId as string }
}

function asKnown(caller: ReturnType<typeof callerOf>) {
  return caller.kind === 'stranger' ? refuse('unauthenticated', 'Nobody') : ok(caller)
}

/** What each caller is let in as, by phase: `p` with the pen, `r` to read plain data, `0` and `?` as above. */
const joins: Signs = {
  planned: 'pppr000?p0',
  inSession: 'pppr000?p0',
  suspended: 'pppr000?p0',
  draft: 'pprr000?r0',
  circulated: 'rrrr000?r0',
  adopted: 'rrrr000?r0',
}

test('[ACC23] in each phase the live door lets each caller in with the pen, to read, or not at all', async () => {
  const world = await httpWorld()
  const group = await world.group()
  const tokens = await tokensOf(world, group)
  for (const phase of phases) {
    const place = await placeInPhase(world, group, phase)
    // The server's own answer gave the id; nothing is typed here, so that no outcome is named.
    const where = { url: world.url, meetingId: place.meetingId as MeetingId, outcomeId: newId<OutcomeId>() }
    for (const transport of ['websocket', 'polling'] as const) {
      for (const [index, caller] of callers.entries()) {
        const token = caller === 'guest' ? place.guest : caller === 'neighbour' ? place.neighbour : tokens[caller]
        const what = `${caller}, ${phase}, ${transport}`
        if (token === null) {
          // A stranger does not even get a connection.
          await expect(RawClient.connect(where, null, transport), what).rejects.toThrow('unauthenticated')
          expect(joins[phase][index]).toBe('?')
          continue
        }
        const client = await RawClient.connect(where, { token }, transport)
        expect(`${what}: ${joinSign(await client.tryEnter())}`).toBe(`${what}: ${joins[phase][index]}`)
        client.socket.disconnect()
      }
    }
  }
})

/** A pen has the document, and nobody else has a byte of it. */
function joinSign(answer: Awaited<ReturnType<RawClient['tryEnter']>>): string {
  if (!answer.ok) return answer.refusal.code === 'notFound' ? '0' : answer.refusal.code
  const { mode, update, stateVector } = answer.value
  if (mode === 'pen') return update === null ? 'pen without a document' : 'p'
  return update === null && stateVector === null ? 'r' : 'reader with bytes'
}

/** The signs above are written by hand; where a role stands behind the caller, the table of rights must say the same. */
function agreesWithRights(caller: Caller, action: Action, phase: Asked, sign: string | undefined): void {
  const role = caller === 'guest' ? 'participant' : roles.find((one) => one === caller)
  if (role === undefined) return
  const rules = { participantsEdit: 'everything', participantsEditDraft: false } as const
  const no = action === 'aside.settle' || action === 'copy.read' ? '0' : mayEver(role, action, rules) ? '~' : '-'
  expect(`${caller} ${action} ${phase}: ${sign}`).toBe(
    `${caller} ${action} ${phase}: ${may(role, action, { phase, rules }) ? '+' : no}`,
  )
}

/** A meeting brought to this phase by its commands, with a guest of it and a guest of another. */
async function placeInPhase(world: HttpWorld, group: GroupWorld, phase: Asked) {
  const as = group.people.coordinator.token
  const made = await world.call('POST', `/groups/${group.groupId}/meetings`, { as, body: { title: phase } })
  const meetingId = made.text('meetingId')
  const steps: Readonly<Record<Asked, readonly string[]>> = {
    planned: [],
    inSession: ['meeting.open'],
    suspended: ['meeting.open', 'meeting.suspend'],
    draft: ['meeting.open', 'meeting.close'],
    circulated: ['meeting.open', 'meeting.close', 'record.circulate'],
    adopted: ['meeting.open', 'meeting.close', 'record.circulate', 'record.adopt'],
  }
  for (const kind of steps[phase]) {
    const body = { id: newId(), kind, ...(await saidWith(kind, world, meetingId)) }
    expect((await world.call('POST', `/meetings/${meetingId}/commands`, { as, body })).status).toBe(200)
  }
  return {
    meetingId,
    guest: await guestToken(world, group, meetingId),
    neighbour: await guestToken(world, group, group.meetingId),
  }
}

/** What these two commands say beside their kind. */
async function saidWith(kind: string, world: HttpWorld, meetingId: string): Promise<object> {
  if (kind === 'record.circulate') {
    return { deadline: new Date(world.clock.now() + 86_400_000).toISOString(), timeZone: 'UTC', mode: 'decision' }
  }
  return kind === 'record.adopt' ? { seen: (await stored(world, meetingId)).session.circulation?.fingerprint } : {}
}

async function stored(world: HttpWorld, meetingId: string) {
  const meeting = await world.at.storage.meetings.get(meetingId as MeetingId) // the server's own answer gave it
  if (meeting === null) throw new Error('The meeting is gone')
  const asides = (await world.at.rooms.asides(meeting.meetingId)).length
  return { seq: meeting.session.seq, phase: meeting.session.phase, session: meeting.session, asides }
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

function signOf(status: number, code: string | null, key: string): string {
  // A secret or password made up for the test is not found or not right: the caller was let as far as that.
  const takesSecret = /claim|seats\/preview|passwords|post \/session/.test(key)
  if (takesSecret && (code === 'notFound' || (key === 'post /session' && code === 'unauthenticated') || code === 'tooMany'))
    return '+'
  // A preview is its reader's own: whoever may bring in hears that this one is gone.
  if (key.includes('/bring-ins/') && code === 'ended') return '+'
  if (status < 300) return '+'
  if (code === 'forbidden') return '-'
  if (code === 'notFound') return '0'
  if (code === 'wrongPhase') return '~'
  return code === 'unauthenticated' ? '?' : `${status} ${code}`
}

async function tokensOf(world: HttpWorld, group: GroupWorld): Promise<Tokens> {
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

/** A guest's place hangs on the meeting that is asked for, and ends when they sign out: each call has a guest of its own. */
async function tokenFor(world: HttpWorld, group: GroupWorld, caller: Caller, tokens: Tokens, target: string) {
  if (caller !== 'guest' && caller !== 'neighbour') return tokens[caller]
  const asked = /^\/meetings\/([^/]+)/.exec(target)?.[1]
  return guestToken(world, group, caller === 'guest' && asked !== undefined ? asked : group.meetingId)
}

async function guestToken(world: HttpWorld, group: GroupWorld, meetingId: string): Promise<string> {
  const body = { role: 'participant', meetingId }
  const seat = await world.call('POST', `/groups/${group.groupId}/seats`, { as: group.people.coordinator.token, body })
  const secret = seat.text('url').split('#')[1] ?? ''
  // Past the door, which counts the made-up secrets of the other calls as guesses and would soon take none.
  const { token } = must(await claimSeat(world.at, { kind: 'stranger' }, { secret, name: 'Gus' }))
  if (token === null) throw new Error('A guest without a token')
  return token
}

/** A request that would be done if the right were there; what it changes or removes is made for it, and nothing the others need. */
async function ask(world: HttpWorld, group: GroupWorld, key: string, path: string) {
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
    meetingId: async () => String((await made('meetings', { title: 'Planned' })).meetingId),
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
    name: async () => (path.startsWith('/groups/') ? 'outcomes.csv' : path.startsWith('/reports/') ? 'report.md' : 'record.md'),
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
    'patch /meetings/:meetingId': { place: 'Room 2' },
    'post /meetings/:meetingId/copies/decisions': decision,
    'post /meetings/:meetingId/commands': { id: newId(), kind: 'meeting.open' },
  }
  if (key === bringCopyRoute) return { target: `${target}${copyAsk()}`, file: copyBytes }
  if (key.endsWith('/bring-ins')) return { target: `${target}?name=a.txt`, file: 'Minutes of the meeting' }
  if (!key.includes('/import')) return { target, body: bodies[key] }
  const copy = await world.call('GET', `/meetings/${group.meetingId}/exports/record.json`, { as })
  return { target, body: copy.json }
}

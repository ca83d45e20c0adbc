import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Action, may, mayEver, roles } from '../../../shared/access/index.ts'
import { type GroupId, type ItemId, type OutcomeId, ok, refuse } from '../../../shared/base/index.ts'
import { applyEdit } from '../../../shared/record/index.ts'
import { type Caller, callers, roleIn, tokensOf } from '../../support/access/callers.ts'
import { signOf } from '../../support/access/expectedSign.ts'
import { placeInPhase, stored } from '../../support/access/placeInPhase.ts'
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
} from '../../support/everyCommand.ts'
import { callerOf, type GroupWorld, type HttpWorld, httpWorld } from '../../support/http/httpWorld.ts'
import { meeting, must, newId } from '../../support/storageSamples.ts'

test('[ACC20] in each phase every command over HTTP answers each caller by the rights, and a refused one changes nothing', {
  timeout: 120_000,
}, async () => {
  const world = await httpWorld()
  const group = await world.group()
  const tokens = await tokensOf(world, group)
  for (const phase of everyPhase) {
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
        expect(`${what}: ${signOf(answer.status, answer.code, 'commands')}`).toBe(`${what}: ${sign}`)
        const after = await stored(world, place.meetingId)
        expect(`${what}: ${after.seq - before.seq}`).toBe(`${what}: ${sign === '+' ? 1 : 0}`)
        if (sign !== '+') expect(after.session).toEqual(before.session)
      }
    }
  }
})

type Kind = keyof typeof everyCommand

/** A meeting of the group in which this command of this caller does something. */
async function planted(world: HttpWorld, group: GroupWorld, phase: SomePhase, kind: Kind, things: Things, caller: Caller) {
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

/** The signs above are written by hand; where a role stands behind the caller, the table of rights must say the same. */
function agreesWithRights(caller: Caller, action: Action, phase: SomePhase, sign: string | undefined): void {
  const role = roleIn(caller)
  if (role === null) return
  const rules = { participantsEdit: 'everything', participantsEditDraft: false } as const
  const no = mayEver(role, action, rules) ? '~' : '-'
  expect(`${caller} ${action} ${phase}: ${sign}`).toBe(
    `${caller} ${action} ${phase}: ${may(role, action, { phase, rules }) ? '+' : no}`,
  )
}

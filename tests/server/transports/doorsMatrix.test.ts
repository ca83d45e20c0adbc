import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Action, type EditingRules, may, mayEver, roles } from '../../../shared/access/index.ts'
import type { CommandId, ItemId, OutcomeId } from '../../../shared/base/index.ts'
import { applyEdit, findText } from '../../../shared/record/index.ts'
import { type SessionCommand, sessionCommandSchema } from '../../../shared/session/index.ts'
import {
  editsFor,
  everyCommand,
  everyPhase,
  newThings,
  rowsFor,
  sessionFor,
  signFor,
  type Things,
} from '../../support/everyCommand.ts'
import { liveWorld, type Person, type World } from '../../support/live/liveWorld.ts'
import { codeOf, must, RawClient, type TransportName, textOf, typeInto } from '../../support/live/RawClient.ts'
import { editAsStockClient, pushUninvited } from '../../support/live/StockClient.ts'
import { newId } from '../../support/storageSamples.ts'

const phases = everyPhase
type Phase = (typeof phases)[number]
type Role = (typeof roles)[number]

const everyRules: readonly EditingRules[] = [
  { participantsEdit: 'everything', participantsEditDraft: false },
  { participantsEdit: 'everything', participantsEditDraft: true },
  { participantsEdit: 'agenda', participantsEditDraft: false },
  { participantsEdit: 'agenda', participantsEditDraft: true },
]

const doors = ['websocket', 'polling', 'stock'] as const
type Part = 'agenda' | 'text'
/** `yes` is stored; the others are the code of the refusal. */
type Answer = 'yes' | 'forbidden' | 'wrongPhase'

/** Edits of both parts of the record, each of which changes something every time it is done. */
const edits: Readonly<Record<string, { readonly part: Part; readonly act: (doc: Y.Doc, world: World) => void }>> = {
  'item.add': {
    part: 'agenda',
    act: (doc) => did(applyEdit(doc, { kind: 'item.add', id: newId(), parent: null, after: 'last', title: 'Added' }, 'own')),
  },
  'item.move': { part: 'agenda', act: moveSomething },
  'outcome text': { part: 'text', act: (doc, world) => typeInto(doc, world, ' More.') },
  notes: { part: 'text', act: takeNote },
}

/** The rights of the product page, "Rights", in words of this test; `may` is asked beside it and must agree. */
function expected(role: Role, phase: Phase, rules: EditingRules, part: Part): Answer {
  switch (role) {
    case 'coordinator':
    case 'rapporteur':
      return isFirm(phase) ? 'wrongPhase' : 'yes'
    case 'observer':
      return 'forbidden'
    case 'participant':
      if (part === 'text' && rules.participantsEdit === 'agenda') return 'forbidden'
      return isFirm(phase) || (phase === 'draft' && !rules.participantsEditDraft) ? 'wrongPhase' : 'yes'
    default:
      throw new Error(role satisfies never)
  }
}

/** Who holds no pen at all is not let in by the stock door, whatever they meant to write. */
function holdsNoPen(role: Role, phase: Phase, rules: EditingRules): boolean {
  if (isFirm(phase)) return true
  return role === 'observer' || (role === 'participant' && phase === 'draft' && !rules.participantsEditDraft)
}

/** Out or adopted: nobody edits (DECIDED 12). */
function isFirm(phase: Phase): boolean {
  return phase === 'circulated' || phase === 'adopted'
}

describe.each(phases)('%s', (phase) => {
  test.each(everyRules)(
    '[ACC21] participants edit $participantsEdit, a draft $participantsEditDraft: every role, door and edit',
    async (rules) => {
      const second = { kind: 'item.add', id: newId<ItemId>(), parent: null, after: 'last', title: 'Second' } as const
      const world = await liveWorld({ phase, rules, edits: () => [second] })
      if (phase === 'adopted') await freeze(world)
      const watching = await RawClient.join(world, world.people.coordinator)
      for (const role of roles) {
        for (const door of doors) {
          const person = personOf(world, role)
          const client = door === 'stock' ? null : await RawClient.connect(world, person, door)
          if (client !== null) await client.enter()
          for (const [name, { part, act }] of Object.entries(edits)) {
            const what = `${role}, ${phase}, ${JSON.stringify(rules)}, ${door}, ${name}`
            const answer = expected(role, phase, rules, part)
            const right: Action = part === 'agenda' ? 'record.editAgenda' : 'record.editText'
            expect(`${what}: ${may(role, right, { phase, rules })}`).toBe(`${what}: ${answer === 'yes'}`)
            const before = await world.storedDocument()
            const { after, update } = changed(before, (doc) => act(doc, world))
            if (client !== null) {
              const sent = await client.send(update)
              expect(`${what}: ${sent.ok ? 'yes' : codeOf(sent)}`).toBe(`${what}: ${answer}`)
              const stored = await world.storedDocument()
              expect(`${what}: ${isSame(stored, answer === 'yes' ? after : before)}`).toBe(`${what}: true`)
            } else if (answer === 'yes') {
              const own = await editAsStockClient(world, person, (doc) => act(doc, world))
              expect(`${what}: ${own.end}`).toBe(`${what}: saved`)
              expect(`${what}: ${isSame(await world.storedDocument(), own.doc)}`).toBe(`${what}: true`)
              expect(`${what}: ${isSame(own.doc, before)}`).toBe(`${what}: false`)
            } else {
              // Both refusals are final for a stock client.
              if (holdsNoPen(role, phase, rules)) {
                const turnedAway = await pushUninvited(world, person, update)
                expect(`${what}: ${JSON.stringify(turnedAway)}`).toBe(`${what}: {"end":4403,"heard":0}`)
              } else {
                const { end } = await editAsStockClient(world, person, (doc) => act(doc, world))
                expect(`${what}: ${end}`).toBe(`${what}: 4403`)
              }
              expect(`${what}: ${isSame(await world.storedDocument(), before)}`).toBe(`${what}: true`)
            }
          }
          client?.socket.disconnect()
        }
      }
      // Whoever was there all the time has heard what is stored, and nothing else.
      const stored = await world.storedDocument()
      if (isFirm(phase)) {
        expect(watching.all('record.frame')).toEqual([])
        expect(world.faults).toEqual([])
        return
      }
      // Its answer comes behind all that was told before.
      must(
        await watching.ask('record.sync', { meetingId: world.meetingId, stateVector: textOf(Y.encodeStateVector(watching.doc)) }),
      )
      expect(isSame(watching.doc, stored)).toBe(true)
      expect(world.faults).toEqual([])
    },
  )
})

const kinds = Object.keys(everyCommand) as SessionCommand['kind'][] // the keys of a literal of our own

test('[ACC22] every command that the wire knows stands in the table of this test', () => {
  const known = sessionCommandSchema.options.map((option) => option.shape.kind.value)
  expect(kinds.toSorted()).toEqual(known.toSorted())
})

describe.each(everyPhase)('%s', (phase) => {
  test('[ACC22] in each phase and over each door every command is done, refused or not possible now by its role, and what is refused changes nothing', {
    timeout: 120_000,
  }, async () => {
    // A right that is there changes the session, so each of those has a world of its own; refusals share one.
    const refusing = await liveWorld({ phase })
    for (const kind of kinds) {
      const { signs, right } = everyCommand[kind]
      for (const role of roles) {
        const sign = signFor(role, signs[phase])
        const rules = { participantsEdit: 'everything', participantsEditDraft: false } as const
        const asked = may(role, right, { phase, rules }) ? '+' : mayEver(role, right, rules) ? '~' : '-'
        expect(`${role} ${kind} ${phase}: ${asked}`).toBe(`${role} ${kind} ${phase}: ${sign}`)
        const door = kinds.indexOf(kind) % 2 === roles.indexOf(role) % 2 ? 'websocket' : 'polling'
        const { world, things } = sign === '+' ? await worldFor(kind, role, phase) : inWorld(refusing)
        const before = await sessionOf(world)
        const draft = everyCommand[kind].draft(things)
        const answer = await command(world, role, door, { ...draft, id: newId<CommandId>() } as SessionCommand) // a draft and its id
        const expected = { '+': 'yes', '~': 'wrongPhase', '-': 'forbidden' }[sign]
        expect(`${role}, ${phase}, ${door}, ${kind}: ${answer}`).toBe(`${role}, ${phase}, ${door}, ${kind}: ${expected}`)
        const after = await sessionOf(world)
        expect(`${role}, ${kind}: ${after.seq - before.seq}`).toBe(`${role}, ${kind}: ${sign === '+' ? 1 : 0}`)
        expect(`${role}, ${kind}: ${JSON.stringify(after) === JSON.stringify(before)}`).toBe(`${role}, ${kind}: ${sign !== '+'}`)
        if (sign === '+') await world.close()
      }
    }
    expect(refusing.faults).toEqual([])
  })
})

function inWorld(world: World): { readonly world: World; readonly things: Things } {
  return { world, things: newThings(world.itemId, world.outcomeId) }
}

/** A world in which this command of this role does something. */
async function worldFor(kind: SessionCommand['kind'], role: Role, phase: Phase) {
  const ids = { itemId: newId<ItemId>(), outcomeId: newId<OutcomeId>() }
  const things = newThings(ids.itemId, ids.outcomeId)
  const world = await liveWorld({ phase, ids, edits: () => editsFor(things) })
  const person = personOf(world, role)
  const caller = world.callerOf(person)
  const stored = await sessionOf(world)
  const next = { ...stored, ...sessionFor(kind, things, caller, phase), seq: stored.seq + 1 }
  const change = { from: stored.seq, next, commands: [], ...rowsFor(things, caller, phase) }
  must(await world.storage.meetings.commit(world.meetingId, change))
  return { world, things }
}

/** Closes the document in the store, as adoption does. */
async function freeze(world: World): Promise<void> {
  const stored = await sessionOf(world)
  const next = { ...stored, seq: stored.seq + 1 }
  must(await world.storage.meetings.commit(world.meetingId, { from: stored.seq, next, commands: [], freeze: true }))
}

async function command(world: World, role: Role, door: TransportName, sent: SessionCommand): Promise<string> {
  const client = await RawClient.join(world, personOf(world, role), door)
  const answer = await client.ask('session.command', { meetingId: world.meetingId, command: sent })
  client.socket.disconnect()
  return answer.ok ? 'yes' : codeOf(answer)
}

async function sessionOf(world: World) {
  const meeting = await world.storage.meetings.get(world.meetingId)
  if (meeting === null) throw new Error('The meeting is gone')
  return meeting.session
}

function personOf({ people }: World, role: Role): Person {
  return role === 'participant' ? people.boris : people[role]
}

/** A copy of the record with the edit in it, and the edit as one update under an id of its own. */
function changed(before: Y.Doc, act: (doc: Y.Doc) => void): { readonly after: Y.Doc; readonly update: Uint8Array } {
  const after = new Y.Doc()
  Y.applyUpdate(after, Y.encodeStateAsUpdate(before))
  after.transact(() => act(after))
  const update = Y.encodeStateAsUpdate(after, Y.encodeStateVector(before))
  expect(isSame(after, before)).toBe(false)
  return { after, update }
}

/** Whether the same letters are there, and the same deleted. */
function isSame(one: Y.Doc, other: Y.Doc): boolean {
  return Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other))
}

/** Puts the last item before all others. */
function moveSomething(doc: Y.Doc): void {
  const items = [...doc.getMap<Y.Map<unknown>>('items')]
  const last = items.sort(([, one], [, other]) => (String(one.get('order')) < String(other.get('order')) ? -1 : 1)).at(-1)
  if (last === undefined || items.length < 2) throw new Error('Nothing to move')
  did(applyEdit(doc, { kind: 'item.move', id: last[0] as ItemId, parent: null, after: null }, 'own')) // a key of this map is an item's id
}

/** Types a line into the notes of the sample's item. */
function takeNote(doc: Y.Doc, world: World): void {
  const notes = findText(doc, { root: 'items', id: world.itemId, field: 'notes' })
  if (notes === null) throw new Error('The item has no notes')
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('Said.')])
  notes.insert(notes.length, [paragraph])
}

function did(applied: ReturnType<typeof applyEdit>): void {
  if (!applied.ok) throw new Error(`${applied.refusal.code}: ${applied.refusal.message}`)
}

import { expect, test } from 'vitest'
import type { ItemId } from '../../../shared/base/index.ts'
import { type CommandDraft, decide, evolve, waiting } from '../../../shared/session/index.ts'
import { fc } from '../../support/chance.ts'
import { agenda, anong, around, chair, norway, Room, rapporteur, someone, thailand, withId, worded } from './room.ts'

type Draft = CommandDraft

/** What two chairs may press at once, both from what they see now; null where it cannot be pressed. */
const pairs: readonly ((room: Room, pick: number) => readonly [Draft, Draft] | null)[] = [
  ({ state }) => [
    { kind: 'item.next', from: state.current },
    { kind: 'item.next', from: state.current },
  ],
  ({ state }, pick) => [
    { kind: 'item.next', from: state.current },
    { kind: 'item.open', item: otherThan(state.current, pick), from: state.current },
  ],
  ({ state }, pick) => [
    { kind: 'item.open', item: otherThan(state.current, pick), from: state.current },
    { kind: 'item.open', item: otherThan(state.current, pick + 1), from: state.current },
  ],
  ({ state }) => {
    const after = state.floor.speaking?.request.id ?? null
    const press: Draft = { kind: 'floor.next', after }
    return waiting(state).length === 0 ? null : [press, press]
  },
  ({ state }, pick) => {
    const after = state.floor.speaking?.request.id ?? null
    const list = waiting(state)
    const chosen = list[pick % Math.max(1, list.length)]
    return chosen === undefined
      ? null
      : [
          { kind: 'floor.give', request: chosen.id, after },
          { kind: 'floor.next', after },
        ]
  },
  ({ state }) =>
    state.reading === null
      ? null
      : [
          { kind: 'outcome.agree', outcome: worded },
          { kind: 'outcome.setStanding', outcome: worded, standing: 'bracketed' },
        ],
]

function otherThan(current: ItemId | null, pick: number): ItemId {
  const others = agenda.filter((item) => item.id !== current)
  return others[pick % others.length]?.id ?? agenda[0].id
}

const moves = ['item.opened', 'item.left', 'floor.given', 'floor.ended', 'standing.changed']
const stale = ['movedOn', 'notBeingRead', 'alreadyAgreed']
const rounds = fc.array(fc.record({ pair: fc.nat(50), pick: fc.nat(50), swap: fc.boolean(), ms: fc.nat(9_000) }), {
  minLength: 5,
  maxLength: 30,
  size: 'max',
})

test('[SES24] of two chairs who press at once from what both saw, one moves the meeting and the other hears that it has moved on', () => {
  let tried = 0
  fc.assert(
    fc.property(rounds, (list) => {
      const room = new Room()
      room.must(chair, { kind: 'meeting.open' })
      for (const { pair, pick, swap, ms } of list) {
        room.pass(ms)
        // There is always somebody who waits, and something that is read out.
        for (const delegation of [thailand, norway]) {
          room.press(someone('participant', delegation.name, delegation), { kind: 'floor.ask', intervention: 'statement' })
        }
        room.press(chair, { kind: 'outcome.setStanding', outcome: worded, standing: 'proposed' })
        room.press(chair, { kind: 'outcome.readOut', outcome: worded })
        const drafts = pairs[pair % pairs.length]?.(room, pick) ?? null
        if (drafts === null) continue
        const [first, second] = swap ? [drafts[1], drafts[0]] : drafts
        const firstAnswer = room.press(chair, first)
        // At the end of the agenda there may be nothing to move to: then nobody has moved.
        if (firstAnswer !== 'ok') continue
        const made = room.events.filter((event) => moves.includes(event.kind))
        const between = room.state
        const secondAnswer = room.press(rapporteur, second)
        expect(stale, `${first.kind} then ${second.kind}: ${secondAnswer}`).toContain(secondAnswer)
        expect(room.state).toBe(between)
        expect(made.length).toBeGreaterThan(0)
        tried += 1
      }
    }),
    { numRuns: 500 },
  )
  expect(tried).toBeGreaterThan(500)
})

test('[SES25] any interleaving of two chairs and the floor leaves one open item and one speaker at most, and each move answers to what its sender saw', () => {
  const steps = fc.array(fc.record({ chair: fc.boolean(), look: fc.boolean(), pair: fc.nat(50), pick: fc.nat(50) }), {
    minLength: 10,
    maxLength: 60,
    size: 'max',
  })
  fc.assert(
    fc.property(steps, (list) => {
      const room = new Room()
      room.must(chair, { kind: 'meeting.open' })
      const seen = [room.state, room.state]
      list.forEach(({ chair: isFirst, look, pair, pick }, index) => {
        room.pass(1_000).press(anong, { kind: 'floor.ask', intervention: 'statement' })
        const who = isFirst ? 0 : 1
        if (look) seen[who] = room.state
        const saw = seen[who] ?? room.state
        const view = Object.assign(new Room(), { state: saw })
        const draft = pairs[pair % pairs.length]?.(view, pick)?.[who]
        if (draft === undefined) return
        const before = room.state
        const decided = decide(before, withId(draft, 10_000 + index), isFirst ? chair : rapporteur, around(room.now))
        if (!decided.ok) return
        if ('from' in draft) expect(saw.current).toBe(before.current)
        if ('after' in draft) expect(saw.floor.speaking?.request.id).toBe(before.floor.speaking?.request.id)
        room.state = decided.value.reduce(evolve, before)
        const opened = decided.value.filter((event) => event.kind === 'item.opened')
        const given = decided.value.filter((event) => event.kind === 'floor.given')
        expect(opened.length).toBeLessThanOrEqual(1)
        expect(given.length).toBeLessThanOrEqual(1)
      })
    }),
    { numRuns: 500 },
  )
})

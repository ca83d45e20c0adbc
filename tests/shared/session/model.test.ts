import { describe, expect, test } from 'vitest'
import type { ActionId, CommandId, ItemId } from '../../../shared/base/index.ts'
import type { Attribution } from '../../../shared/record/index.ts'
import { type Actor, type CommandDraft, changeHead, itemTime, speakerTime, waiting } from '../../../shared/session/index.ts'
import { fc } from '../../support/chance.ts'
import { id } from '../record/world.ts'
import { Model, type Presser } from './Model.ts'
import {
  agenda,
  anong,
  bracketed,
  chair,
  earlier,
  empty,
  niran,
  nora,
  norway,
  olga,
  other,
  Room,
  rapporteur,
  thailand,
  worded,
} from './room.ts'

const numRuns = Number(process.env.RUNS ?? 1_000)
const seed = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) }
const people = [chair, rapporteur, anong, niran, nora, olga] as const
const rules = ['named', 'delegationType', 'none'] as const
/** Words to read, or null where they cannot be agreed as they stand. */
const texts = new Map<string, number | null>([
  [worded, 6],
  [empty, null],
  [bracketed, null],
  [other, 3],
])

/** One press, with small numbers for what it is about; `sees` says whether the sender saw the present state or an old one. */
interface Press {
  readonly kind: CommandDraft['kind']
  readonly who: number
  readonly a: number
  readonly b: number
  readonly sees: boolean
  readonly ms: number
  readonly rule: Attribution | null
}

const kinds = [
  'meeting.open',
  'meeting.suspend',
  'meeting.resume',
  'meeting.close',
  'item.open',
  'item.next',
  'item.back',
  'item.close',
  'item.putOff',
  'timer.pause',
  'timer.resume',
  'floor.ask',
  'floor.withdraw',
  'floor.give',
  'floor.next',
  'floor.end',
  'floor.move',
  'floor.openList',
  'floor.closeList',
  'outcome.readOut',
  'outcome.stopReading',
  'outcome.agree',
  'outcome.setStanding',
  'action.review',
] as const
const often = [
  'floor.ask',
  'floor.ask',
  'floor.ask',
  'floor.move',
  'floor.move',
  'floor.next',
  'item.next',
  'meeting.open',
  'meeting.resume',
  'outcome.readOut',
] as const
/** A meeting that is closed soon tells little. */
const lively = kinds.filter((kind) => kind !== 'meeting.close')

const small = fc.nat(1_000)
const pressOf = (ms: fc.Arbitrary<number>): fc.Arbitrary<Press> =>
  fc.record({
    kind: fc.oneof(
      { weight: 60, arbitrary: fc.constantFrom(...lively, ...often) },
      { weight: 1, arbitrary: fc.constantFrom(...kinds) },
    ),
    who: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0, 1) }, { weight: 2, arbitrary: fc.nat(people.length - 1) }),
    a: small,
    b: small,
    sees: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    ms,
    rule: fc.oneof({ weight: 30, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...rules) }),
  })
const forward = fc.array(pressOf(fc.nat(20_000)), { minLength: 1, maxLength: 60, size: 'max' })
const anyClock = fc.array(pressOf(fc.integer({ min: -8_000_000, max: 8_000_000 })), { minLength: 1, maxLength: 60, size: 'max' })

/** Runs a sequence on the rules and on the model, and asks after each press whether they still tell the same. */
class Run {
  readonly room: Room
  readonly model: Model
  /** Every request that was ever made. */
  readonly requests: CommandId[] = []
  count = 0

  constructor(rule: Attribution) {
    this.room = new Room(rule)
    this.model = new Model(agenda, texts, this.room.now, rule, [`${earlier.meeting} ${earlier.action}`])
  }

  step(press: Press): void {
    const { room, model } = this
    room.pass(press.ms)
    model.tick(press.ms)
    if (press.rule !== null) {
      room.state = changeHead(room.state, { attribution: press.rule })
      if (press.rule === 'none') model.turns = 0
      model.rule = press.rule
    }
    const actor = people[press.who % people.length] ?? chair
    const draft = this.draftOf(press)
    this.count += 1
    const commandId = id<CommandId>(1_000 + this.count)
    const before = room.state
    const answer = room.press(actor, draft)
    const told = model.press(presserOf(actor), draft, commandId)
    if (told !== (answer === 'ok')) throw new Error(`${this.count} ${draft.kind} by ${actor.name}: ${answer}, told ${told}`)
    if (answer === 'ok' && draft.kind === 'floor.ask') this.requests.push(commandId)
    if (answer !== 'ok') expect(room.state).toBe(before)
  }

  private draftOf({ kind, a, b, sees }: Press): CommandDraft {
    const { state } = this.room
    const item = agenda[a % agenda.length]?.id ?? agenda[0].id
    const outcome = [worded, other, empty, bracketed][a % 8 >= 4 ? 0 : a % 4] ?? worded
    const list = waiting(state)
    const request = list[a % Math.max(1, list.length)]?.id ?? this.requests[a % Math.max(1, this.requests.length)] ?? id(7)
    const from: ItemId | null = sees ? state.current : item
    const after = sees
      ? (state.floor.speaking?.request.id ?? null)
      : (this.requests[b % Math.max(1, this.requests.length)] ?? null)
    switch (kind) {
      case 'item.open':
        return { kind, item, from }
      case 'item.next':
      case 'item.back':
        return { kind, from }
      case 'item.close':
      case 'item.putOff':
        return { kind, item }
      case 'timer.pause':
      case 'timer.resume':
        return { kind, of: b % 2 === 0 ? 'item' : 'speaker' }
      case 'floor.ask': {
        const intervention = (['statement', 'reply', 'statement', 'pointOfOrder'] as const)[a % 4] ?? 'statement'
        const delegation = b % 5 === 0 ? thailand.id : b % 5 === 1 ? norway.id : undefined
        return { kind, intervention, ...(delegation === undefined ? {} : { delegation }) }
      }
      case 'floor.withdraw':
        return { kind, request: sees ? request : (this.requests[b % Math.max(1, this.requests.length)] ?? id(7)) }
      case 'floor.give':
        return { kind, request, after }
      case 'floor.next':
        return { kind, after }
      case 'floor.end':
        return { kind, request: after ?? request }
      case 'floor.move':
        return { kind, request, before: b % 3 === 0 ? null : (list[b % Math.max(1, list.length)]?.id ?? null) }
      case 'outcome.readOut':
      case 'outcome.stopReading':
      case 'outcome.agree':
        return { kind, outcome }
      case 'outcome.setStanding':
        return { kind, outcome, standing: b % 2 === 0 ? 'proposed' : 'bracketed' }
      case 'action.review': {
        const action = a % 7 === 0 ? id<ActionId>(7) : earlier.action
        const status = ([null, 'inProgress', 'done'] as const)[b % 3] ?? null
        return { kind, action, meeting: earlier.meeting, status, note: a % 2 === 0 ? null : 'Said.' }
      }
      default:
        // The rest has no fields.
        return { kind } as CommandDraft
    }
  }
}

function presserOf({ role, person, delegation }: Actor): Presser {
  if (role === null) throw new Error('Strangers do not press here')
  return { role, person, delegation: delegation?.id ?? null }
}

function each(steps: fc.Arbitrary<readonly Press[]>, ask: (run: Run) => void): void {
  fc.assert(
    fc.property(fc.constantFrom(...rules), steps, (rule, list) => {
      const run = new Run(rule)
      for (const press of list) {
        run.step(press)
        ask(run)
      }
    }),
    { numRuns, ...seed },
  )
}

describe('whatever is pressed by whomever', { timeout: 900_000 }, () => {
  test('[SES20] yes and no are as a second telling of the rules says; items, standing, list and times are the same, and times add up to what the clocks ran', () => {
    each(forward, ({ room, model }) => {
      const { state, here } = room
      const told = {
        where: [model.phase, model.current],
        items: agenda.map(({ id: item }) => [model.items.get(item)?.progress, model.items.get(item)?.ms]),
        list: model.waiting().map((request) => request.id),
        speaking: [model.speaker?.id, model.speaker?.ms],
        turns: model.turns,
        standings: [...texts.keys()].map((outcome) => model.standings.get(outcome)),
        reviews: [...model.reviews],
      }
      expect({
        where: [state.phase, state.current],
        items: agenda.map((item) => [state.proceedings[item.id]?.progress ?? 'new', itemTime(state, item, here).usedMs]),
        list: waiting(state).map((request) => request.id),
        speaking: [state.floor.speaking?.request.id, speakerTime(state, here)?.usedMs],
        turns: state.interventions.length,
        standings: [...texts.keys()].map((outcome) => state.standings[outcome]),
        reviews: state.reviews.map(({ action, status, note }) => [action, `${status} ${note}`]),
      }).toEqual(told)
    })
  })

  test('[SES21] no request stands twice, waiting, speaking or kept, and points of order come first', () => {
    each(forward, ({ room: { state } }) => {
      const ids = [...state.floor.requests, ...state.interventions].map((one) => one.id)
      if (state.floor.speaking !== null) ids.push(state.floor.speaking.request.id)
      expect(new Set(ids).size).toBe(ids.length)
      const kindsWaiting = waiting(state).map((one) => one.intervention === 'pointOfOrder')
      expect(kindsWaiting).toEqual([...kindsWaiting].sort((a, b) => Number(b) - Number(a)))
    })
  })

  test('[SES22] no time is ever negative, however the clock jumps', () => {
    fc.assert(
      fc.property(anyClock, (list) => {
        const room = new Room()
        room.now = 1_000_000_000
        const run = new Run('named')
        run.room.now = room.now
        run.model.now = room.now
        for (const press of list) {
          const before = run.room.state
          run.room.pass(press.ms)
          run.model.tick(press.ms)
          run.step({ ...press, ms: 0 })
          const { state, here } = run.room
          for (const item of agenda) {
            expect(itemTime(state, item, here).usedMs).toBeGreaterThanOrEqual(0)
            expect(state.proceedings[item.id]?.usedMs ?? 0).toBeGreaterThanOrEqual(before.proceedings[item.id]?.usedMs ?? 0)
          }
          expect(speakerTime(state, here)?.usedMs ?? 0).toBeGreaterThanOrEqual(0)
          for (const turn of state.interventions) expect(turn.ms).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: Math.ceil(numRuns / 4), ...seed },
    )
  })

  test('[SES23] nothing stands in the session that the attribution rule forbids, also after the rule was tightened', () => {
    each(forward, ({ room: { state } }) => {
      const { attribution } = state.head
      if (attribution === 'named') return
      const kept = JSON.stringify([
        state.history,
        state.fixings,
        state.interventions,
        state.reading?.actor,
        state.standings,
        state.reviews,
      ])
      const said = [...people, thailand, norway].map(({ name }) => name).filter((name) => kept.includes(name))
      expect(said).toEqual([])
      expect([thailand.id, norway.id].filter((delegation) => kept.includes(delegation))).toEqual([])
      if (attribution === 'none') expect(state.interventions).toEqual([])
    })
  })
})

import { describe, expect, test } from 'vitest'
import type { CommandId } from '../../../shared/base/index.ts'
import {
  type Actor,
  adoptBySilence,
  type CommandDraft,
  countComments,
  isOpenObjection,
  silenceAdopts,
} from '../../../shared/session/index.ts'
import { fc } from '../../support/chance.ts'
import { id } from '../record/world.ts'
import {
  anong,
  chair,
  circulated,
  dayMs,
  drafted,
  hourMs,
  nora,
  olga,
  out,
  paragraph,
  type Room,
  rapporteur,
  second,
} from './room.ts'

const numRuns = Number(process.env.RUNS ?? 1_000)
const seed = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) }
const people = [chair, rapporteur, anong, nora, olga] as const

interface Step {
  readonly kind: (typeof kinds)[number]
  readonly who: number
  readonly pick: number
  readonly ms: number
  /** Whether the server's own hour rings now. */
  readonly rings: boolean
}

const kinds = [
  'record.circulate',
  'record.circulate',
  'record.circulate',
  'record.setDeadline',
  'record.recall',
  'record.adopt',
  'record.correct',
  'record.addend',
  'record.withdraw',
  'comment.make',
  'comment.make',
  'comment.withdraw',
  'comment.withdraw',
  'comment.answer',
] as const

const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom(...kinds),
    who: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(people.length - 1) }),
    pick: fc.nat(1_000),
    ms: fc.oneof(fc.nat(hourMs), fc.nat(2 * dayMs), fc.constant(0)),
    rings: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  }),
  { minLength: 5, maxLength: 60, size: 'max' },
)

function draftOf({ kind, pick }: Step, room: Room): CommandDraft {
  const comments = [...room.comments.keys()]
  const comment = comments[pick % Math.max(1, comments.length)] ?? id<CommandId>(7)
  const deadline = new Date(room.now + (1 + (pick % 72)) * hourMs).toISOString()
  const timeZone = 'Asia/Bangkok'
  switch (kind) {
    case 'record.circulate':
      return { kind, deadline, timeZone, mode: pick % 3 === 0 ? 'decision' : 'silence' }
    case 'record.setDeadline':
      return { kind, deadline, timeZone, reason: 'Holidays' }
    case 'record.recall':
      return { kind }
    case 'record.adopt': {
      // Mostly what is out, else something that was.
      const { circulation, versions } = room.state
      const earlier = versions[pick % versions.length]?.fingerprint
      return { kind, seen: (pick % 4 === 0 ? earlier : circulation?.fingerprint) ?? 'f'.repeat(64) }
    }
    case 'record.correct':
      return { kind, corrections: [{ part: second, text: `Words ${pick}` }], reason: 'A slip' }
    case 'record.addend':
      return { kind, title: 'Later', paragraphs: ['More.'], reason: 'Found' }
    case 'record.withdraw':
      return { kind, reason: 'Another meeting' }
    case 'comment.make':
      return { kind, part: paragraph, what: pick % 2 === 0 ? 'objection' : 'comment', text: 'It was said otherwise.' }
    case 'comment.withdraw':
      return { kind, comment }
    case 'comment.answer':
      return { kind, comment, answer: (['takenIn', 'takenInPart', 'notTaken'] as const)[pick % 3] ?? 'notTaken', word: `${pick}` }
  }
}

/** `answer` is that of the room, or `rung` where the clock rang. */
function each(ask: (room: Room, before: Room, step: Step, answer: string) => void): void {
  fc.assert(
    fc.property(steps, (list) => {
      const room = drafted()
      for (const step of list) {
        room.pass(step.ms)
        if (step.rings) {
          const before = room.fork()
          room.happen(adoptBySilence(room.state, room.here))
          ask(room, before, step, 'rung')
        }
        const before = room.fork()
        const answer = room.press(people[step.who % people.length] ?? chair, draftOf(step, room))
        ask(room, before, step, answer)
      }
    }),
    { numRuns, ...seed },
  )
}

describe('whatever is pressed after the meeting, by whomever, with the clock ringing or not', { timeout: 900_000 }, () => {
  test('[AFT35] nothing changes a version once it is made, and versions are numbered without a gap', () => {
    each(({ state }, { state: before }) => {
      expect(state.versions.slice(0, before.versions.length)).toEqual(before.versions)
      for (const [index, version] of before.versions.entries()) expect(state.versions[index]).toBe(version)
      expect(state.versions.map((version) => version.number)).toEqual(state.versions.map((_, index) => index + 1))
      const revisions = state.versions.flatMap(({ revision }) => revision ?? [])
      expect(revisions).toEqual(revisions.map((_, index) => index + 1))
    })
  })

  test('[AFT36] what is adopted is what was circulated, adopted once, never with an open objection, and by silence never before the deadline', () => {
    let bySilence = 0
    let byDecision = 0
    each((room, { state: before, comments }) => {
      const { state } = room
      expect(state.phase === 'adopted').toBe(state.adoption !== null)
      expect(state.phase === 'circulated').toBe(state.circulation !== null)
      if (before.adoption !== null) {
        expect(state.adoption).toBe(before.adoption)
        return
      }
      const firm = state.adoption
      if (firm === null) return
      const { circulation } = before
      expect(circulation).not.toBeNull()
      expect(firm.fingerprint).toBe(circulation?.fingerprint)
      expect(before.versions.findLast(({ kind }) => kind === 'circulated')?.fingerprint).toBe(firm.fingerprint)
      expect([...comments.values()].filter(isOpenObjection)).toEqual([])
      if (firm.how === 'silence') {
        bySilence += 1
        expect(circulation?.mode).toBe('silence')
        expect(room.now).toBeGreaterThanOrEqual(circulation?.deadline ?? Number.POSITIVE_INFINITY)
        // Whatever became of it later: no objection was open when the deadline came.
        const wasOpen = [...comments.values()].filter(
          ({ what, at, withdrawnAt }) => what === 'objection' && at < firm.at && (withdrawnAt ?? 0) > firm.at,
        )
        expect(wasOpen).toEqual([])
      } else {
        byDecision += 1
        expect(silenceAdopts(before, room.here)).toBe(false)
      }
    })
    expect(Math.min(bySilence, byDecision)).toBeGreaterThan(10)
  })

  test('[AFT37] counts equal the comments, and a comment’s own words never change', () => {
    each(({ state, comments }, before) => {
      expect(state.comments).toEqual(countComments([...comments.values()]))
      for (const [key, earlier] of before.comments) {
        const { answer: _answer, withdrawnAt: _withdrawnAt, ...words } = earlier
        expect(comments.get(key)).toMatchObject(words)
      }
    })
  })

  test('[AFT38] a refused command changes nothing, and participants and observers never circulate, recall, adopt or amend', () => {
    each((room, before, { kind, who }, answer) => {
      if (answer === 'rung') return
      if (answer !== 'ok') {
        expect([room.state, room.comments]).toEqual([before.state, before.comments])
        expect(room.state).toBe(before.state)
        return
      }
      const { role } = people[who % people.length] ?? olga
      const isAllowed =
        role === 'coordinator' || (kind === 'comment.make' || kind === 'comment.withdraw' ? role !== 'observer' : false)
      const isShared = ['record.circulate', 'record.recall', 'comment.answer'].includes(kind)
      expect(isAllowed || (isShared && role === 'rapporteur'), `${role} ${kind}`).toBe(true)
    })
  })
})

/** What two may press at once, both from what they see now; at most one of them moves the record. */
const pairs: readonly (readonly [
  string,
  (room: Room, said: CommandId) => readonly [Actor, CommandDraft],
  (room: Room, said: CommandId) => readonly [Actor, CommandDraft],
])[] = [
  ['adopt and object', adopt, () => [nora, { kind: 'comment.make', part: paragraph, what: 'objection', text: 'No.' }]],
  ['adopt and recall', adopt, () => [rapporteur, { kind: 'record.recall' }]],
  ['adopt and adopt', adopt, adopt],
  ['adopt and take in', adopt, take],
  ['take in and recall', take, () => [chair, { kind: 'record.recall' }]],
  [
    'answer and withdraw',
    (_, said) => [rapporteur, { kind: 'comment.answer', comment: said, answer: 'notTaken', word: 'No.' }],
    (_, said) => [nora, { kind: 'comment.withdraw', comment: said }],
  ],
]

function adopt(room: Room): readonly [Actor, CommandDraft] {
  return [chair, { kind: 'record.adopt', seen: out(room) }]
}

function take(_: Room, comment: CommandId): readonly [Actor, CommandDraft] {
  return [rapporteur, { kind: 'comment.answer', comment, answer: 'takenIn', word: 'Yes.' }]
}

test.each(pairs)(
  '[AFT39] of two who press at once, one comes first and the other is answered by what it left: %s',
  (_, one, other) => {
    for (const isFirst of [true, false]) {
      const room = circulated()
      const said = room.must(nora, { kind: 'comment.make', part: paragraph, what: 'correction', text: 'It was said otherwise.' })
      const presses = [one(room, said), other(room, said)]
      const [first, then] = isFirst ? presses : presses.toReversed()
      if (first === undefined || then === undefined) throw new Error('Two press')
      expect(room.press(...first)).toBe('ok')
      const between = room.state
      const answer = room.press(...then)
      // Never both: adopted and back in draft, adopted and objected to, or adopted twice.
      const kinds = [first[1].kind, then[1].kind]
      if (kinds.includes('comment.withdraw')) {
        expect(answer).toBe(kinds[0] === 'comment.withdraw' ? 'commentWithdrawn' : 'ok')
      } else if (kinds[1] === 'comment.answer' && between.phase !== 'circulated') {
        // An answer is still given, for what comes after; it moves nothing.
        expect(answer).toBe('ok')
        expect(room.state.phase).toBe(between.phase)
      } else {
        expect(['isAdopted', 'isDraft', 'objectionOpen']).toContain(answer)
        expect(room.state).toBe(between)
      }
      expect(room.state.comments).toEqual(countComments([...room.comments.values()]))
      expect(room.state.adoption !== null && room.state.comments.objections > 0).toBe(false)
    }
  },
)

import { describe, expect, test } from 'vitest'
import { type Role, roles } from '../../../shared/access/index.ts'
import type { CommandId } from '../../../shared/base/index.ts'
import type { Phase } from '../../../shared/record/index.ts'
import { type CommandDraft, decide, type SessionCommand, sessionCommandSchema } from '../../../shared/session/index.ts'
import { id } from '../record/world.ts'
import {
  anong,
  chair,
  circulated,
  dayMs,
  earlier,
  inMs,
  inSession,
  nora,
  one,
  paragraph,
  Room,
  someone,
  task,
  thailand,
  three,
  two,
  withId,
  worded,
  worked,
} from './room.ts'

interface Situation {
  readonly room: Room
  /** Nora's request, where she waits. */
  readonly waits: CommandId
  /** Anong's request, where she has the floor. */
  readonly speaks: CommandId | null
  /** The chair's own comment, where there is one. */
  readonly said?: CommandId
}

const nobody = id<CommandId>(9)

/** The situations of the table's columns, in their order; the state in each is made by pressing. */
const situations: Readonly<Record<string, () => Situation>> = {
  planned: () => ({ room: new Room(), waits: nobody, speaks: null }),
  'in session': () => {
    const room = new Room()
    room.must(chair, { kind: 'meeting.open' })
    return { room, waits: nobody, speaks: null }
  },
  'somebody waits': () => {
    const room = inSession()
    const waits = room.must(nora, { kind: 'floor.ask', intervention: 'statement' })
    return { room, waits, speaks: null }
  },
  'somebody speaks': speaking,
  'clock paused, list closed, words read out': () => {
    const room = inSession()
    room.must(chair, { kind: 'item.close', item: one })
    room.must(chair, { kind: 'timer.pause', of: 'item' })
    room.must(chair, { kind: 'floor.closeList' })
    room.must(chair, { kind: 'outcome.readOut', outcome: worded })
    return { room, waits: nobody, speaks: null }
  },
  'words agreed': () => {
    const room = inSession()
    room.must(chair, { kind: 'outcome.readOut', outcome: worded })
    room.must(chair, { kind: 'outcome.agree', outcome: worded })
    return { room, waits: nobody, speaks: null }
  },
  suspended: () => {
    const situation = speaking()
    situation.room.must(chair, { kind: 'meeting.suspend' })
    return situation
  },
  draft: () => {
    const { room } = speaking()
    room.must(chair, { kind: 'meeting.close' })
    return { room, waits: nobody, speaks: null }
  },
  circulated: out,
  adopted: firm,
  'circulated, objection open': () => {
    const situation = out()
    situation.room.must(nora, { kind: 'comment.make', part: paragraph, what: 'objection', text: 'No.' })
    return situation
  },
  'circulated, silence over': () => {
    const situation = out()
    situation.room.pass(3 * dayMs)
    return situation
  },
  withdrawn: () => {
    const situation = firm()
    situation.room.must(chair, { kind: 'record.withdraw', reason: 'Another meeting.' })
    return situation
  },
}

function out(): Situation {
  const room = circulated()
  const said = room.must(chair, { kind: 'comment.make', part: paragraph, what: 'comment', text: 'Well.' })
  return { room, waits: nobody, speaks: null, said }
}

function firm(): Situation {
  const situation = out()
  situation.room.must(chair, { kind: 'record.adopt', seen: situation.room.state.circulation?.fingerprint ?? '' })
  return situation
}

function speaking(): Situation {
  const room = inSession()
  const speaks = room.must(anong, { kind: 'floor.ask', intervention: 'statement' })
  room.must(chair, { kind: 'floor.next', after: null })
  const waits = room.must(nora, { kind: 'floor.ask', intervention: 'statement' })
  return { room, waits, speaks }
}

const drafts: { readonly [K in SessionCommand['kind']]: (at: Situation) => Omit<Extract<CommandDraft, { kind: K }>, 'kind'> } = {
  'meeting.open': () => ({}),
  'meeting.suspend': () => ({}),
  'meeting.resume': () => ({}),
  'meeting.close': () => ({}),
  'meeting.closeToObservers': () => ({ closed: true }),
  'item.open': ({ room }) => ({ item: three, from: room.state.current }),
  'item.next': ({ room }) => ({ from: room.state.current }),
  'item.back': ({ room }) => ({ from: room.state.current }),
  'item.close': () => ({ item: two }),
  'item.putOff': () => ({ item: two }),
  'item.reopen': () => ({ item: one }),
  'item.closeToObservers': () => ({ item: two, closed: true }),
  'timer.pause': () => ({ of: 'item' }),
  'timer.resume': () => ({ of: 'item' }),
  'timer.add': () => ({ of: 'item', minutes: 5 }),
  'floor.ask': () => ({ intervention: 'statement' }),
  'floor.withdraw': ({ waits }) => ({ request: waits }),
  'floor.give': ({ waits, speaks }) => ({ request: waits, after: speaks }),
  'floor.next': ({ speaks }) => ({ after: speaks }),
  'floor.end': ({ speaks }) => ({ request: speaks ?? nobody }),
  'floor.move': ({ waits }) => ({ request: waits, before: null }),
  'floor.openList': () => ({}),
  'floor.closeList': () => ({}),
  'floor.limit': () => ({ minutes: 3 }),
  'attendance.checkIn': () => ({}),
  'attendance.checkOut': () => ({}),
  'attendance.set': () => ({ party: { delegation: thailand.id }, state: 'present' }),
  'attendance.move': () => ({ party: { delegation: thailand.id }, movement: 'arrived', item: null }),
  'attendance.remove': () => ({ party: { delegation: thailand.id } }),
  'attendance.state': () => ({ lines: [] }),
  'outcome.readOut': () => ({ outcome: worded }),
  'outcome.stopReading': () => ({ outcome: worded }),
  'outcome.agree': () => ({ outcome: worded }),
  'outcome.setStanding': () => ({ outcome: worded, standing: 'bracketed' }),
  'outcome.show': () => ({ outcome: worded }),
  'action.setStatus': () => ({ action: task, status: 'done' }),
  'action.review': () => ({ action: earlier.action, meeting: earlier.meeting, status: 'inProgress', note: 'Letters are out.' }),
  'record.circulate': ({ room }) => ({ ...inMs(room, dayMs), mode: 'silence' }),
  'record.setDeadline': ({ room }) => ({ ...inMs(room, dayMs), reason: 'Holidays' }),
  'record.recall': () => ({}),
  'record.adopt': ({ room }) => ({ seen: room.state.circulation?.fingerprint ?? 'f'.repeat(64) }),
  'record.correct': () => ({ corrections: [{ part: paragraph, text: 'Other words' }], reason: 'A slip' }),
  'record.addend': () => ({ title: 'Later', paragraphs: ['More.'], reason: 'Found later' }),
  'record.withdraw': () => ({ reason: 'Another meeting' }),
  'comment.make': () => ({ part: paragraph, what: 'comment', text: 'Well.' }),
  'comment.withdraw': ({ said }) => ({ comment: said ?? nobody }),
  'comment.answer': ({ said }) => ({ comment: said ?? nobody, answer: 'notTaken', word: 'No.' }),
}

/** What the coordinator hears: `y` yes, `-` that the meeting is not at that point, else why not. Columns: `situations`. */
const table: Readonly<Record<SessionCommand['kind'], string>> = {
  'meeting.open': 'y - - - - - - - - - - - -',
  'meeting.suspend': '- y y y y y - - - - - - -',
  'meeting.resume': '- - - - - - y - - - - - -',
  'meeting.close': '- y y y y y y - - - - - -',
  'meeting.closeToObservers': 'y y y y y y y y - - - - -',
  'item.open': '- y y y y y - - - - - - -',
  'item.next': '- y y y y y - - - - - - -',
  'item.back': '- nothingBefore y y y y - - - - - - -',
  'item.close': '- y y y y y - - - - - - -',
  'item.putOff': '- y y y y y y y - - - - -',
  'item.reopen': '- noChange noChange noChange y noChange noChange noChange - - - - -',
  'item.closeToObservers': 'y y y y y y y y - - - - -',
  'timer.pause': '- noItemOpen y y notRunning y - - - - - - -',
  'timer.resume': '- noItemOpen alreadyRunning alreadyRunning y alreadyRunning - - - - - - -',
  'timer.add': '- noItemOpen y y y y - - - - - - -',
  'floor.ask': '- y y y y y y - - - - - -',
  'floor.withdraw': '- notOnList y y notOnList notOnList y - - - - - -',
  'floor.give': '- notOnList y y notOnList notOnList - - - - - - -',
  'floor.next': '- nobodyWaiting y y nobodyWaiting nobodyWaiting - - - - - - -',
  'floor.end': '- nobodySpeaking nobodySpeaking y nobodySpeaking nobodySpeaking - - - - - - -',
  'floor.move': '- notOnList y y notOnList notOnList y - - - - - -',
  'floor.openList': '- noChange noChange noChange y noChange noChange - - - - - -',
  'floor.closeList': '- y y y noChange y y - - - - - -',
  'floor.limit': '- y y y y y y - - - - - -',
  'attendance.checkIn': 'y y y y y y y - - - - - -',
  'attendance.checkOut': 'notCheckedIn notCheckedIn notCheckedIn notCheckedIn notCheckedIn notCheckedIn notCheckedIn - - - - - -',
  'attendance.set': 'y y y y y y y y - - - - -',
  'attendance.move': 'y y y y y y y y - - - - -',
  'attendance.remove': 'notListed notListed notListed notListed notListed notListed notListed notListed - - - - -',
  'attendance.state': 'y y y y y y y y - - - - -',
  'outcome.readOut': '- y y y y alreadyAgreed - y - - - - -',
  'outcome.stopReading': '- notBeingRead notBeingRead notBeingRead y notBeingRead - notBeingRead - - - - -',
  'outcome.agree': '- notBeingRead notBeingRead notBeingRead y notBeingRead - notBeingRead - - - - -',
  'outcome.setStanding': 'y y y y y alreadyAgreed y y - - - - -',
  'outcome.show': '- y y y y y y - - - - - -',
  'action.setStatus': 'y y y y y y y y - - - - -',
  'action.review': '- y y y y y y y - - - - -',
  'record.circulate': '- - - - - - - y - - - - -',
  'record.setDeadline': '- - - - - - - - y - y silenceAdopted -',
  'record.recall': '- - - - - - - - y - y silenceAdopted -',
  'record.adopt': '- - - - - - - - y - objectionOpen silenceAdopted -',
  'record.correct': '- - - - - - - - - y - - isWithdrawn',
  'record.addend': '- - - - - - - - - y - - isWithdrawn',
  'record.withdraw': '- - - - - - - - - y - - noChange',
  'comment.make': '- - - - - - - - y y y silenceAdopted y',
  'comment.withdraw': '- - - - - - - unknownComment y y y silenceAdopted y',
  'comment.answer': '- - - - - - - unknownComment y y y silenceAdopted y',
}

const phaseReasons: Readonly<Record<Phase, string>> = {
  planned: 'isPlanned',
  inSession: 'isInSession',
  suspended: 'isSuspended',
  draft: 'isDraft',
  circulated: 'isCirculated',
  adopted: 'isAdopted',
}

const everyone = ['floor.ask', 'floor.withdraw']
const participants = [
  ...everyone,
  'attendance.checkIn',
  'attendance.checkOut',
  'action.setStatus',
  'comment.make',
  'comment.withdraw',
]
const coordinatorOnly = [
  'meeting.closeToObservers',
  'item.closeToObservers',
  'record.setDeadline',
  'record.adopt',
  'record.correct',
  'record.addend',
  'record.withdraw',
]
// The keys of a total record.
const kinds = Object.keys(table) as SessionCommand['kind'][]

function draftOf(kind: SessionCommand['kind'], at: Situation): CommandDraft {
  // The fields under a kind are that kind's own.
  return { kind, ...drafts[kind](at) } as CommandDraft
}

function isFor(role: Role | null, kind: SessionCommand['kind']): boolean {
  if (role === null) return false
  if (role === 'coordinator') return true
  if (role === 'rapporteur') return !coordinatorOnly.includes(kind)
  return (role === 'participant' ? participants : everyone).includes(kind)
}

describe.each(kinds)('%s', (kind) => {
  test.each(Object.entries(situations).map(([name, make], column) => ({ name, make, column })))(
    '[SES1] each command in each phase has its one answer: $name',
    ({ make, column }) => {
      const at = make()
      const before = at.room.state
      const expected = table[kind].split(' ')[column]
      const answer = at.room.press(chair, draftOf(kind, at))
      expect(answer).toBe(expected === 'y' ? 'ok' : expected === '-' ? phaseReasons[before.phase] : expected)
      if (answer !== 'ok') expect(at.room.state).toBe(before)
    },
  )

  test.each(Object.entries(situations).map(([name, make]) => ({ name, make })))(
    '[SES2] participants, observers and strangers never run the session: $name',
    ({ make }) => {
      for (const role of [...roles, null]) {
        const at = make()
        const before = at.room.state
        const answer = at.room.press(someone(role, 'Sam', role === 'participant' ? thailand : null), draftOf(kind, at))
        if (isFor(role, kind)) expect(answer, `${role}`).not.toBe('forbidden')
        else {
          expect(answer, `${role}`).toBe('forbidden')
          expect(at.room.state).toBe(before)
        }
      }
    },
  )

  test('[SES5] a command fits its own schema', () => {
    const at = speaking()
    expect(sessionCommandSchema.safeParse(withId(draftOf(kind, at), 1)).error).toBeUndefined()
  })

  test('[SES6] what a command does not change stays the same object', () => {
    for (const make of Object.values(situations)) {
      const at = make()
      const { room } = at
      const before = room.state
      const decided = decide(before, withId(draftOf(kind, at), 1), chair, room.around())
      if (!decided.ok) continue
      const after = worked(before, decided.value)
      const changed = Object.entries(after).filter(([field, value]) => value !== before[field as keyof typeof before])
      expect(changed.length, kind).toBeGreaterThan(0)
      expect(changed.map(([field]) => field).filter((field) => !mayChange(kind).includes(field))).toEqual([])
    }
  })
})

/** The parts of the state that commands of a kind may touch. */
function mayChange(kind: SessionCommand['kind']): readonly string[] {
  const moved = ['current', 'clock', 'proceedings', 'floor', 'interventions']
  const [subject] = kind.split('.')
  if (kind.endsWith('closeToObservers')) return ['closed', 'closedItems']
  if (subject === 'meeting') return [...moved, 'phase', 'history', 'reading', 'shown', 'attending', 'versions']
  if (subject === 'comment') return ['comments', 'phase', 'history', 'circulation', 'circulated']
  if (subject === 'record') return ['phase', 'history', 'versions', 'circulation', 'circulated', 'adoption', 'reading']
  if (subject === 'item') return moved
  if (subject === 'timer') return ['clock', 'proceedings', 'floor']
  if (subject === 'floor') return ['floor', 'interventions']
  if (subject === 'attendance') return ['attending', 'attendance']
  if (kind === 'action.review') return ['reviews']
  return ['standings', 'fixings', 'reading', 'shown', 'statuses']
}

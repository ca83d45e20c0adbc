import { expect, test } from 'vitest'
import { roles } from '../../../shared/access/index.ts'
import type { Phase } from '../../../shared/record/index.ts'
import { completeSession, newSession, sessionCommandSchema } from '../../../shared/session/index.ts'
import { fc } from '../../support/chance.ts'
import { id } from '../record/world.ts'
import { anong, chair, head, inSession, nora, Room, someone, two, worded } from './room.ts'

const kinds = ['meeting.open', 'meeting.suspend', 'meeting.resume', 'meeting.close'] as const
const leads: Readonly<Record<string, Phase>> = {
  'planned meeting.open': 'inSession',
  'inSession meeting.suspend': 'suspended',
  'suspended meeting.resume': 'inSession',
  'inSession meeting.close': 'draft',
  'suspended meeting.close': 'draft',
}

test('[SES3] whatever is commanded, a meeting only moves along planned, in session, suspended, draft, and its history tells who and when', () => {
  const anybody = fc.constantFrom(...roles, null)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...kinds), anybody), { maxLength: 40, size: 'max' }), (list) => {
      const room = new Room()
      for (const [kind, role] of list) {
        const before = room.state
        const answer = room.pass(1).press(someone(role, 'Ana'), { kind })
        if (answer !== 'ok') expect(room.state).toBe(before)
        else {
          expect(role === 'coordinator' || role === 'rapporteur').toBe(true)
          expect(room.state.phase).toBe(leads[`${before.phase} ${kind}`])
          const change = { phase: room.state.phase, at: room.now, actor: { role, name: 'Ana' } }
          expect(room.state.history).toEqual([...before.history, change])
        }
      }
    }),
  )
})

test('[SES4] a command with an unknown kind or field is no command', () => {
  const open = { kind: 'meeting.open', id: id(1) }
  expect(sessionCommandSchema.safeParse(open).success).toBe(true)
  expect(sessionCommandSchema.safeParse({ ...open, more: 1 }).success).toBe(false)
  expect(sessionCommandSchema.safeParse({ kind: 'meeting.adopt', id: id(1) }).success).toBe(false)
  expect(sessionCommandSchema.safeParse({ kind: 'meeting.open' }).success).toBe(false)
  expect(sessionCommandSchema.safeParse({ ...open, kind: 'item.next', from: '__proto__' }).success).toBe(false)
})

test('[SES7] closing ends and keeps the turn, leaves the item begun, and clears who waits, what is read and what is shown', () => {
  const room = inSession()
  const turn = room.must(anong, { kind: 'floor.ask', intervention: 'statement' })
  room.must(chair, { kind: 'floor.next', after: null })
  room.must(nora, { kind: 'floor.ask', intervention: 'statement' })
  room.must(chair, { kind: 'outcome.readOut', outcome: worded })
  room.must(chair, { kind: 'outcome.show', outcome: worded })
  room.pass(7_000).must(chair, { kind: 'meeting.close' })
  expect(room.state).toMatchObject({ phase: 'draft', current: null, reading: null, shown: null })
  expect(room.state.floor).toMatchObject({ requests: [], speaking: null })
  expect(room.state.interventions).toMatchObject([{ id: turn, ms: 7_000 }])
  expect(room.state.proceedings[two]).toMatchObject({ progress: 'begun', usedMs: 7_000 })
})

test('[SES8] a session as the former version stored it is completed: what is missing is empty, who changed the phase is known by name alone', () => {
  const { seq, phase, standings, statuses, closedItems, closed, attendance } = newSession(head)
  const stored = { seq, head, phase, standings: { a: null }, statuses, closedItems, closed, attendance }
  const history = [{ phase: 'inSession', at: 5, by: 'Ana' }]
  // What the former version wrote; its types are gone.
  const completed = completeSession({ ...stored, history } as unknown as Parameters<typeof completeSession>[0])
  expect(completed).toEqual({
    ...newSession(head),
    standings: { a: null },
    history: [{ phase: 'inSession', at: 5, actor: { role: null, name: 'Ana' } }],
  })
  expect(standings).toEqual({})
  const unnamed = { ...stored, head: { ...head, attribution: 'none' }, history }
  const without = completeSession(unnamed as unknown as Parameters<typeof completeSession>[0])
  expect(without.history[0]?.actor).toEqual({ role: null, name: null })
  expect(completeSession(completed)).toEqual(completed)
})

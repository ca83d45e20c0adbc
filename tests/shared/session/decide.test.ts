import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EditingRules, type Role, roles } from '../../../shared/access/index.ts'
import type { CommandId, Millis } from '../../../shared/base/index.ts'
import type { Phase } from '../../../shared/record/index.ts'
import { decide, evolve, type SessionCommand, type SessionState, sessionCommandSchema } from '../../../shared/session/index.ts'
import { id, must, refusalOf, session } from '../record/world.ts'

const phases: readonly Phase[] = ['planned', 'inSession', 'suspended', 'draft', 'circulated', 'adopted']
const kinds = ['meeting.open', 'meeting.suspend', 'meeting.resume', 'meeting.close'] as const
const rules: EditingRules = { participantsEdit: 'everything', participantsEditDraft: true }
const now = 1_000 as Millis

const command = (kind: SessionCommand['kind']): SessionCommand => ({ kind, id: id<CommandId>(1) })
const at = (phase: Phase): SessionState => ({ ...session, phase, seq: 1 })
const by = (role: Role | null) => ({ role, name: 'Ana', rules })

/** Where each command leads from each phase; an empty word: nowhere. */
const leads: Readonly<Record<SessionCommand['kind'], Readonly<Record<Phase, Phase | ''>>>> = {
  'meeting.open': { planned: 'inSession', inSession: '', suspended: '', draft: '', circulated: '', adopted: '' },
  'meeting.suspend': { planned: '', inSession: 'suspended', suspended: '', draft: '', circulated: '', adopted: '' },
  'meeting.resume': { planned: '', inSession: '', suspended: 'inSession', draft: '', circulated: '', adopted: '' },
  'meeting.close': { planned: '', inSession: 'draft', suspended: 'draft', draft: '', circulated: '', adopted: '' },
}

describe.each(kinds)('%s', (kind) => {
  test.each(phases)('[SES1] each command in each phase has its one answer: %s', (phase) => {
    for (const role of ['coordinator', 'rapporteur'] as const) {
      const decided = decide(at(phase), command(kind), by(role), now)
      const next = leads[kind][phase]
      if (next === '') expect(refusalOf(decided)).toBe('wrongPhase')
      else expect(must(decided)).toEqual([{ kind: 'phase.changed', phase: next, at: now, by: 'Ana' }])
    }
  })

  test.each(phases)('[SES2] participants, observers and strangers never run the session: %s', (phase) => {
    for (const role of ['participant', 'observer', null] as const) {
      expect(refusalOf(decide(at(phase), command(kind), by(role), now))).toBe('forbidden')
    }
  })
})

test('[SES3] whatever is commanded, a meeting only moves along planned, in session, suspended, draft, and its history tells who and when', () => {
  const someone = fc.constantFrom(...roles, null)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...kinds), someone), { maxLength: 40 }), (list) => {
      let state = at('planned')
      list.forEach(([kind, role], index) => {
        const before = state
        const decided = decide(state, command(kind), by(role), (now + index) as Millis)
        state = decided.ok ? decided.value.reduce(evolve, state) : state
        if (!decided.ok) expect(state).toBe(before)
        else {
          expect(role === 'coordinator' || role === 'rapporteur').toBe(true)
          expect(leads[kind][before.phase]).toBe(state.phase)
          expect(state.history).toEqual([...before.history, { phase: state.phase, at: now + index, by: 'Ana' }])
        }
        expect({ ...state, phase: before.phase, history: before.history }).toEqual(before)
      })
      expect(['circulated', 'adopted']).not.toContain(state.phase)
    }),
  )
})

test('[SES4] a command with an unknown kind or field is no command', () => {
  expect(sessionCommandSchema.safeParse(command('meeting.open')).success).toBe(true)
  expect(sessionCommandSchema.safeParse({ ...command('meeting.open'), more: 1 }).success).toBe(false)
  expect(sessionCommandSchema.safeParse({ kind: 'meeting.adopt', id: id(1) }).success).toBe(false)
  expect(sessionCommandSchema.safeParse({ kind: 'meeting.open' }).success).toBe(false)
})

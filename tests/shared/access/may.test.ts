import { describe, expect, test } from 'vitest'
import {
  type Action,
  actionForPath,
  actions,
  type EditingRules,
  holdsPen,
  may,
  mayEver,
  mayInWorkspace,
  type Role,
  roles,
  seesAside,
} from '../../../shared/access/index.ts'
import type { PersonId } from '../../../shared/base/index.ts'
import type { Phase } from '../../../shared/record/index.ts'
import { id } from '../record/world.ts'

const phases: readonly Phase[] = ['planned', 'inSession', 'suspended', 'draft', 'circulated', 'adopted']
const allRules: readonly EditingRules[] = [
  { participantsEdit: 'everything', participantsEditDraft: false },
  { participantsEdit: 'everything', participantsEditDraft: true },
  { participantsEdit: 'agenda', participantsEditDraft: false },
  { participantsEdit: 'agenda', participantsEditDraft: true },
]

/**
 * The rights as the product page states them, written out a second time and by another hand than the table: in which
 * phases each role may do it. P planned, I in session, S suspended, D draft, C circulated, A adopted; the participants'
 * two columns of draft and text depend on the group's rules.
 */
const expected: Readonly<Record<Action, Readonly<Record<Role, string | ((rules: EditingRules) => string)>>>> = {
  'group.read': { coordinator: 'PISDCA', rapporteur: 'PISDCA', participant: 'PISDCA', observer: 'PISDCA' },
  'group.settings': { coordinator: 'PISDCA', rapporteur: '', participant: '', observer: '' },
  'delegations.manage': { coordinator: 'PISDCA', rapporteur: '', participant: '', observer: '' },
  'members.read': { coordinator: 'PISDCA', rapporteur: 'PISDCA', participant: 'PISDCA', observer: 'PISDCA' },
  'members.manage': { coordinator: 'PISDCA', rapporteur: '', participant: '', observer: '' },
  'seats.manage': { coordinator: 'PISDCA', rapporteur: '', participant: '', observer: '' },
  'meeting.create': { coordinator: 'PISDCA', rapporteur: 'PISDCA', participant: '', observer: '' },
  'meeting.editHead': { coordinator: 'PISD', rapporteur: 'PISD', participant: '', observer: '' },
  'record.read': { coordinator: 'PISDCA', rapporteur: 'PISDCA', participant: 'PISDCA', observer: 'PISDCA' },
  'record.editAgenda': {
    coordinator: 'PISD',
    rapporteur: 'PISD',
    participant: (rules) => (rules.participantsEditDraft ? 'PISD' : 'PIS'),
    observer: '',
  },
  'record.editText': {
    coordinator: 'PISD',
    rapporteur: 'PISD',
    participant: (rules) => (rules.participantsEdit === 'agenda' ? '' : rules.participantsEditDraft ? 'PISD' : 'PIS'),
    observer: '',
  },
  'session.open': { coordinator: 'P', rapporteur: 'P', participant: '', observer: '' },
  'session.suspend': { coordinator: 'I', rapporteur: 'I', participant: '', observer: '' },
  'session.resume': { coordinator: 'S', rapporteur: 'S', participant: '', observer: '' },
  'session.close': { coordinator: 'IS', rapporteur: 'IS', participant: '', observer: '' },
  'session.run': { coordinator: 'I', rapporteur: 'I', participant: '', observer: '' },
  'session.amend': { coordinator: 'ISD', rapporteur: 'ISD', participant: '', observer: '' },
  'floor.ask': { coordinator: 'IS', rapporteur: 'IS', participant: 'IS', observer: 'IS' },
  'floor.run': { coordinator: 'IS', rapporteur: 'IS', participant: '', observer: '' },
  'floor.give': { coordinator: 'I', rapporteur: 'I', participant: '', observer: '' },
  'attendance.own': { coordinator: 'PIS', rapporteur: 'PIS', participant: 'PIS', observer: '' },
  'attendance.run': { coordinator: 'PISD', rapporteur: 'PISD', participant: '', observer: '' },
  'outcome.fix': { coordinator: 'PISD', rapporteur: 'PISD', participant: '', observer: '' },
  'outcome.agree': { coordinator: 'ID', rapporteur: 'ID', participant: '', observer: '' },
  'outcome.show': { coordinator: 'IS', rapporteur: 'IS', participant: '', observer: '' },
  'action.status': {
    coordinator: 'PISD',
    rapporteur: 'PISD',
    participant: (rules) => (rules.participantsEdit === 'agenda' ? '' : rules.participantsEditDraft ? 'PISD' : 'PIS'),
    observer: '',
  },
  'observers.close': { coordinator: 'PISD', rapporteur: '', participant: '', observer: '' },
  'record.circulate': { coordinator: 'D', rapporteur: 'D', participant: '', observer: '' },
  'record.setDeadline': { coordinator: 'C', rapporteur: '', participant: '', observer: '' },
  'record.recall': { coordinator: 'C', rapporteur: 'C', participant: '', observer: '' },
  'record.adopt': { coordinator: 'C', rapporteur: '', participant: '', observer: '' },
  'record.amend': { coordinator: 'A', rapporteur: '', participant: '', observer: '' },
  'record.check': { coordinator: 'PISD', rapporteur: 'PISD', participant: '', observer: '' },
  'comments.read': { coordinator: 'PISDCA', rapporteur: 'PISDCA', participant: 'PISDCA', observer: '' },
  'comment.make': { coordinator: 'CA', rapporteur: 'CA', participant: 'CA', observer: '' },
  'comment.object': { coordinator: 'C', rapporteur: 'C', participant: 'C', observer: '' },
  'comment.withdraw': { coordinator: 'DCA', rapporteur: 'DCA', participant: 'DCA', observer: '' },
  'comment.answer': { coordinator: 'DCA', rapporteur: 'DCA', participant: '', observer: '' },
  'presence.show': { coordinator: 'PISDCA', rapporteur: 'PISDCA', participant: 'PISDCA', observer: '' },
  'aside.read': { coordinator: 'PISDCA', rapporteur: 'PISDCA', participant: 'PISDCA', observer: 'PISDCA' },
  'aside.settle': { coordinator: 'PISDCA', rapporteur: 'PISDCA', participant: '', observer: '' },
  'copy.bring': { coordinator: 'PISDCA', rapporteur: 'PISDCA', participant: 'PISDCA', observer: '' },
  'copy.read': { coordinator: 'PISDCA', rapporteur: 'PISDCA', participant: '', observer: '' },
  'copy.settle': { coordinator: 'PISDCA', rapporteur: '', participant: '', observer: '' },
  'report.make': { coordinator: 'PISDCA', rapporteur: 'PISDCA', participant: '', observer: '' },
  'report.read': { coordinator: 'PISDCA', rapporteur: 'PISDCA', participant: 'PISDCA', observer: '' },
  'report.edit': { coordinator: 'PISDCA', rapporteur: 'PISDCA', participant: '', observer: '' },
  'register.progress': { coordinator: 'PISDCA', rapporteur: 'PISDCA', participant: '', observer: '' },
  'register.progressOwn': { coordinator: 'PISDCA', rapporteur: 'PISDCA', participant: 'PISDCA', observer: '' },
  'register.fact': { coordinator: 'PISDCA', rapporteur: 'PISDCA', participant: '', observer: '' },
  'backlog.propose': { coordinator: 'PISDCA', rapporteur: 'PISDCA', participant: 'PISDCA', observer: '' },
  'backlog.settle': { coordinator: 'PISDCA', rapporteur: 'PISDCA', participant: '', observer: '' },
  'templates.manage': { coordinator: 'PISDCA', rapporteur: 'PISDCA', participant: '', observer: '' },
  'handover.read': { coordinator: 'PISDCA', rapporteur: 'PISDCA', participant: '', observer: '' },
}

const letters: Readonly<Record<Phase, string>> = {
  planned: 'P',
  inSession: 'I',
  suspended: 'S',
  draft: 'D',
  circulated: 'C',
  adopted: 'A',
}

function cell(action: Action, role: Role, rules: EditingRules): string {
  const given = expected[action][role]
  return typeof given === 'string' ? given : given(rules)
}

describe.each(actions)('%s', (action) => {
  test.each(roles)('[ACC1] each cell of the table is as the product page says: %s', (role) => {
    for (const rules of allRules) {
      const allowed = phases.filter((phase) => may(role, action, { phase, rules })).map((phase) => letters[phase])
      expect(allowed.join('')).toBe(cell(action, role, rules))
      expect(mayEver(role, action, rules)).toBe(cell(action, role, rules) !== '')
    }
  })

  test('[ACC2] whoever has no role may nothing', () => {
    for (const rules of allRules) {
      for (const phase of [...phases, null]) expect(may(null, action, { phase, rules })).toBe(false)
      expect(mayEver(null, action, rules)).toBe(false)
    }
  })
})

test('[ACC3] where there is no meeting, nothing that depends on a phase is allowed', () => {
  for (const role of roles) {
    for (const action of actions) {
      for (const rules of allRules) {
        const always = cell(action, role, rules) === 'PISDCA'
        expect(may(role, action, { phase: null, rules }), `${role} ${action}`).toBe(always)
      }
    }
  }
})

test('[ACC4] an observer holds no pen in any phase, and nobody holds one once the record is circulated', () => {
  for (const rules of allRules) {
    for (const phase of phases) expect(holdsPen('observer', { phase, rules })).toBe(false)
    for (const role of roles) {
      expect(holdsPen(role, { phase: 'circulated', rules })).toBe(false)
      expect(holdsPen(role, { phase: 'adopted', rules })).toBe(false)
    }
  }
})

test('[ACC5] a participant who may edit the agenda alone still holds a pen', () => {
  const rules: EditingRules = { participantsEdit: 'agenda', participantsEditDraft: false }
  expect(holdsPen('participant', { phase: 'inSession', rules })).toBe(true)
  expect(holdsPen('participant', { phase: 'draft', rules })).toBe(false)
})

test('[ACC6] the agenda is the items less their notes; everything else is text', () => {
  for (const field of [null, 'title', 'order', 'parent', 'lead', 'purpose', 'minutes', 'papers', 'removed']) {
    expect(actionForPath({ root: 'items', id: id(1), field })).toBe('record.editAgenda')
  }
  expect(actionForPath({ root: 'items', id: id(1), field: 'notes' })).toBe('record.editText')
  for (const root of ['outcomes', 'actions', 'targets'] as const) {
    for (const field of [null, 'order', 'item', 'text', 'removed']) {
      expect(actionForPath({ root, id: id(1), field })).toBe('record.editText')
    }
  }
})

test('[ACC8] words kept aside are seen by their author, and by the office only when they were typed into something deleted', () => {
  const own = 'a:own' as PersonId
  const other = 'a:other' as PersonId
  const now = { phase: 'inSession', rules: { participantsEdit: 'everything', participantsEditDraft: false } } as const
  for (const reason of ['deletedUnder', 'rightEnded', 'locked'] as const) {
    for (const role of roles) {
      const isOffice = role === 'coordinator' || role === 'rapporteur'
      expect(seesAside({ person: own, reason }, { person: own, role }, now)).toBe(true)
      expect(seesAside({ person: other, reason }, { person: own, role }, now)).toBe(isOffice && reason === 'deletedUnder')
    }
  }
})

test('[ACC7] only administrators create groups and load the sample', () => {
  for (const action of ['group.create', 'sample.load'] as const) {
    expect(mayInWorkspace(action, { administrator: true })).toBe(true)
    expect(mayInWorkspace(action, { administrator: false })).toBe(false)
  }
})

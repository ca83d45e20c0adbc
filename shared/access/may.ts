import type { Phase } from '../record/index.ts'
import type { EditingRules, Role } from './roles.ts'

/** Everything somebody can do inside a group. Workspace rights (creating groups) are `mayInWorkspace`. */
export const actions = [
  'group.read',
  'group.settings',
  'delegations.manage',
  'members.read',
  'members.manage',
  'seats.manage',
  'meeting.create',
  'meeting.editHead',
  'record.read',
  'record.editAgenda',
  'record.editText',
  'session.open',
  'session.suspend',
  'session.resume',
  'session.close',
  /** Open, close, next, back; the timers. */
  'session.run',
  /** What became of an item or of an earlier action, set right also when the room is not in session: put off, reopen, review. */
  'session.amend',
  'floor.ask',
  /** The speakers' list: reorder, remove, open and close, speaking time, asking for somebody else. */
  'floor.run',
  /** Give the floor, take it back, call the next. */
  'floor.give',
  'attendance.own',
  'attendance.run',
  /** Every standing but agreed. */
  'outcome.fix',
  /** Read out and agree. */
  'outcome.agree',
  /** What the projector shows. */
  'outcome.show',
  'action.status',
  /** A meeting or an item. */
  'observers.close',
  'record.circulate',
  'record.setDeadline',
  /** Back from circulated to draft. */
  'record.recall',
  'record.adopt',
  /** Corrigendum, addendum, withdrawal. */
  'record.amend',
  'comments.read',
  'comment.make',
  'comment.object',
  /** One's own. */
  'comment.withdraw',
  'comment.answer',
  /** What to look at before a record goes out. */
  'record.check',
  'presence.show',
  /** One's own words that the record did not take. */
  'aside.read',
  /** Others' words that were typed into something deleted meanwhile: see them, write them again, let go of them. */
  'aside.settle',
  /** Bring a copy from before a restore, and see one's own. */
  'copy.bring',
  /** See every such copy, and what differs. */
  'copy.read',
  /** Take in, decline, let go. */
  'copy.settle',
  /** Compose a report to the formal meeting out of records. */
  'report.make',
  'report.read',
  'report.edit',
  /** What became of an action after its record was adopted; `Own` where one's delegation leads it or takes part. */
  'register.progress',
  'register.progressOwn',
  /** An outcome was superseded or implemented: a later fact, never an edit. */
  'register.fact',
  'backlog.propose',
  'backlog.settle',
  'templates.manage',
  'handover.read',
] as const

export type Action = (typeof actions)[number]

/** What a right depends on beside the role. Where there is no meeting, `phase` is null. */
export interface Circumstances {
  readonly phase: Phase | null
  readonly rules: EditingRules
}

/** One cell: always, never, or a question to the circumstances. */
type Cell = boolean | ((circumstances: Circumstances) => boolean)

const open: ReadonlySet<Phase> = new Set<Phase>(['planned', 'inSession', 'suspended'])
const inPhase =
  (...phases: readonly Phase[]): Cell =>
  ({ phase }) =>
    phase !== null && phases.includes(phase)

const inTheRoom = inPhase('inSession', 'suspended')
const beforeDraft = inPhase('planned', 'inSession', 'suspended')
const onceOut = inPhase('circulated', 'adopted')
const settling = inPhase('draft', 'circulated', 'adopted')
const afterOpening = inPhase('inSession', 'suspended', 'draft')
const editOffice: Cell = ({ phase }) => phase !== null && (open.has(phase) || phase === 'draft')
const editAgendaAsParticipant: Cell = ({ phase, rules }) =>
  phase !== null && (open.has(phase) || (phase === 'draft' && rules.participantsEditDraft))
const editTextAsParticipant: Cell = ({ phase, rules }) =>
  phase !== null &&
  rules.participantsEdit === 'everything' &&
  (open.has(phase) || (phase === 'draft' && rules.participantsEditDraft))

/** The table of PRODUCT.md, "Rights": one line an action, one cell a role. Order: coordinator, rapporteur, participant, observer. */
const table: Readonly<Record<Action, readonly [Cell, Cell, Cell, Cell]>> = {
  'group.read': [true, true, true, true],
  'group.settings': [true, false, false, false],
  'delegations.manage': [true, false, false, false],
  'members.read': [true, true, true, true],
  'members.manage': [true, false, false, false],
  'seats.manage': [true, false, false, false],
  'meeting.create': [true, true, false, false],
  'meeting.editHead': [editOffice, editOffice, false, false],
  'record.read': [true, true, true, true],
  'record.editAgenda': [editOffice, editOffice, editAgendaAsParticipant, false],
  'record.editText': [editOffice, editOffice, editTextAsParticipant, false],
  'session.open': [inPhase('planned'), inPhase('planned'), false, false],
  'session.suspend': [inPhase('inSession'), inPhase('inSession'), false, false],
  'session.resume': [inPhase('suspended'), inPhase('suspended'), false, false],
  'session.close': [inPhase('inSession', 'suspended'), inPhase('inSession', 'suspended'), false, false],
  'session.run': [inPhase('inSession'), inPhase('inSession'), false, false],
  'session.amend': [afterOpening, afterOpening, false, false],
  'floor.ask': [inTheRoom, inTheRoom, inTheRoom, inTheRoom],
  'floor.run': [inTheRoom, inTheRoom, false, false],
  'floor.give': [inPhase('inSession'), inPhase('inSession'), false, false],
  'attendance.own': [beforeDraft, beforeDraft, beforeDraft, false],
  'attendance.run': [editOffice, editOffice, false, false],
  'outcome.fix': [editOffice, editOffice, false, false],
  'outcome.agree': [inPhase('inSession', 'draft'), inPhase('inSession', 'draft'), false, false],
  'outcome.show': [inTheRoom, inTheRoom, false, false],
  'action.status': [editOffice, editOffice, editTextAsParticipant, false],
  'observers.close': [editOffice, false, false, false],
  'record.circulate': [inPhase('draft'), inPhase('draft'), false, false],
  'record.setDeadline': [inPhase('circulated'), false, false, false],
  'record.recall': [inPhase('circulated'), inPhase('circulated'), false, false],
  'record.adopt': [inPhase('circulated'), false, false, false],
  'record.amend': [inPhase('adopted'), false, false, false],
  'comments.read': [true, true, true, false],
  'comment.make': [onceOut, onceOut, onceOut, false],
  'comment.object': [inPhase('circulated'), inPhase('circulated'), inPhase('circulated'), false],
  'comment.withdraw': [settling, settling, settling, false],
  'comment.answer': [settling, settling, false, false],
  'record.check': [editOffice, editOffice, false, false],
  'presence.show': [true, true, true, false],
  'aside.read': [true, true, true, true],
  'aside.settle': [true, true, false, false],
  'copy.bring': [true, true, true, false],
  'copy.read': [true, true, false, false],
  'copy.settle': [true, false, false, false],
  'report.make': [true, true, false, false],
  'report.read': [true, true, true, false],
  'report.edit': [true, true, false, false],
  'register.progress': [true, true, false, false],
  'register.progressOwn': [true, true, true, false],
  'register.fact': [true, true, false, false],
  'backlog.propose': [true, true, true, false],
  'backlog.settle': [true, true, false, false],
  'templates.manage': [true, true, false, false],
  'handover.read': [true, true, false, false],
}

const column: Readonly<Record<Role, 0 | 1 | 2 | 3>> = { coordinator: 0, rapporteur: 1, participant: 2, observer: 3 }

/** Whether this role may do this here and now. The only place that answers it, for every door and for the screens. */
export function may(role: Role | null, action: Action, circumstances: Circumstances): boolean {
  if (role === null) return false
  const cell = table[action][column[role]]
  return typeof cell === 'boolean' ? cell : cell(circumstances)
}

/** Whether the role could do this in some phase: tells "wrong phase" from "forbidden" in a refusal. */
export function mayEver(role: Role | null, action: Action, rules: EditingRules): boolean {
  const phases: readonly Phase[] = ['planned', 'inSession', 'suspended', 'draft', 'circulated', 'adopted']
  return phases.some((phase) => may(role, action, { phase, rules }))
}

/** Whether the role may hold the pen at all now: who may not gets plain data and never a Yjs update (DECIDED 1). */
export function holdsPen(role: Role | null, circumstances: Circumstances): boolean {
  return may(role, 'record.editAgenda', circumstances) || may(role, 'record.editText', circumstances)
}

/** What an account may do outside every group. Only administrators create groups and load the sample. */
export function mayInWorkspace(action: 'group.create' | 'sample.load', who: { readonly administrator: boolean }): boolean {
  return who.administrator && (action === 'group.create' || action === 'sample.load')
}

import type { CommandId, MeetingId, Millis } from '../base/index.ts'
import { type ActionStatus, type MeetingRecord, type Phase, plainText, type Standing } from '../record/index.ts'
import type { LedgerFact } from './facts.ts'
import type { LedgerState } from './LedgerState.ts'
import type { Proposal, Settled } from './onwardState.ts'
import type { GroupRecord } from './types.ts'

/** Something that happened in a group. Nobody is named: it says what changed, and the record says by whom, as far as it may. */
export type Change = { readonly at: Millis; readonly meeting: MeetingId | null } & (
  | { readonly kind: 'planned' }
  | { readonly kind: 'phase'; readonly phase: Phase }
  | {
      readonly kind: 'standing'
      readonly part: string
      readonly number: string | null
      readonly words: string
      readonly standing: Standing
    }
  | {
      readonly kind: 'reviewed' | 'progress'
      readonly part: string
      readonly number: string | null
      readonly words: string
      readonly status: ActionStatus | null
      readonly note: string | null
    }
  | { readonly kind: 'superseded' | 'implemented'; readonly part: string; readonly number: string | null; readonly words: string }
  | { readonly kind: 'proposed'; readonly proposal: CommandId; readonly words: string }
  | { readonly kind: 'settled'; readonly proposal: CommandId; readonly words: string; readonly how: Settled['how'] }
)

/** What is looked through: records as the reader sees them, and the ledger; proposals only for whom the backlog is. */
export interface ChangesSource {
  readonly records: readonly GroupRecord[]
  readonly ledger: LedgerState
  readonly showsBacklog: boolean
}

/** What changed after a moment, newest first. Later facts about what the reader may not see are left out with it. */
export function changesSince({ records, ledger, showsBacklog }: ChangesSource, since: Millis): readonly Change[] {
  const all = [
    ...records.flatMap(inRecord),
    ...records.flatMap(({ record }) => reviewsIn(record)),
    ...[...ledger.facts.values()].flatMap((fact) => factChange(fact, records)),
    ...(showsBacklog ? ledger.proposals.flatMap(proposalChanges) : []),
  ]
  return all.filter((one) => one.at > since).sort((a, b) => b.at - a.at)
}

/** Of a meeting's phases and an outcome's standings only the last: what it came to. */
function inRecord({ meetingId: meeting, createdAt, record }: GroupRecord): readonly Change[] {
  const last = record.session.history.at(-1)
  const phase: readonly Change[] =
    last === undefined
      ? [{ kind: 'planned', at: createdAt, meeting }]
      : [{ kind: 'phase', phase: last.phase, at: last.at, meeting }]
  const standings = record.outcomes.flatMap((outcome): readonly Change[] => {
    const { fixing, id: part, number, kind, text } = outcome
    if (fixing === null || outcome.removed) return []
    const words = `${kind} ${plainText(text)}`.trim()
    return [{ kind: 'standing', at: fixing.at, meeting, part, number, words, standing: fixing.standing }]
  })
  return [...phase, ...standings]
}

function reviewsIn({ meetingId: meeting, session }: MeetingRecord): readonly Change[] {
  return session.reviews.flatMap(({ action, status, note, at }): readonly Change[] => {
    const carried = session.reviewing?.actions.find((one) => one.action === action)
    if (carried === undefined) return []
    return [{ kind: 'reviewed', at, meeting, part: action, number: carried.number, words: carried.task, status, note }]
  })
}

function factChange(fact: LedgerFact, records: readonly GroupRecord[]): readonly Change[] {
  const record = records.find((one) => one.meetingId === fact.meeting)?.record
  if (fact.kind === 'progress') {
    const action = record?.actions.find((one) => one.id === fact.action && !one.removed)
    if (action === undefined) return []
    const { id: part, number, task } = action
    const said = { status: fact.status, note: fact.note, words: plainText(task) }
    return [{ kind: 'progress', at: fact.at, meeting: fact.meeting, part, number, ...said }]
  }
  const outcome = record?.outcomes.find((one) => one.id === fact.outcome && !one.removed)
  if (outcome === undefined) return []
  const { id: part, number, kind, text } = outcome
  return [{ kind: fact.kind, at: fact.at, meeting: fact.meeting, part, number, words: `${kind} ${plainText(text)}`.trim() }]
}

function proposalChanges({ id: proposal, title: words, at, settled }: Proposal): readonly Change[] {
  const made: Change = { kind: 'proposed', at, meeting: null, proposal, words }
  if (settled === null) return [made]
  const meeting = settled.how === 'taken' ? settled.meeting : null
  return [made, { kind: 'settled', at: settled.at, meeting, proposal, words, how: settled.how }]
}

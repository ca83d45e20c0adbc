import type { Millis, OutcomeId } from '../../base/index.ts'
import { actionRows } from '../rows/actionRows.ts'
import { outcomeRows } from '../rows/outcomeRows.ts'
import type { RegisterSource } from '../rows/RegisterSource.ts'
import type { OutcomeName, OutcomeRow } from '../rows/Rows.ts'
import { addressOf } from '../rows/sourceOf.ts'
import { actorTold, momentOf } from '../rows/told.ts'
import type { GroupRecord } from '../types.ts'
import { mentionedSteps } from './mentionedSteps.ts'
import { adoptedSteps, carriedSteps, correctedSteps, meetingOf, recordedStep, type ThreadCorrection } from './recordSteps.ts'
import { oldestFirst, stepOf, type Thread, type ThreadStep } from './Thread.ts'

/** One outcome through the years, with those in whose place it stands and those that stand in its place; null when it is not there for this reader. */
export function outcomeThread(
  at: RegisterSource,
  id: string,
  now: Millis,
  corrections: readonly ThreadCorrection[],
): Extract<Thread, { readonly kind: 'outcome' }> | null {
  const rows = new Map(outcomeRows(at).map((row) => [row.outcome as string, row]))
  const head = rows.get(id)
  const of = at.records.find(({ meetingId }) => meetingId === head?.meetingId)
  if (head === undefined || of === undefined) return null
  const item = of.record.outcomes.find((one) => one.id === id)?.item
  const words = [head.kind, head.text].filter((word) => word !== '').join(' ')
  const steps = [
    recordedStep(of, id, words),
    ...fixedSteps(of, head.outcome),
    ...adoptedSteps(of, id),
    ...correctedSteps(of, id, corrections),
    ...(item === undefined ? [] : carriedSteps(at.records, of, item)),
    ...mentionedSteps(at.records, of, { part: id, paragraph: head.paragraph }),
    ...implementedSteps(head, null),
    ...predecessorSteps(rows, head, new Set([id])),
    ...successorSteps(rows, head, new Set([id])),
  ]
  const actions = actionRows(at, now).filter(({ outcome, meetingId }) => outcome?.outcome === id && meetingId === head.meetingId)
  return { kind: 'outcome', head, actions, steps: oldestFirst(steps) }
}

function fixedSteps(of: GroupRecord, id: OutcomeId): readonly ThreadStep[] {
  const { fixings } = of.record.session
  const changes = Object.hasOwn(fixings, id) ? (fixings[id] ?? []) : []
  return changes.map(({ standing, at, actor }) =>
    stepOf({
      kind: 'fixed',
      at: momentOf(at),
      ...meetingOf(of),
      standing,
      by: actorTold(actor),
      address: addressOf(of.meetingId, id),
    }),
  )
}

type Rows = ReadonlyMap<string, OutcomeRow>

/** Earlier outcomes, and those before them. */
function predecessorSteps(rows: Rows, row: OutcomeRow, seen: ReadonlySet<string>): readonly ThreadStep[] {
  return row.supersedes.flatMap((name) => {
    const earlier = rows.get(name.outcome)
    const fact = earlier?.later.superseded ?? null
    if (earlier === undefined || fact === null || seen.has(name.outcome)) return []
    const said = { at: fact.at, words: fact.note, by: fact.author, other: name, address: name.address }
    return [
      ...otherSteps(earlier, name),
      stepOf({ kind: 'supersedes', ...said }),
      ...predecessorSteps(rows, earlier, new Set([...seen, name.outcome])),
    ]
  })
}

/** Later outcomes, and those after them. */
function successorSteps(rows: Rows, row: OutcomeRow, seen: ReadonlySet<string>): readonly ThreadStep[] {
  const fact = row.later.superseded
  if (fact === null) return []
  const { by: name } = fact
  const said = { at: fact.at, words: fact.note, by: fact.author, other: name, address: name?.address ?? null }
  const step = stepOf({ kind: 'superseded', ...said })
  const later = name === null ? undefined : rows.get(name.outcome)
  if (name === null || later === undefined || seen.has(name.outcome)) return [step]
  return [...otherSteps(later, name), step, ...successorSteps(rows, later, new Set([...seen, name.outcome]))]
}

/** What is told of another outcome in the row: when it was recorded, and whether it was implemented. */
function otherSteps(row: OutcomeRow, name: OutcomeName): readonly ThreadStep[] {
  const { meetingId, meetingTitle, meetingDate, address } = row
  const words = [row.kind, row.text].filter((word) => word !== '').join(' ')
  const at = meetingDate ?? row.since ?? row.later.superseded?.at
  const recorded =
    at === undefined ? [] : [stepOf({ kind: 'recorded', at, meetingId, meetingTitle, meetingDate, words, other: name, address })]
  return [...recorded, ...implementedSteps(row, name)]
}

function implementedSteps({ later }: OutcomeRow, other: OutcomeName | null): readonly ThreadStep[] {
  if (later.implemented === null) return []
  const { at, note, author } = later.implemented
  return [stepOf({ kind: 'implemented', at, words: note, by: author, other, address: other?.address ?? null })]
}

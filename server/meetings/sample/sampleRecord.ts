import type { ActionId, ItemId, NewId, OutcomeId } from '../../../shared/base/index.ts'
import type { Due, RecordEdit, SessionFacts, Standing } from '../../../shared/record/index.ts'
import type { Delegation } from '../../storage/index.ts'
import source from './universalization-2002.json' with { type: 'json' }

/** The sample's record: the edits that write it and the session's side of it. */
export interface SampleRecord {
  readonly edits: readonly RecordEdit[]
  readonly standings: SessionFacts['standings']
  readonly statuses: SessionFacts['statuses']
  readonly attendance: SessionFacts['attendance']
}

/** Writes the record of the sample's one meeting as edits: six items, an outcome under each, targets and actions. */
export function sampleRecord(newId: NewId, delegations: readonly Delegation[]): SampleRecord {
  const items = new Map(source.agenda.items.map((item) => [item.number, newId<ItemId>()]))
  const outcomes = new Map(
    source.outcomes.map((outcome) => {
      const item = known(items, outcome.agenda_item)
      return [outcome.number, { id: newId<OutcomeId>(), item }]
    }),
  )
  const actions = source.actions.map((action) => ({ action, id: newId<ActionId>(), under: known(outcomes, action.outcome) }))
  return {
    edits: [
      ...source.agenda.items.map((item) => itemEdit(known(items, item.number), item.title)),
      ...source.outcomes.flatMap((outcome) => outcomeEdits(newId, known(outcomes, outcome.number), outcome)),
      ...actions.map(({ action, id, under }) => actionEdit(id, under, action)),
      ...source.targets.map((target): RecordEdit => {
        const { id: outcome, item } = known(outcomes, target.outcome)
        const values = { outcome, figure: target.at_least, atLeast: true, event: target.by.event, whose: target.owner }
        return { kind: 'target.add', id: newId(), item, after: 'last', what: target.measure, values }
      }),
    ],
    standings: Object.fromEntries([...outcomes].map(([number, { id }]) => [id, standingOf(number)])),
    statuses: Object.fromEntries(actions.map(({ id }) => [id, 'open'])),
    attendance: attendance(delegations),
  }
}

type Outcome = (typeof source.outcomes)[number]
type Action = (typeof source.actions)[number]
interface Under {
  readonly id: OutcomeId
  readonly item: ItemId
}

function itemEdit(id: ItemId, title: string): RecordEdit {
  return { kind: 'item.add', id, parent: null, after: 'last', title }
}

function outcomeEdits(newId: NewId, { id, item }: Under, outcome: Outcome): readonly RecordEdit[] {
  const values = { kind: operativeVerb(outcome.kind), actor: { words: outcome.by } }
  const qualifiers = outcome.qualifiers ?? []
  return [
    { kind: 'outcome.add', id, item, after: 'last', text: outcome.text, values },
    ...qualifiers.map(({ kind, text }): RecordEdit => {
      return { kind: 'qualifier.add', outcome: id, id: newId(), after: 'last', values: { kind }, text }
    }),
  ]
}

/** The group's verb for the source's; the Coordinator's view is a standing and no verb (DECIDED 20). */
function operativeVerb(kind: string): string {
  if (kind === "coordinator's view") return ''
  return kind === 'focussed' ? 'focussed on' : kind
}

/** The source says of one outcome whose view it is, and of the others nothing. */
function standingOf(number: number): Standing | null {
  return source.outcomes.find((outcome) => outcome.number === number)?.kind === "coordinator's view" ? 'coordinatorView' : null
}

function actionEdit(id: ActionId, under: Under, action: Action): RecordEdit {
  const due: Due | null = action.due === null ? null : { event: action.due.event }
  const partners = action.partners.map((words) => ({ words }))
  const values = { outcome: under.id, lead: null, due, basis: 'implied' } as const
  return { kind: 'action.add', id, item: under.item, after: 'last', task: action.text, values, partners }
}

/** Who took part as far as the source tells: a bound instead of names for the states, the organizations by name. */
function attendance(delegations: readonly Delegation[]): SessionFacts['attendance'] {
  const { states } = source.participants
  const note = `${states.kind}, from ${states.regions.text}; the source does not say at which of the year's meetings`
  const organizations = delegations.filter((one) => one.type !== 'state')
  return [
    { delegationType: 'state', party: null, statedCount: states.count.text, note },
    ...organizations.map(({ id, type }) => ({ delegationType: type, party: { delegation: id }, statedCount: null, note: null })),
  ]
}

function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`The sample has no entry ${String(key)}`)
  return value
}

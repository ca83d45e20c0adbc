import { may } from '../../access/index.ts'
import { type OutcomeView, plainText } from '../../record/index.ts'
import type { LedgerFact } from '../facts.ts'
import type { GroupRecord } from '../types.ts'
import type { RegisterSource } from './RegisterSource.ts'
import type { OutcomeName, OutcomeRow, OutcomeState, RowSource } from './Rows.ts'
import { newestFirst, paragraphOf, sourceOf } from './sourceOf.ts'
import { authorTold, momentOf, partyIn } from './told.ts'

interface Found {
  readonly of: GroupRecord
  readonly outcome: OutcomeView
  readonly source: RowSource
}

/** Every outcome of the group's records that the reader may see, newest meeting first, with what later facts say of it. */
export function outcomeRows(at: RegisterSource): readonly OutcomeRow[] {
  const found = newestFirst(at.records).flatMap((of) => outcomesIn(at, of))
  const names = new Map(found.map((one) => [one.outcome.id as string, nameOf(one)]))
  const facts = factsByOutcome(at.ledger.facts.values())
  const mayState = may(at.reader.role, 'register.fact', { phase: 'adopted', rules: at.rules })
  return found.map((one) => rowOf(at, one, { names, facts, mayState }))
}

interface Known {
  /** Only what the reader may see is in it. */
  readonly names: ReadonlyMap<string, OutcomeName>
  readonly facts: OutcomeFacts
  readonly mayState: boolean
}

function rowOf(at: RegisterSource, { of, outcome, source }: Found, { names, facts, mayState }: Known): OutcomeRow {
  const superseded = facts.superseded.get(outcome.id) ?? null
  const implemented = facts.implemented.get(outcome.id) ?? null
  const by = superseded === null ? null : (names.get(superseded.successor.outcome) ?? null)
  const name = nameOf({ of, outcome, source })
  return {
    ...source,
    outcome: outcome.id,
    paragraph: name.paragraph,
    number: outcome.number,
    kind: outcome.kind,
    standing: outcome.standing,
    actor: outcome.actor === null ? null : partyIn(at.delegations, outcome.actor),
    text: name.text,
    qualifiers: outcome.qualifiers.map((one) => [one.kind, plainText(one.text)].filter((word) => word !== '').join(' ')),
    since: outcome.fixing === null ? null : momentOf(outcome.fixing.at),
    state: stateOf(source, superseded !== null, implemented !== null),
    later: {
      superseded: superseded && {
        fact: superseded.id,
        by,
        // What was said of something hidden might tell of it.
        note: by === null ? null : superseded.note,
        at: momentOf(superseded.at),
        author: authorTold(superseded.by),
      },
      implemented: implemented && {
        fact: implemented.id,
        note: implemented.note,
        at: momentOf(implemented.at),
        author: authorTold(implemented.by),
      },
    },
    supersedes: (facts.predecessors.get(outcome.id) ?? []).flatMap((id) => names.get(id) ?? []),
    mayAddFact: mayState && source.phase === 'adopted',
  }
}

function stateOf({ withdrawn }: RowSource, isSuperseded: boolean, isImplemented: boolean): OutcomeState {
  if (withdrawn) return 'withdrawn'
  if (isSuperseded) return 'superseded'
  return isImplemented ? 'implemented' : 'current'
}

function outcomesIn(at: RegisterSource, of: GroupRecord): readonly Found[] {
  return of.record.outcomes.flatMap((outcome) => {
    const source = outcome.removed ? null : sourceOf(at, of, outcome.item, outcome.id)
    return source === null ? [] : [{ of, outcome, source }]
  })
}

function nameOf({ of, outcome, source }: Found): OutcomeName {
  const { meetingId, meetingTitle, meetingDate, address } = source
  const { id, number, kind, standing } = outcome
  const cited = { number, paragraph: paragraphOf(of, `outcome:${id}`) }
  return { outcome: id, meetingId, meetingTitle, meetingDate, ...cited, kind, standing, text: plainText(outcome.text), address }
}

type FactOf<Kind extends LedgerFact['kind']> = Extract<LedgerFact, { readonly kind: Kind }>

interface OutcomeFacts {
  readonly superseded: ReadonlyMap<string, FactOf<'superseded'>>
  readonly implemented: ReadonlyMap<string, FactOf<'implemented'>>
  /** By successor. */
  readonly predecessors: ReadonlyMap<string, readonly string[]>
}

function factsByOutcome(facts: Iterable<LedgerFact>): OutcomeFacts {
  const superseded = new Map<string, FactOf<'superseded'>>()
  const implemented = new Map<string, FactOf<'implemented'>>()
  const predecessors = new Map<string, string[]>()
  for (const fact of facts) {
    if (fact.kind === 'implemented') implemented.set(fact.outcome, fact)
    if (fact.kind !== 'superseded') continue
    superseded.set(fact.outcome, fact)
    const { outcome } = fact.successor
    predecessors.set(outcome, [...(predecessors.get(outcome) ?? []), fact.outcome])
  }
  return { superseded, implemented, predecessors }
}

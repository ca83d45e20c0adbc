import { expect, test } from 'vitest'
import type { ActionId, ItemId, OutcomeId, QualifierId, TargetId } from '../../../shared/base/index.ts'
import type { Basis, RecordEdit, Standing } from '../../../shared/record/index.ts'
import { allPatterns, composeReport } from '../../../shared/report/index.ts'
import { fc } from '../../support/chance.ts'
import { sampleReport } from '../../support/report/sampleReport.ts'
import { inputOf, newId, recordOf } from '../../support/report/withRecord.ts'

const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Every word that a report may use of its own. */
const fixed = new Set(
  allPatterns.flatMap((patterns) => Object.values(patterns).flatMap((one) => words(one.replace(/\{\w+\}/g, ' ')))),
)

/** Every text within plain data, however deep; names of fields and values of closed lists are not among them. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return words(value)
  if (typeof value === 'number') return [String(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}

/** Words that are neither in the sources nor in the fixed patterns. */
function supplied(input: Parameters<typeof composeReport>[0]): readonly string[] {
  const known = new Set([...fixed, ...textsOf(input.group), ...textsOf(input.meetings), ...textsOf(input.delegations)])
  // Joins a list in the report's language.
  for (const joiner of ['and', 'و']) known.add(joiner)
  return composeReport(input).sentences.flatMap(({ text }) =>
    words(text).filter((word) => !known.has(word) && !known.has(word.replace(/^و/u, ''))),
  )
}

const made = fc.array(fc.stringMatching(/^q[a-z]{2,8}$/), { minLength: 1, maxLength: 6 }).map((all) => all.join(' '))
const outcomes = fc.array(
  fc.record({
    text: made,
    kind: fc.constantFrom('', 'noted', 'took note', 'qverb'),
    actor: fc.option(made, { nil: null }),
    standing: fc.constantFrom<Standing | null>('agreed', 'coordinatorView', null, 'proposed', 'bracketed'),
    qualifier: fc.option(made, { nil: null }),
    task: fc.option(made, { nil: null }),
    basis: fc.constantFrom<Basis>('agreed', 'implied', 'requested', 'volunteered'),
    lead: fc.option(made, { nil: null }),
    figure: fc.option(fc.integer({ min: 1, max: 999 }), { nil: null }),
    whose: fc.option(made, { nil: null }),
  }),
  { maxLength: 5 },
)

test('[REP9] no word of a composed report is neither in its sources nor in the fixed sentences, whatever the record says', () => {
  fc.assert(
    fc.property(outcomes, fc.constantFrom('en', 'ar', 'fr'), made, (drafts, language, name) => {
      const ids = drafts.map(() => newId<OutcomeId>())
      const record = recordOf(
        (item: ItemId) =>
          drafts.flatMap(({ text, kind, actor, qualifier, task, basis, lead, figure, whose }, index): readonly RecordEdit[] => {
            const id = ids[index] ?? newId<OutcomeId>()
            const party = (words: string | null) => (words === null ? null : { words })
            return [
              { kind: 'outcome.add' as const, id, item, after: 'last' as const, text, values: { kind, actor: party(actor) } },
              ...(qualifier === null
                ? []
                : [
                    {
                      kind: 'qualifier.add' as const,
                      outcome: id,
                      id: newId<QualifierId>(),
                      after: 'last' as const,
                      values: { kind },
                      text: qualifier,
                    },
                  ]),
              ...(task === null
                ? []
                : [
                    {
                      kind: 'action.add' as const,
                      id: newId<ActionId>(),
                      item,
                      after: 'last' as const,
                      task,
                      values: { outcome: id, basis, lead: party(lead) },
                    },
                  ]),
              ...(figure === null
                ? []
                : [
                    {
                      kind: 'target.add' as const,
                      id: newId<TargetId>(),
                      item,
                      after: 'last' as const,
                      what: text,
                      values: { outcome: id, figure, whose },
                    },
                  ]),
            ]
          }),
        { standings: Object.fromEntries(ids.map((id, index) => [id, drafts[index]?.standing ?? null])) },
      )
      const { group } = inputOf([record])
      expect(supplied(inputOf([record], { language, group: { ...group, name } }))).toEqual([])
    }),
    { numRuns: 150 },
  )
  expect(supplied(sampleReport())).toEqual([])
  expect(supplied(sampleReport({ language: 'ar' }))).toEqual([])
})

import { expect, test } from 'vitest'
import type { DelegationId, ItemId, OutcomeId } from '../../../shared/base/index.ts'
import type { AttendanceEntry, OutcomeDraft, Standing } from '../../../shared/record/index.ts'
import { type Composed, composeReport, countWords, reportLength } from '../../../shared/report/index.ts'
import { sampleReport } from '../../support/report/sampleReport.ts'
import { inputOf, newId, recordOf } from '../../support/report/withRecord.ts'

const inPart = (sentences: readonly Composed[], part: Composed['part']) =>
  sentences.filter((one) => one.part === part).map(({ text }) => text)

test('[REP1] the record of 2002 yields the ten parts in the founding order, and its six outcomes with whose they are', () => {
  const { sentences, leftOut } = composeReport(sampleReport())
  const parts = [...new Set(sentences.map(({ part }) => part))]
  expect(parts).toEqual([
    'heading',
    'whatTheGroupIs',
    'whoTookPart',
    'whenAndOnWhat',
    'framing',
    'outcomes',
    'figures',
    'needs',
    'thanks',
    'closing',
  ])
  const outcomes = inPart(sentences, 'outcomes')
  const openings = [
    'The Contact Group confirmed: Due regard, and action, for states',
    'The Contact Group recognised: It stays important to continue the work',
    'It is the view of the Coordinator that about 25 states are likely candidates to join by 2004;',
    'The Contact Group focussed on: Ways to use many multilateral and regional fora',
    'The Contact Group took note: The need to work in partnership',
    'The Contact Group reaffirmed: The significance of military-to-military dialogue;',
  ]
  expect(outcomes.map((text, index) => text.startsWith(openings[index] ?? '?'))).toEqual(openings.map(() => true))
  expect(outcomes).toHaveLength(6)
  // The source names one as a view, and says of none how firm it is.
  expect(outcomes.map((text) => text.includes('(Standing not stated.)'))).toEqual([true, true, false, true, true, true])
  expect(outcomes[1]).toContain('It was underscored: This does not stand in the way of work on the difficult states.')
  expect(inPart(sentences, 'heading')).toEqual(['Statement on behalf of the Universalization Contact Group'])
  expect(inPart(sentences, 'figures')).toEqual([
    "At least 145 States Parties by the 2004 Review Conference (Coordinator's view).",
  ])
  expect(inPart(sentences, 'whoTookPart')[0]).toMatch(
    /^Over 20 States \(.*\) took part, as well as ICBL, ICRC and United Nations\.$/,
  )
  expect(inPart(sentences, 'needs')).toHaveLength(7)
  expect(inPart(sentences, 'needs').every((text) => text.startsWith('A need was identified (implied): '))).toBe(true)
  expect(leftOut).toEqual({ notAgreed: 0, closed: 0 })
})

function outcome(item: ItemId, text: string, given: Partial<OutcomeDraft> = {}) {
  return { kind: 'outcome.add', id: newId<OutcomeId>(), item, after: 'last', text, ...given } as const
}

test('[REP2] only what was agreed and the Coordinator’s view as such are composed in; the rest is left out and counted', () => {
  const standings: readonly (Standing | null)[] = [
    'agreed',
    'coordinatorView',
    null,
    'proposed',
    'bracketed',
    'noAgreement',
    'deferred',
  ]
  const ids = standings.map(() => newId<OutcomeId>())
  const record = recordOf(
    (item) =>
      ids.map((id, index) => ({ ...outcome(item, `that this is ${standings[index]}`, { values: { kind: 'noted' } }), id })),
    { standings: Object.fromEntries(ids.map((id, index) => [id, standings[index] ?? null])) },
  )
  const { sentences, leftOut, present } = composeReport(inputOf([record]))
  expect(inPart(sentences, 'outcomes')).toEqual([
    'It was noted that this is agreed.',
    'It is the view of the Coordinator: noted that this is coordinatorView.',
    'It was noted that this is null. (Standing not stated.)',
  ])
  expect(leftOut).toEqual({ notAgreed: 4, closed: 0 })
  const unreportable = Object.values(present).filter(({ reportable }) => !reportable)
  expect(unreportable).toHaveLength(4)
})

test('[REP3] what is closed to observers is left out and counted, unless it is taken in knowingly', () => {
  const open = newId<OutcomeId>()
  const secret = newId<OutcomeId>()
  const hidden = newId<ItemId>()
  const record = recordOf(
    (item) => [
      { ...outcome(item, 'this is known'), id: open },
      { kind: 'item.add', id: hidden, parent: null, after: 'last', title: 'Xyzzy' },
      { ...outcome(hidden, 'plugh is secret'), id: secret },
      { kind: 'action.add', id: newId(), item: hidden, after: 'last', task: 'Plugh' },
    ],
    { standings: { [open]: 'agreed', [secret]: 'agreed' }, closedItems: [hidden] },
  )
  const shown = composeReport(inputOf([record]))
  expect(JSON.stringify(shown.sentences)).not.toMatch(/xyzzy|plugh/i)
  expect(shown.leftOut).toEqual({ notAgreed: 0, closed: 2 })
  const knowing = composeReport(inputOf([record], { withClosed: true }))
  expect(inPart(knowing.sentences, 'outcomes')).toEqual(['this is known.', 'plugh is secret.'])
  expect(knowing.leftOut.closed).toBe(0)
})

test('[REP4] a delegation is named in an outcome only as its actor and under a rule that names; without an actor none is supplied', () => {
  const delegation = newId<DelegationId>()
  const id = newId<OutcomeId>()
  const bare = newId<OutcomeId>()
  const edits = (item: ItemId) => [
    { ...outcome(item, 'to host the next meeting', { values: { kind: 'offered', actor: { delegation } } }), id },
    { ...outcome(item, 'To meet again', { values: { kind: 'decided', actor: null } }), id: bare },
  ]
  const standings = { [id]: 'agreed', [bare]: 'agreed' } as const
  const delegations = [{ id: delegation, name: 'Thailand' }]
  const named = recordOf(edits, { standings })
  expect(inPart(composeReport(inputOf([named], { delegations })).sentences, 'outcomes')).toEqual([
    'Thailand offered to host the next meeting.',
    'It was decided: To meet again.',
  ])
  for (const attribution of ['delegationType', 'none'] as const) {
    const record = { ...named, head: { ...named.head, attribution } }
    expect(inPart(composeReport(inputOf([record], { delegations })).sentences, 'outcomes')[0]).toBe(
      'Offered: to host the next meeting.',
    )
  }
})

test('[REP5] a date is told only as far as it is known', () => {
  const record = recordOf(() => [])
  const met = (startsAt: string | null, place: string | null = null) => {
    const { sentences } = composeReport(inputOf([{ ...record, head: { ...record.head, startsAt, place } }]))
    return inPart(sentences, 'whenAndOnWhat')[0]
  }
  expect(met('2002-09-16')).toBe('The Contact Group met on Monday 16 September 2002.')
  expect(met('2002-09-16T10:00', 'Geneva')).toBe('The Contact Group met on Monday 16 September 2002, in Geneva.')
  expect(met('2002-09')).toBe('The Contact Group met in September 2002.')
  expect(met('2002')).toBe('The Contact Group met in 2002.')
  expect(met(null)).toBe('The Contact Group met; the date is not stated.')
})

function present(name: string, given: Partial<AttendanceEntry> = {}): AttendanceEntry {
  const party = { words: name }
  const usual = { type: 'state', partyStatus: 'stateParty', membership: 'member', region: null, state: 'present' } as const
  return { party, name, code: null, delegates: [], movements: [], ...usual, ...given }
}

test('[REP6] who took part is counted exactly; regions are told only where each of the counted has one', () => {
  const attending = [
    present('Austria', { region: 'Europe' }),
    present('Kenya', { region: 'Africa' }),
    present('Norway', { partyStatus: 'signatory' }),
    present('Peru', { state: 'apologies', region: 'Americas' }),
    present('ICRC', { type: 'internationalOrganization', partyStatus: null }),
  ]
  const record = recordOf(() => [], { attending })
  const text = (input = inputOf([record])) => inPart(composeReport(input).sentences, 'whoTookPart')
  expect(text()).toEqual(['2 States Parties from Africa and Europe and 1 signatory took part, as well as ICRC.'])
  const silent = { ...record, head: { ...record.head, attribution: 'delegationType' as const } }
  expect(text(inputOf([silent]))[0]).not.toContain('ICRC')
  expect(text(inputOf([recordOf(() => [])]))).toEqual(['Who took part is not recorded.'])
})

test('[REP7] the Coordinator’s delegation, and whoever supports the group, stand in a report only where the group says who they are', () => {
  const record = recordOf(() => [])
  const { group } = inputOf([record])
  const known = composeReport(inputOf([record], { group: { ...group, coordinator: 'Canada', secretariat: 'the Support Unit' } }))
  expect(inPart(known.sentences, 'heading')).toEqual(['Statement by Canada on behalf of the Contact Group'])
  expect(inPart(known.sentences, 'thanks')[1]).toContain('thanks the Support Unit for its support')
  expect(inPart(known.sentences, 'closing')[0]).toMatch(/^Canada, as Coordinator, /)
  const unknown = composeReport(inputOf([record]))
  expect(inPart(unknown.sentences, 'thanks')).toHaveLength(1)
  expect(inPart(unknown.sentences, 'closing')[0]).toMatch(/^The Coordinator submits /)
})

test('[REP8] words are counted as the language divides them, and read aloud at 130 a minute', () => {
  expect(countWords('The Group met on 16 September.', 'en')).toBe(6)
  expect(countWords('会议于九月举行', 'zh')).toBeGreaterThan(2)
  const text = Array.from({ length: 650 }, () => 'word').join(' ')
  expect(
    reportLength(
      [
        { text, removed: false },
        { text, removed: true },
      ],
      'en',
    ),
  ).toEqual({ words: 650, readingSeconds: 300 })
  const { sentences } = composeReport(sampleReport())
  const { readingSeconds } = reportLength(
    sentences.map((one) => ({ ...one, removed: false })),
    'en',
  )
  expect(Math.round(readingSeconds / 60)).toBe(5)
})

test('[REP44] the closing says who submits the report and for whom; what anybody commits themselves to is left for them to write', () => {
  const { record } = sampleReport().meetings[0] ?? {}
  if (record === undefined) throw new Error('The sample has a meeting')
  const known = { ...inputOf([record]).group, coordinator: 'Canada' }
  expect(inPart(composeReport(inputOf([record])).sentences, 'closing')).toEqual([
    'The Coordinator submits this report on behalf of the Contact Group.',
  ])
  const { sentences } = composeReport(inputOf([record], { group: known }))
  expect(inPart(sentences, 'closing')).toEqual(['Canada, as Coordinator, submits this report on behalf of the Contact Group.'])
  // Whose facts it rests on stands beside it; general thanks rest on none and show as one's own words.
  expect(sentences.find(({ part }) => part === 'closing')?.source).toMatchObject({
    meetingId: null,
    kind: 'group',
    id: 'closing',
  })
  expect(sentences.find(({ part }) => part === 'thanks')?.source).toBeNull()
})

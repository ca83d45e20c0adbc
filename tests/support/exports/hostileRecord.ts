import type { ExportContext } from '../../../server/exports/index.ts'
import type { DelegationId } from '../../../shared/base/index.ts'
import type { MeetingRecord } from '../../../shared/record/index.ts'
import { newId } from '../storageSamples.ts'
import { action, attendee, context, intervention, item, line, outcome, record, target } from './records.ts'

/** A record that has the same text in every place where somebody can write. */
export function hostileRecord(text: string): { readonly record: MeetingRecord; readonly context: ExportContext } {
  const hostile = newId<DelegationId>()
  const words = { words: text === '' ? '?' : text }
  const under = item('1', text, {
    notes: [
      {
        kind: 'paragraph',
        runs: [{ text }, { text, bold: true }, { text, italic: true }, { text, link: 'https://example.org/paper' }],
      },
      { kind: 'heading', level: 2, runs: [{ text }] },
      { kind: 'bulletList', items: [line(text), [...line(text), { kind: 'orderedList', items: [line(text)] }]] },
    ],
    lead: words,
    carriedOverFrom: text,
    papers: [{ title: text, url: 'https://example.org/paper' }],
  })
  return {
    record: record({
      items: [under],
      outcomes: [
        outcome(under, '1.1', text, {
          kind: text,
          actor: words,
          qualifiers: [{ id: newId(), order: 'a0', kind: text, text: line(text) }],
        }),
      ],
      actions: [
        action(under, 'A1', text, { lead: words, partners: [words, { delegation: hostile }], due: { event: text } }),
        action(under, 'A2', text, { due: { date: '2026-09-16' } }),
      ],
      targets: [target(under, text, { event: text, whose: text })],
      head: {
        title: text,
        formalMeeting: text,
        place: text,
        symbol: text,
        startsAt: '2026-09-16',
        links: [{ title: text, url: 'https://example.org/paper' }],
      },
      session: {
        attendance: [{ delegationType: 'ngo', party: words, statedCount: text, note: text }],
        attending: [attendee(text, { code: text, region: text, delegates: [{ person: null, name: text, function: text }] })],
        interventions: [intervention(text, under, { onBehalfOf: text }), intervention(text, null)],
      },
    }),
    context: context({ groupName: text, delegations: { [hostile]: { name: text, code: text } } }),
  }
}

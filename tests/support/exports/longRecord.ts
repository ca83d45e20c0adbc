import type { ExportContext } from '../../../server/exports/index.ts'
import type { ItemView, MeetingRecord, OutcomeView } from '../../../shared/record/index.ts'
import { action, attendee, context, item, outcome, record, target } from './records.ts'
import { samples } from './scriptsRecord.ts'

const texts = Object.values(samples)

/** A record with this many outcomes in four scripts, a tenth as many items and half as many actions: what a year of meetings might be. */
export function longRecord(outcomes: number): { readonly record: MeetingRecord; readonly context: ExportContext } {
  const items: ItemView[] = []
  const all: OutcomeView[] = []
  for (let index = 0; index < outcomes; index += 1) {
    const number = Math.floor(index / 10) + 1
    const under = items[number - 1] ?? item(String(number), textAt(number), { notes: notes(number), progress: 'closed' })
    if (items.length < number) items.push(under)
    all.push(
      outcome(under, `${number}.${(index % 10) + 1}`, textAt(index), { actor: { words: 'The Group' }, standing: 'agreed' }),
    )
  }
  const actions = all
    .filter((_, index) => index % 2 === 0)
    .map((one, index) => {
      const under = items.find(({ id }) => id === one.item)
      if (under === undefined) throw new Error('An outcome belongs to an item')
      const due = index % 3 === 0 ? { date: `2026-0${(index % 9) + 1}-15` } : null
      return action(under, `A${index + 1}`, textAt(index), { outcome: one.id, lead: { words: 'Canada' }, due })
    })
  const targets = items.map((under) => target(under, 'States Parties', { event: 'the Review Conference' }))
  const attending = Array.from({ length: Math.min(150, outcomes) }, (_, index) => attendee(`Delegation ${index + 1}`))
  return { record: record({ items, outcomes: all, actions, targets, session: { attending } }), context: context() }
}

function notes(index: number) {
  return [{ kind: 'paragraph' as const, runs: [{ text: textAt(index) }, { text: textAt(index + 1), italic: true as const }] }]
}

function textAt(index: number): string {
  return texts[index % texts.length] ?? ''
}

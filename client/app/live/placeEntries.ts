import type { ItemId } from '../../../shared/base/index.ts'
import { type MeetingRecord, plainText } from '../../../shared/record/index.ts'
import type { Findable } from './findEntries.ts'

/** A place in the meeting that one can go to. */
export interface PlaceEntry extends Findable {
  readonly id: string
  readonly kind: 'item' | 'outcome' | 'action'
  readonly item: ItemId
}

/** Items, outcomes and actions of a record as places, in its order; what is removed is no place, nor what is closed to this person. */
export function placeEntries(record: MeetingRecord | null, untitled: string): readonly PlaceEntry[] {
  if (record === null) return []
  const items = record.items.filter((item) => item.number !== null)
  const shown = new Set(items.map((item) => item.id))
  const outcomes = record.outcomes.filter((outcome) => outcome.number !== null && shown.has(outcome.item))
  const actions = record.actions.filter((action) => action.number !== null && shown.has(action.item))
  return [
    ...items.map((item) => ({
      id: item.id,
      kind: 'item' as const,
      item: item.id,
      number: item.number,
      words: plainText(item.title).trim() || untitled,
    })),
    ...outcomes.map((outcome) => ({
      id: outcome.id,
      kind: 'outcome' as const,
      item: outcome.item,
      number: outcome.number,
      words: capital(`${outcome.kind} ${plainText(outcome.text)}`.trim()),
    })),
    ...actions.map((action) => ({
      id: action.id,
      kind: 'action' as const,
      item: action.item,
      number: action.number,
      words: plainText(action.task).trim(),
    })),
  ]
}

function capital(sentence: string): string {
  return sentence.slice(0, 1).toLocaleUpperCase() + sentence.slice(1)
}

import { plainText } from '../plainText.ts'
import type { RecordLists } from '../recordDocumentFrom.ts'
import type { ActionView, ItemView, OutcomeView, RichText, TargetView } from '../types.ts'
import type { CopiedPart } from './CopiedPart.ts'

/** The entries of a record as parts, by their keys; notes not among them. */
export function copiedParts(lists: RecordLists): ReadonlyMap<string, CopiedPart> {
  const parts = [
    ...lists.items.map(ofItem),
    ...lists.outcomes.map(ofOutcome),
    ...lists.actions.map(ofAction),
    ...lists.targets.map(ofTarget),
  ]
  return new Map(parts.map((part) => [keyOf(part), part]))
}

/** The lines of notes that say something. */
export function noteLines(notes: RichText): readonly string[] {
  return plainText(notes)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function keyOf(part: CopiedPart): string {
  return part.kind === 'note' ? `note:${part.item}` : `${part.kind}:${part.id}`
}

function ofItem(item: ItemView): CopiedPart {
  const { id, parent, title, notes, lead, purpose, minutes, papers, carriedOverFrom, removed } = item
  const words = plainText(title)
  return { kind: 'item', id, item: id, parent, words, notes, lead, purpose, minutes, papers, carriedOverFrom, removed }
}

function ofOutcome({ id, item, kind, actor, text, qualifiers, standing, removed }: OutcomeView): CopiedPart {
  const copied = qualifiers.map((one) => ({ id: one.id, verb: one.kind, words: plainText(one.text) }))
  return { kind: 'outcome', id, item, verb: kind, actor, words: plainText(text), qualifiers: copied, standing, removed }
}

function ofAction({ id, item, outcome, task, lead, partners, due, basis, status, removed }: ActionView): CopiedPart {
  return { kind: 'action', id, item, outcome, words: plainText(task), lead, partners, due, basis, status, removed }
}

function ofTarget({ id, item, outcome, what, figure, atLeast, event, whose, removed }: TargetView): CopiedPart {
  return { kind: 'target', id, item, outcome, words: plainText(what), figure, atLeast, event, whose, removed }
}

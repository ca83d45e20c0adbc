import * as Y from 'yjs'
import { never, ok, type Result, refuse } from '../../base/index.ts'
import { asLineWords } from '../asLineWords.ts'
import { limits } from '../limits.ts'
import { byOrder } from '../order.ts'
import { plainText } from '../plainText.ts'
import { readText } from '../readText.ts'
import { same } from '../same.ts'
import { findText } from '../textPath.ts'
import { isParty, partnerKey } from '../values.ts'
import { siblingQualifiers } from './places.ts'
import { findEntry, type Plan, planSet } from './plan.ts'
import { planAction, planItem, planOutcome, planQualifier, planTarget } from './planAdd.ts'
import { planBecome } from './planBecome.ts'
import { planEntryMove, planItemMove, planQualifierMove } from './planMove.ts'
import type { RecordEdit } from './recordEdit.ts'
import { setLine } from './setLine.ts'

type Edit<K extends RecordEdit['kind']> = Extract<RecordEdit, { kind: K }>

/** What an applied edit gives back. */
export interface Applied {
  /** The edit that takes this one back; null when nothing can. */
  readonly undo: RecordEdit | null
}

/**
 * Does one edit in one transaction with this origin, or refuses and writes nothing: `notFound`, `conflict` (id used),
 * `invalid` (value or nesting), `overLimit`, `stale` (an undoing whose values somebody has changed since).
 */
export function applyEdit(doc: Y.Doc, edit: RecordEdit, origin: unknown): Result<Applied> {
  const plan = planEdit(doc, edit)
  if (!plan.ok) return plan
  doc.transact(plan.value.write, origin)
  return ok({ undo: plan.value.undo })
}

function planEdit(doc: Y.Doc, edit: RecordEdit): Result<Plan> {
  switch (edit.kind) {
    case 'item.add':
      return planItem(doc, edit)
    case 'item.move':
      return planItemMove(doc, edit)
    case 'item.set':
      return planSet(doc, { root: 'items', id: edit.id }, { ...edit.values })
    case 'item.remove':
      return planMark(doc, { root: 'items', id: edit.id }, true, { kind: 'item.restore', id: edit.id })
    case 'item.restore':
      return planMark(doc, { root: 'items', id: edit.id }, false, { kind: 'item.remove', id: edit.id })
    case 'outcome.add':
      return planOutcome(doc, edit, edit.text)
    case 'outcome.move':
      return planEntryMove(doc, { root: 'outcomes', id: edit.id }, edit.item, edit.after)
    case 'outcome.set':
      return planSet(doc, { root: 'outcomes', id: edit.id }, { ...edit.values })
    case 'outcome.remove':
      return planMark(doc, { root: 'outcomes', id: edit.id }, true, { kind: 'outcome.restore', id: edit.id })
    case 'outcome.restore':
      return planMark(doc, { root: 'outcomes', id: edit.id }, false, { kind: 'outcome.remove', id: edit.id })
    case 'qualifier.add':
      return planQualifier(doc, edit)
    case 'qualifier.move':
      return planQualifierMove(doc, edit)
    case 'qualifier.set':
      return planSet(doc, { root: 'outcomes', id: edit.outcome, qualifier: edit.id }, { ...edit.values })
    case 'qualifier.remove':
      return planQualifierRemoval(doc, edit)
    case 'action.add':
      return planAction(doc, edit, edit.task)
    case 'action.move':
      return planEntryMove(doc, { root: 'actions', id: edit.id }, edit.item, edit.after)
    case 'action.set':
      return planSet(doc, { root: 'actions', id: edit.id }, { ...edit.values })
    case 'action.addPartner':
    case 'action.removePartner':
      return planPartner(doc, edit)
    case 'action.remove':
      return planMark(doc, { root: 'actions', id: edit.id }, true, { kind: 'action.restore', id: edit.id })
    case 'action.restore':
      return planMark(doc, { root: 'actions', id: edit.id }, false, { kind: 'action.remove', id: edit.id })
    case 'target.add':
      return planTarget(doc, edit)
    case 'target.move':
      return planEntryMove(doc, { root: 'targets', id: edit.id }, edit.item, edit.after)
    case 'target.set':
      return planSet(doc, { root: 'targets', id: edit.id }, { ...edit.values })
    case 'target.remove':
      return planMark(doc, { root: 'targets', id: edit.id }, true, { kind: 'target.restore', id: edit.id })
    case 'target.restore':
      return planMark(doc, { root: 'targets', id: edit.id }, false, { kind: 'target.remove', id: edit.id })
    case 'text.set':
      return planLineText(doc, edit)
    case 'note.become':
      return planBecome(doc, edit)
    case 'values.restore':
      return planRestore(doc, edit)
    default:
      return never(edit)
  }
}

/** Removing is a mark: what others type in what is removed stays, and restoring brings it back. */
function planMark(doc: Y.Doc, entry: Parameters<typeof planSet>[1], removed: boolean, undo: RecordEdit): Result<Plan> {
  const set = planSet(doc, entry, { removed })
  return set.ok ? ok({ write: set.value.write, undo }) : set
}

function planRestore(doc: Y.Doc, edit: Edit<'values.restore'>): Result<Plan> {
  const found = findEntry(doc, edit.entry)
  if (!found.ok) return found
  const isStill = Object.entries(edit.ifStill).every(([name, value]) => same(found.value.get(name) ?? null, value))
  return isStill ? planSet(doc, edit.entry, edit.values) : refuse('stale', 'Somebody has changed this since.')
}

function planLineText(doc: Y.Doc, edit: Edit<'text.set'>): Result<Plan> {
  const fragment = findText(doc, edit.path)
  if (fragment === null) return refuse('notFound', 'This text is not in the record.')
  if (edit.path.field === 'notes') return refuse('invalid', 'Notes are not one line.')
  const before = plainText(readText(fragment, 'line'))
  const text = asLineWords(edit.text)
  if (edit.ifStill !== undefined && edit.ifStill !== before) return refuse('stale', 'Somebody has changed this since.')
  const max = edit.path.field === 'title' ? limits.titleLength : limits.textLength
  if (text.length > max) return refuse('overLimit', 'The text is as long as it may be.')
  return ok({ write: () => setLine(fragment, text), undo: { kind: 'text.set', path: edit.path, text: before, ifStill: text } })
}

function planPartner(doc: Y.Doc, edit: Edit<'action.addPartner' | 'action.removePartner'>): Result<Plan> {
  const found = findEntry(doc, { root: 'actions', id: edit.id })
  if (!found.ok) return found
  if (!isParty(edit.partner)) return refuse('invalid', 'A partner is a delegation or words.')
  const action = found.value
  const known: unknown = action.get('partners')
  const key = partnerKey(edit.partner)
  const isThere = known instanceof Y.Map && known.get(key) === true
  const isAdding = edit.kind === 'action.addPartner'
  // Nothing to do is done at once, and has nothing to take back.
  if (isThere === isAdding) return ok({ write: () => undefined, undo: null })
  if (isAdding && known instanceof Y.Map && known.size >= limits.children) {
    return refuse('overLimit', 'There are as many partners as an action may have.')
  }
  const write = (): void => {
    const partners: Y.Map<unknown> = known instanceof Y.Map ? known : action.set('partners', new Y.Map<unknown>())
    if (isAdding) partners.set(key, true)
    else partners.delete(key)
  }
  const kind = isAdding ? 'action.removePartner' : 'action.addPartner'
  return ok({ write, undo: { kind, id: edit.id, partner: edit.partner } })
}

function planQualifierRemoval(doc: Y.Doc, edit: Edit<'qualifier.remove'>): Result<Plan> {
  const found = findEntry(doc, { root: 'outcomes', id: edit.outcome, qualifier: edit.id })
  if (!found.ok) return found
  const outcome = findEntry(doc, { root: 'outcomes', id: edit.outcome })
  if (!outcome.ok) return outcome
  const own = { id: edit.id, order: String(found.value.get('order') ?? '') }
  const before = siblingQualifiers(outcome.value, edit.id).filter((other) => byOrder(other, own) < 0)
  const kind: unknown = found.value.get('kind')
  const write = (): void => {
    const qualifiers = outcome.value.get('qualifiers')
    if (qualifiers instanceof Y.Map) qualifiers.delete(edit.id)
  }
  const undo: RecordEdit = {
    kind: 'qualifier.add',
    outcome: edit.outcome,
    id: edit.undoId,
    // The siblings are qualifiers, whose ids were read from the same map.
    after: (before.sort(byOrder).at(-1)?.id ?? null) as Edit<'qualifier.add'>['after'],
    values: { kind: typeof kind === 'string' ? kind : '' },
    text: plainText(readText(found.value.get('text'), 'line')),
  }
  return ok({ write, undo })
}

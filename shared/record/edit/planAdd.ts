import * as Y from 'yjs'
import { type ItemId, ok, type Result, refuse } from '../../base/index.ts'
import { asLineWords } from '../asLineWords.ts'
import { limits } from '../limits.ts'
import { type Placement, placeAfter } from '../order.ts'
import { plainText } from '../plainText.ts'
import type { RootName } from '../schema.ts'
import type { RichText } from '../types.ts'
import { makeEntry, makeLine, makePartners, makeText } from './makeEntry.ts'
import { readItemPlaces, siblingEntries, siblingItems, siblingQualifiers } from './places.ts'
import { checkNewId, checkValues, findEntry, type Plan, type Values, writeOrders } from './plan.ts'
import type { ActionDraft, OutcomeDraft, RecordEdit } from './recordEdit.ts'

type Edit<K extends RecordEdit['kind']> = Extract<RecordEdit, { kind: K }>

/** A new agenda item, one level deep at most. */
export function planItem(doc: Y.Doc, edit: Edit<'item.add'>): Result<Plan> {
  const fits = checkParent(doc, edit.parent)
  if (!fits.ok) return fits
  const place = placeAfter(siblingItems(doc, edit.parent, edit.id), edit.after)
  const defaults = { lead: null, purpose: null, minutes: null, papers: [], carriedOverFrom: null }
  const values = { ...defaults, ...edit.values, parent: edit.parent }
  const notes: RichText = edit.notes ?? []
  if (plainText(notes).length > limits.textLength) return refuse('overLimit', 'The text is as long as it may be.')
  const line = checkLine(edit.title, limits.titleLength)
  if (!line.ok) return line
  return planNew(doc, 'items', edit.id, place, values, () => ({ title: makeLine(edit.title), notes: makeText(notes, 'notes') }), {
    kind: 'item.remove',
    id: edit.id,
  })
}

/** A new outcome of an item. */
export function planOutcome(doc: Y.Doc, draft: OutcomeDraft, text: string): Result<Plan> {
  const place = placeUnder(doc, 'outcomes', draft.item, draft)
  const values = { kind: '', actor: null, ...draft.values, item: draft.item }
  const shared = () => ({ text: makeLine(text), qualifiers: new Y.Map<unknown>() })
  return planLine(doc, 'outcomes', draft.id, place, values, text, shared, { kind: 'outcome.remove', id: draft.id })
}

/** A new action of an item. */
export function planAction(doc: Y.Doc, draft: ActionDraft, task: string): Result<Plan> {
  const place = placeUnder(doc, 'actions', draft.item, draft)
  const values = { outcome: null, lead: null, due: null, basis: 'agreed', ...draft.values, item: draft.item }
  const shared = () => ({ task: makeLine(task), partners: makePartners(draft.partners ?? []) })
  return planLine(doc, 'actions', draft.id, place, values, task, shared, { kind: 'action.remove', id: draft.id })
}

/** A new target of an item. */
export function planTarget(doc: Y.Doc, edit: Edit<'target.add'>): Result<Plan> {
  const place = placeUnder(doc, 'targets', edit.item, edit)
  const values = { outcome: null, figure: 0, atLeast: false, event: null, whose: null, ...edit.values, item: edit.item }
  const shared = () => ({ what: makeLine(edit.what) })
  return planLine(doc, 'targets', edit.id, place, values, edit.what, shared, { kind: 'target.remove', id: edit.id })
}

/** A new qualifier in its outcome. */
export function planQualifier(doc: Y.Doc, edit: Edit<'qualifier.add'>, undoId = edit.id): Result<Plan> {
  const found = findEntry(doc, { root: 'outcomes', id: edit.outcome })
  if (!found.ok) return found
  const outcome = found.value
  const qualifiers: unknown = outcome.get('qualifiers')
  if (qualifiers instanceof Y.Map) {
    const id = checkNewId(qualifiers, edit.id)
    if (!id.ok) return id
    if (qualifiers.size >= limits.children) return refuse('overLimit', 'There are as many qualifiers as an outcome may have.')
  }
  const checked = checkValues('qualifiers', edit.values ?? {})
  if (!checked.ok) return checked
  const line = checkLine(edit.text, limits.textLength)
  if (!line.ok) return line
  const place = placeAfter(siblingQualifiers(outcome, edit.id), edit.after)
  const write = (): void => {
    const holder: Y.Map<unknown> = qualifiers instanceof Y.Map ? qualifiers : outcome.set('qualifiers', new Y.Map<unknown>())
    writeOrders(holder, place.rekeyed)
    holder.set(edit.id, makeEntry({ kind: '', ...edit.values, order: place.order }, { text: makeLine(edit.text) }))
  }
  return ok({ write, undo: { kind: 'qualifier.remove', outcome: edit.outcome, id: edit.id, undoId } })
}

/** Whether an item may stand under this one: known, and itself at the top. */
export function checkParent(doc: Y.Doc, parent: ItemId | null): Result<null> {
  if (parent === null) return ok(null)
  const place = readItemPlaces(doc).find(({ entry }) => entry.id === parent)
  if (place === undefined) return refuse('notFound', 'The item above is not in the record.')
  return place.parent === null ? ok(null) : refuse('invalid', 'Items are nested one level deep.')
}

/** A place under an item; null when there is no such item. */
export function placeUnder(
  doc: Y.Doc,
  root: Exclude<RootName, 'items'>,
  item: ItemId,
  { id, after }: { readonly id: string; readonly after: string | null },
): Placement | null {
  return doc.getMap<unknown>('items').has(item) ? placeAfter(siblingEntries(doc, root, item, id), after) : null
}

function checkLine(words: string, maxLength: number): Result<null> {
  return asLineWords(words).length > maxLength ? refuse('overLimit', 'The text is as long as it may be.') : ok(null)
}

function planLine(
  doc: Y.Doc,
  root: RootName,
  id: string,
  place: Placement | null,
  values: Values,
  words: string,
  shared: () => Readonly<Record<string, Y.XmlFragment | Y.Map<unknown>>>,
  undo: RecordEdit,
): Result<Plan> {
  if (place === null) return refuse('notFound', 'The item is not in the record.')
  const line = checkLine(words, limits.textLength)
  return line.ok ? planNew(doc, root, id, place, values, shared, undo) : line
}

/** The whole entry is set at once: a text that came later could be overwritten by somebody else's later one. */
function planNew(
  doc: Y.Doc,
  root: RootName,
  id: string,
  place: Placement,
  values: Values,
  shared: () => Readonly<Record<string, Y.XmlFragment | Y.Map<unknown>>>,
  undo: RecordEdit,
): Result<Plan> {
  const rootMap = doc.getMap<unknown>(root)
  const fresh = checkNewId(rootMap, id)
  if (!fresh.ok) return fresh
  if (rootMap.size >= limits.entries) return refuse('overLimit', 'There are as many entries as a record may have.')
  const all = { ...values, order: place.order, removed: false }
  const checked = checkValues(root, all)
  if (!checked.ok) return checked
  const write = (): void => {
    writeOrders(rootMap, place.rekeyed)
    rootMap.set(id, makeEntry(all, shared()))
  }
  return ok({ write, undo })
}

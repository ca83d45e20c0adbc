import * as Y from 'yjs'
import { isId, never, ok, type Result, refuse } from '../../base/index.ts'
import {
  asLineWords,
  limits,
  makeEntry,
  makeLine,
  type Ordered,
  placeAfter,
  plainText,
  readText,
  setLine,
} from '../../record/index.ts'
import { isPart, isSource, reportLimits, reportShape } from '../schema.ts'
import type { ReportPart } from '../types.ts'
import type { AfterSentence, ReportEdit } from './reportEdit.ts'

/** What an applied edit gives back: the edit that takes it back; null when nothing can. */
export interface ReportApplied {
  readonly undo: ReportEdit | null
}

interface Plan {
  readonly write: () => void
  readonly undo: ReportEdit
}

type Edit<K extends ReportEdit['kind']> = Extract<ReportEdit, { kind: K }>

/**
 * Does one edit in one transaction with this origin, or refuses and writes nothing: `notFound`, `conflict` (id used), `invalid`,
 * `overLimit`, `stale` (somebody has changed since what the edit rests on).
 */
export function applyReportEdit(doc: Y.Doc, edit: ReportEdit, origin: unknown): Result<ReportApplied> {
  const plan = planEdit(doc, edit)
  if (!plan.ok) return plan
  doc.transact(plan.value.write, origin)
  return ok({ undo: plan.value.undo })
}

function planEdit(doc: Y.Doc, edit: ReportEdit): Result<Plan> {
  switch (edit.kind) {
    case 'sentence.add':
      return planAdd(doc, edit)
    case 'sentence.move':
      return planMove(doc, edit.id, null, edit.after)
    case 'sentence.setPart':
      return planMove(doc, edit.id, edit.part, edit.after)
    case 'sentence.remove':
      return planSet(doc, edit.id, { removed: true }, { kind: 'sentence.restore', id: edit.id })
    case 'sentence.restore':
      return planSet(doc, edit.id, { removed: false }, { kind: 'sentence.remove', id: edit.id })
    case 'sentence.refresh':
      return planRefresh(doc, edit)
    case 'text.set':
      return planText(doc, edit)
    case 'values.restore':
      return planRestore(doc, edit)
    default:
      return never(edit)
  }
}

function planAdd(doc: Y.Doc, { id, part, after, text, source = null }: Edit<'sentence.add'>): Result<Plan> {
  const root = sentencesOf(doc)
  if (!isId(id)) return refuse('invalid', 'An id is 128 bits in base64url.')
  if (root.has(id)) return refuse('conflict', 'There is something of this id already.')
  if (root.size >= limits.entries) return refuse('overLimit', 'There are as many sentences as a report may have.')
  if (!isPart(part) || (source !== null && !isSource(source))) return refuse('invalid', 'This is no sentence of a report.')
  const words = asLineWords(text)
  if (words.length > reportLimits.textLength) return tooLong
  const place = placeIn(doc, id, part, after)
  const write = (): void => {
    writeOrders(root, place.rekeyed)
    root.set(id, makeEntry({ part, order: place.order, source, removed: false }, { text: makeLine(words) }))
  }
  return ok({ write, undo: { kind: 'sentence.remove', id } })
}

function planMove(doc: Y.Doc, id: Edit<'sentence.move'>['id'], to: ReportPart | null, after: AfterSentence): Result<Plan> {
  const found = findSentence(doc, id)
  if (!found.ok) return found
  const part = to ?? found.value.get('part')
  if (!isPart(part)) return refuse('invalid', 'There is no such part of a report.')
  const place = placeIn(doc, id, part, after)
  const set = planSet(doc, id, to === null ? { order: place.order } : { part, order: place.order }, null)
  if (!set.ok) return set
  const write = (): void => {
    writeOrders(sentencesOf(doc), place.rekeyed)
    set.value.write()
  }
  return ok({ ...set.value, write })
}

function planSet(
  doc: Y.Doc,
  id: Edit<'sentence.move'>['id'],
  values: Readonly<Record<string, unknown>>,
  undo: ReportEdit | null,
): Result<Plan> {
  const found = findSentence(doc, id)
  if (!found.ok) return found
  const sentence = found.value
  const before = Object.fromEntries(Object.keys(values).map((name): [string, unknown] => [name, sentence.get(name) ?? null]))
  const write = (): void => {
    for (const [name, value] of Object.entries(values)) sentence.set(name, value)
  }
  return ok({ write, undo: undo ?? { kind: 'values.restore', id, values: before, ifStill: values } })
}

function planRefresh(doc: Y.Doc, { id, text, source, ifStill }: Edit<'sentence.refresh'>): Result<Plan> {
  const line = planText(doc, { kind: 'text.set', id, text, ...(ifStill === undefined ? {} : { ifStill }) })
  if (!line.ok) return line
  const found = findSentence(doc, id)
  if (!found.ok) return found
  if (source !== null && !isSource(source)) return refuse('invalid', 'This is no source of a sentence.')
  const sentence = found.value
  const before: unknown = sentence.get('source') ?? null
  const write = (): void => {
    line.value.write()
    sentence.set('source', source)
  }
  const undo: ReportEdit = {
    kind: 'sentence.refresh',
    id,
    text: line.value.before,
    source: isSource(before) ? before : null,
    ifStill: asLineWords(text),
  }
  return ok({ write, undo })
}

function planText(doc: Y.Doc, { id, text, ifStill }: Edit<'text.set'>): Result<Plan & { readonly before: string }> {
  const fragment = findSentenceText(doc, id)
  if (fragment === null) return unknown
  const before = plainText(readText(fragment, 'line'))
  const words = asLineWords(text)
  if (ifStill !== undefined && ifStill !== before) return changed
  if (words.length > reportLimits.textLength) return tooLong
  return ok({
    write: () => setLine(fragment, words),
    undo: { kind: 'text.set', id, text: before, ifStill: words },
    before,
  })
}

function planRestore(doc: Y.Doc, { id, values, ifStill }: Edit<'values.restore'>): Result<Plan> {
  const found = findSentence(doc, id)
  if (!found.ok) return found
  const sentence = found.value
  const isStill = Object.entries(ifStill).every(
    ([name, value]) => JSON.stringify(sentence.get(name) ?? null) === JSON.stringify(value),
  )
  if (!isStill) return changed
  const fields = reportShape.fieldsOf.sentences ?? {}
  for (const [name, value] of Object.entries(values)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (field?.kind !== 'value' || !field.accepts(value)) return refuse('invalid', `This value may not stand in ${name}.`)
  }
  return planSet(doc, id, values, null)
}

/** The live text of a sentence, for an editor to bind to; null when the document does not have it. */
export function findSentenceText(doc: Y.Doc, id: string): Y.XmlFragment | null {
  const sentence = sentencesOf(doc).get(id)
  const text = sentence instanceof Y.Map ? sentence.get('text') : null
  return text instanceof Y.XmlFragment ? text : null
}

function findSentence(doc: Y.Doc, id: string): Result<Y.Map<unknown>> {
  const sentence = sentencesOf(doc).get(id)
  return sentence instanceof Y.Map ? ok(sentence) : unknown
}

function sentencesOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap<unknown>('sentences')
}

function placeIn(doc: Y.Doc, id: string, part: ReportPart, after: AfterSentence) {
  const siblings: Ordered[] = []
  for (const [other, sentence] of sentencesOf(doc).entries()) {
    if (other === id || !(sentence instanceof Y.Map) || sentence.get('part') !== part) continue
    const order: unknown = sentence.get('order')
    siblings.push({ id: other, order: typeof order === 'string' ? order : '' })
  }
  // No sentence is called `last`, and an unknown neighbour means the end.
  return placeAfter(siblings, after)
}

function writeOrders(root: Y.Map<unknown>, rekeyed: readonly Ordered[]): void {
  for (const { id, order } of rekeyed) {
    const sentence = root.get(id)
    if (sentence instanceof Y.Map) sentence.set('order', order)
  }
}

const unknown = refuse('notFound', 'This sentence is not in the report.')
const changed = refuse('stale', 'Somebody has changed this since.')
const tooLong = refuse('overLimit', 'The sentence is as long as it may be.')

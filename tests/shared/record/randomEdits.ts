import * as Y from 'yjs'
import type { ActionId, ItemId, OutcomeId, QualifierId, TargetId } from '../../../shared/base/index.ts'
import { applyEdit, findText, type MeetingRecord, type RecordEdit, type TextPath } from '../../../shared/record/index.ts'
import { id, read } from './world.ts'

/** One random action, as four numbers and a word that a property test can shrink. */
export interface Step {
  readonly what: number
  readonly which: number
  readonly where: number
  readonly word: string
}

/** Does one random thing that somebody might do; `fresh` makes ids nobody else makes. */
export function randomStep(doc: Y.Doc, step: Step, fresh: number): void {
  const record = read(doc)
  const kinds = [...editKinds, 'type', 'type', 'delete'] as const
  const kind = kinds[step.what % kinds.length]
  if (kind === 'type' || kind === 'delete') typeSomewhere(doc, record, step, kind)
  else if (kind !== undefined) {
    const one = makeEdit(kind, record, step, fresh)
    // What is not possible at the moment is refused; that is part of the game.
    if (one !== null) applyEdit(doc, one, 'edit')
  }
}

/** `type` stands at 9, so that a test can ask for it by number. */
const editKinds = [
  'item.add',
  'item.move',
  'item.remove',
  'item.restore',
  'item.set',
  'outcome.add',
  'outcome.move',
  'outcome.remove',
  'action.add',
] as const
const rareKinds = ['outcome.restore', 'qualifier.add', 'qualifier.remove', 'target.add', 'text.set', 'action.partner'] as const
type Kind = (typeof editKinds)[number] | (typeof rareKinds)[number]

/** One of the rarer edits. */
export function rareStep(doc: Y.Doc, step: Step, fresh: number): void {
  const kind = rareKinds[step.what % rareKinds.length]
  const one = kind === undefined ? null : makeEdit(kind, read(doc), step, fresh)
  if (one !== null) applyEdit(doc, one, 'edit')
}

function pick<T>(list: readonly T[], n: number): T | null {
  return list.length === 0 ? null : (list[n % list.length] ?? null)
}

function makeEdit(kind: Kind, record: MeetingRecord, { which, where, word }: Step, fresh: number): RecordEdit | null {
  const item = pick(record.items, which)?.id ?? null
  const neighbour = pick(record.items, where)?.id ?? null
  const outcome = pick(record.outcomes, which)
  const action = pick(record.actions, which)
  switch (kind) {
    case 'item.add':
      return { kind, id: id<ItemId>(fresh), parent: where % 4 === 0 ? neighbour : null, after: neighbour, title: word }
    case 'item.move':
      return item && { kind, id: item, parent: where % 3 === 0 ? neighbour : null, after: neighbour }
    case 'item.remove':
    case 'item.restore':
      return item && { kind, id: item }
    case 'item.set':
      return item && { kind, id: item, values: { minutes: where % 100, lead: word === '' ? null : { words: word } } }
    case 'outcome.add':
      return item && { kind, id: id<OutcomeId>(fresh), item, after: 'last', text: word }
    case 'outcome.move':
      return outcome && neighbour && { kind, id: outcome.id, item: neighbour, after: null }
    case 'outcome.remove':
    case 'outcome.restore':
      return outcome && { kind, id: outcome.id }
    case 'qualifier.add':
      return outcome && { kind, outcome: outcome.id, id: id<QualifierId>(fresh), after: null, text: word }
    case 'qualifier.remove': {
      const qualifier = pick(outcome?.qualifiers ?? [], where)
      return outcome && qualifier && { kind, outcome: outcome.id, id: qualifier.id, undoId: id<QualifierId>(fresh) }
    }
    case 'action.add':
      return item && { kind, id: id<ActionId>(fresh), item, after: 'last', task: word, partners: [{ words: `p${where % 3}` }] }
    case 'action.partner': {
      const change = where % 2 === 0 ? 'action.addPartner' : 'action.removePartner'
      return action && { kind: change, id: action.id, partner: { words: `p${where % 3}` } }
    }
    case 'target.add':
      return item && { kind, id: id<TargetId>(fresh), item, after: null, what: word, values: { figure: where % 200 } }
    case 'text.set': {
      const path = pick(textsOf(record), which)
      return path && path.field !== 'notes' ? { kind, path, text: word } : null
    }
  }
}

/** All the texts of a record. */
export function textsOf(record: MeetingRecord): readonly TextPath[] {
  return [
    ...record.items.flatMap(({ id }): TextPath[] => [
      { root: 'items', id, field: 'title' },
      { root: 'items', id, field: 'notes' },
    ]),
    ...record.outcomes.flatMap((outcome): TextPath[] => [
      { root: 'outcomes', id: outcome.id, field: 'text' },
      ...outcome.qualifiers.map(
        (qualifier): TextPath => ({ root: 'outcomes', id: outcome.id, field: 'qualifiers', qualifier: qualifier.id }),
      ),
    ]),
    ...record.actions.map(({ id }): TextPath => ({ root: 'actions', id, field: 'task' })),
    ...record.targets.map(({ id }): TextPath => ({ root: 'targets', id, field: 'what' })),
  ]
}

function typeSomewhere(doc: Y.Doc, record: MeetingRecord, { which, where, word }: Step, kind: 'type' | 'delete'): void {
  const path = pick(textsOf(record), which)
  const fragment = path === null ? null : findText(doc, path)
  const paragraph: unknown = fragment?.length ? fragment.get(0) : null
  const words: unknown = paragraph instanceof Y.XmlElement && paragraph.length > 0 ? paragraph.get(0) : null
  if (!(words instanceof Y.XmlText)) return
  const at = where % (words.length + 1)
  doc.transact(() => {
    if (kind === 'type') words.insert(at, word)
    else words.delete(at, Math.min(words.length - at, word.length))
  }, 'type')
}

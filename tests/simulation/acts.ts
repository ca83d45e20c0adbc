import * as Y from 'yjs'
import type { ActionId, CommandId, ItemId, OutcomeId, QualifierId } from '../../shared/base/index.ts'
import { findText, type MeetingRecord, type RecordEdit, type TextPath } from '../../shared/record/index.ts'
import type { CommandDraft, SessionState } from '../../shared/session/index.ts'

/** What a person has before their eyes, and the chance of the run. */
export interface Hand {
  readonly pick: (below: number) => number
  readonly fresh: (count: number) => string
  readonly newId: <Id extends string>() => Id
}

function one<T>(list: readonly T[], hand: Hand): T | null {
  return list.length === 0 ? null : (list[hand.pick(list.length)] ?? null)
}

/** Types or deletes somewhere; says what it did, or null when there was nothing to be done. */
export function typeSomewhere(doc: Y.Doc, record: MeetingRecord, origin: unknown, hand: Hand): string | null {
  const path = one(textsOf(record), hand)
  const fragment = path === null ? null : findText(doc, path)
  if (path === null || fragment === null) return null
  const words = wordsIn(fragment)
  const text = one(words, hand)
  return doc.transact(() => {
    if (text === null || (path.field === 'notes' && hand.pick(4) === 0)) {
      if (path.field !== 'notes') return null
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(hand.fresh(1 + hand.pick(4)))])
      fragment.insert(hand.pick(fragment.length + 1), [paragraph])
      return 'paragraph'
    }
    const at = hand.pick(text.length + 1)
    if (hand.pick(3) > 0 || at === text.length) {
      text.insert(at, hand.fresh(1 + hand.pick(5)))
      return 'type'
    }
    text.delete(at, Math.min(text.length - at, 1 + hand.pick(4)))
    return 'delete'
  }, origin)
}

/** A named edit that somebody might make now; null when there is nothing to make it on. */
export function someEdit(record: MeetingRecord, hand: Hand): RecordEdit | null {
  const item = one(record.items, hand)?.id ?? null
  const neighbour = one(record.items, hand)?.id ?? null
  const outcome = one(record.outcomes, hand)
  const action = one(record.actions, hand)
  const words = () => hand.fresh(1 + hand.pick(6))
  const edits: readonly (() => RecordEdit | null)[] = [
    () => ({
      kind: 'item.add',
      id: hand.newId<ItemId>(),
      parent: hand.pick(4) === 0 ? neighbour : null,
      after: neighbour,
      title: words(),
    }),
    () => item && { kind: 'item.move', id: item, parent: hand.pick(3) === 0 ? neighbour : null, after: neighbour },
    () => (item && record.items.length > 2 && hand.pick(2) === 0 ? { kind: 'item.remove', id: item } : null),
    () => item && { kind: 'item.restore', id: item },
    () => item && { kind: 'item.set', id: item, values: { minutes: 1 + hand.pick(90) } },
    () => item && { kind: 'outcome.add', id: hand.newId<OutcomeId>(), item, after: 'last', text: words() },
    () => outcome && neighbour && { kind: 'outcome.move', id: outcome.id, item: neighbour, after: null },
    () => outcome && { kind: 'outcome.remove', id: outcome.id },
    () => outcome && { kind: 'qualifier.add', outcome: outcome.id, id: hand.newId<QualifierId>(), after: null, text: words() },
    () => {
      const qualifier = one(outcome?.qualifiers ?? [], hand)
      return (
        outcome &&
        qualifier && { kind: 'qualifier.remove', outcome: outcome.id, id: qualifier.id, undoId: hand.newId<QualifierId>() }
      )
    },
    () =>
      item && { kind: 'action.add', id: hand.newId<ActionId>(), item, after: 'last', task: words(), partners: [{ words: 'p' }] },
    () => action && { kind: 'action.set', id: action.id, values: { due: { date: '2026-05-01' } } },
    () => {
      const path = one(textsOf(record), hand)
      return path && path.field !== 'notes' ? { kind: 'text.set', path, text: words() } : null
    },
  ]
  return one(edits, hand)?.() ?? null
}

/** A command of the session that somebody of this office, or none, might give. */
export function someCommand(session: SessionState, record: MeetingRecord, isOffice: boolean, hand: Hand): CommandDraft | null {
  const { current, floor } = session
  const item = one(record.items, hand)?.id ?? null
  const outcome = one(record.outcomes, hand)?.id ?? null
  const request = one(floor.requests, hand)?.id ?? null
  const speaking = floor.speaking?.request.id ?? null
  const anybody: readonly (() => CommandDraft | null)[] = [
    () => ({ kind: 'floor.ask', intervention: 'statement' }),
    () => request && { kind: 'floor.withdraw', request },
  ]
  const office: readonly (() => CommandDraft | null)[] = [
    () => item && { kind: 'item.open', item, from: current },
    () => ({ kind: 'item.next', from: current }),
    () => (session.phase === 'suspended' ? { kind: 'meeting.resume' } : hand.pick(6) === 0 ? { kind: 'meeting.suspend' } : null),
    () => outcome && { kind: 'outcome.setStanding', outcome, standing: hand.pick(2) === 0 ? 'proposed' : 'bracketed' },
    () => outcome && { kind: 'outcome.readOut', outcome },
    () => outcome && { kind: 'outcome.agree', outcome },
    () => ({ kind: 'floor.next', after: speaking as CommandId | null }),
    () => ({ kind: hand.pick(2) === 0 ? 'floor.openList' : 'floor.closeList' }),
    () => item && { kind: 'item.closeToObservers', item, closed: hand.pick(2) === 0 },
  ]
  return one(isOffice ? [...anybody, ...office, ...office] : anybody, hand)?.() ?? null
}

function textsOf(record: MeetingRecord): readonly TextPath[] {
  return [
    ...record.items.flatMap(({ id }): TextPath[] => [
      { root: 'items', id, field: 'title' },
      { root: 'items', id, field: 'notes' },
      { root: 'items', id, field: 'notes' },
    ]),
    ...record.outcomes.flatMap((outcome): TextPath[] => [
      { root: 'outcomes', id: outcome.id, field: 'text' },
      ...outcome.qualifiers.map(
        (qualifier): TextPath => ({ root: 'outcomes', id: outcome.id, field: 'qualifiers', qualifier: qualifier.id }),
      ),
    ]),
    ...record.actions.map(({ id }): TextPath => ({ root: 'actions', id, field: 'task' })),
  ]
}

function wordsIn(node: Y.XmlFragment): readonly Y.XmlText[] {
  return node.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? wordsIn(child) : []
  })
}

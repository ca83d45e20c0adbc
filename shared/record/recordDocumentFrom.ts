import { generateNKeysBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import { makeEntry, makeLine, makePartners, makeText } from './edit/makeEntry.ts'
import type { RootName } from './schema.ts'
import type { MeetingRecord, OutcomeView, RichText } from './types.ts'

/** The lists of a record that its document holds. */
export type RecordLists = Pick<MeetingRecord, 'items' | 'outcomes' | 'actions' | 'targets'>

/** A document that holds these lists as they stand, under the same ids and in the same order. What it holds is not judged. */
export function recordDocumentFrom(lists: RecordLists, clientId: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientId
  doc.transact(() => {
    for (const { root, id, values, shared } of [
      ...itemsOf(lists),
      ...outcomesOf(lists),
      ...actionsOf(lists),
      ...targetsOf(lists),
    ]) {
      doc.getMap(root).set(id, makeEntry(values, shared()))
    }
  })
  return doc
}

interface Entry {
  readonly root: RootName
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
  readonly shared: () => Parameters<typeof makeEntry>[1]
}

function itemsOf({ items }: RecordLists): readonly Entry[] {
  const orders = ordersIn(items, ({ parent }) => parent ?? '')
  return items.map(({ id, parent, title, notes, lead, purpose, minutes, papers, carriedOverFrom }): Entry => {
    const values = { order: orders.get(id), parent, lead, purpose, minutes, papers: [...papers], carriedOverFrom, removed: false }
    return { root: 'items', id, values, shared: () => ({ title: line(title), notes: makeText(notes, 'notes') }) }
  })
}

function outcomesOf({ outcomes }: RecordLists): readonly Entry[] {
  const orders = ordersIn(outcomes, ({ item }) => item)
  return outcomes.map(({ id, item, kind, actor, text, qualifiers }): Entry => {
    const values = { item, order: orders.get(id), kind, actor, removed: false }
    return { root: 'outcomes', id, values, shared: () => ({ text: line(text), qualifiers: qualifiersOf(qualifiers) }) }
  })
}

function actionsOf({ actions }: RecordLists): readonly Entry[] {
  const orders = ordersIn(actions, ({ item }) => item)
  return actions.map(({ id, item, outcome, task, lead, partners, due, basis }): Entry => {
    const values = { item, outcome, order: orders.get(id), lead, due, basis, removed: false }
    return { root: 'actions', id, values, shared: () => ({ task: line(task), partners: makePartners(partners) }) }
  })
}

function targetsOf({ targets }: RecordLists): readonly Entry[] {
  const orders = ordersIn(targets, ({ item }) => item)
  return targets.map(({ id, item, outcome, figure, atLeast, what, event, whose }): Entry => {
    const values = { item, outcome, order: orders.get(id), figure, atLeast, event, whose, removed: false }
    return { root: 'targets', id, values, shared: () => ({ what: line(what) }) }
  })
}

function qualifiersOf(qualifiers: OutcomeView['qualifiers']): Y.Map<unknown> {
  const orders = ordersIn(qualifiers, () => '')
  return new Y.Map<unknown>(
    qualifiers.map(({ id, kind, text }): [string, unknown] => [
      id,
      makeEntry({ kind, order: orders.get(id) }, { text: line(text) }),
    ]),
  )
}

/** Keys in the order of the list, counted anew among those that stand together. */
function ordersIn<T extends { readonly id: string }>(
  all: readonly T[],
  groupOf: (one: T) => string,
): ReadonlyMap<string, string> {
  const groups = new Map<string, string[]>()
  for (const one of all) {
    const group = groups.get(groupOf(one)) ?? []
    groups.set(groupOf(one), group)
    group.push(one.id)
  }
  return new Map(
    [...groups.values()].flatMap((ids) => {
      const keys = generateNKeysBetween(null, null, ids.length)
      return ids.map((id, index): [string, string] => [id, keys[index] ?? ''])
    }),
  )
}

/** Titles, outcomes and tasks are one paragraph of plain words. */
function line(text: RichText): Y.XmlFragment {
  return makeLine(text.map((block) => ('runs' in block ? block.runs.map((run) => run.text).join('') : '')).join(' '))
}

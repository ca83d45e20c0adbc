import * as Y from 'yjs'
import type { AsideText } from './deviceTypes.ts'

/** Any shared type, as the library itself names it. */
type SharedType = Y.ContentType['type']

/** Which words are meant: by client id, those from this clock on. */
export type From = ReadonlyMap<number, number>

/** The first clock of each client id in these updates. */
export function fromClocks(updates: readonly Uint8Array[]): From {
  const from = new Map<number, number>()
  for (const update of updates) {
    for (const struct of Y.decodeUpdate(update).structs) {
      const { client, clock } = struct.id
      from.set(client, Math.min(clock, from.get(client) ?? clock))
    }
  }
  return from
}

/**
 * The texts in which these words stand, as their author sees them now. Words whose place somebody else has deleted are no longer in
 * the document: they are read out of the updates themselves, so that nothing typed is missing from what is kept.
 */
export function asideTexts(doc: Y.Doc, updates: readonly Uint8Array[]): readonly AsideText[] {
  const from = fromClocks(updates)
  const fragments = new Set<Y.XmlFragment>()
  for (const [client, clock] of from) {
    for (const struct of doc.store.clients.get(client) ?? []) {
      if (!(struct instanceof Y.Item) || struct.deleted || struct.id.clock + struct.length <= clock) continue
      const fragment = struct.content instanceof Y.ContentString ? fragmentAround(struct) : null
      if (fragment !== null) fragments.add(fragment)
    }
  }
  const texts = [...fragments].map((fragment) => readText(fragment, from)).filter((text) => text.added.trim() !== '')
  if (texts.length > 0) return texts
  const loose = looseWords(updates)
  return loose.trim() === '' ? [] : [{ path: '', whole: loose, added: loose }]
}

/** Names a fragment by its way down from the root: `outcomes/<id>/text`. */
export function pathOf(fragment: Y.XmlFragment): string {
  const steps: string[] = []
  let type: SharedType = fragment
  for (;;) {
    const item: Y.Item | null = type._item
    if (item === null) return [Y.findRootTypeKey(type), ...steps].join('/')
    if (item.parentSub !== null) steps.unshift(item.parentSub)
    if (!(item.parent instanceof Y.AbstractType)) return steps.join('/')
    type = item.parent
  }
}

function fragmentAround(item: Y.Item): Y.XmlFragment | null {
  let parent = item.parent
  while (parent instanceof Y.AbstractType) {
    // An element is a fragment too; the text field is the fragment that is not inside another.
    if (parent instanceof Y.XmlFragment && !(parent instanceof Y.XmlElement)) return parent
    parent = parent._item?.parent ?? null
  }
  return null
}

function readText(fragment: Y.XmlFragment, from: From): AsideText {
  const whole: string[] = []
  const added: string[] = []
  walk(
    fragment,
    (item) => {
      if (!(item.content instanceof Y.ContentString)) return
      const clock = from.get(item.id.client)
      const mine = clock === undefined ? '' : item.content.str.slice(Math.max(0, clock - item.id.clock))
      whole.push(item.content.str)
      added.push(mine)
    },
    () => {
      whole.push('\n')
      added.push('\n')
    },
  )
  return { path: pathOf(fragment), whole: tidy(whole), added: tidy(added) }
}

function walk(type: SharedType, visit: (item: Y.Item) => void, blockEnd: () => void): void {
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentType) walk(item.content.type, visit, blockEnd)
    else visit(item)
  }
  if (type instanceof Y.XmlElement) blockEnd()
}

/** All words of these updates in the order of their bytes, wherever they belong. */
export function looseWords(updates: readonly Uint8Array[]): string {
  const words: string[] = []
  for (const update of updates) {
    for (const struct of Y.decodeUpdate(update).structs) {
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) words.push(struct.content.str)
    }
  }
  return words.join('')
}

function tidy(parts: readonly string[]): string {
  return parts
    .join('')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

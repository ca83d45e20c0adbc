import * as Y from 'yjs'
import type { ItemId, OutcomeId, RefusalCode } from '../../../../shared/base/index.ts'
import { findText } from '../../../../shared/record/index.ts'
import { newId } from '../../../support/storageSamples.ts'
import { collected, endless, hole, type Id, letters, mark, type, updateBytes, value } from './updateBytes.ts'

/** What a frame is made for: the document as the sender has it, and a client id that nobody has. */
export interface Scene {
  readonly doc: Y.Doc
  readonly itemId: ItemId
  readonly outcomeId: OutcomeId
  /** The outcome's first and last letter. */
  readonly first: Id
  readonly last: Id
  readonly client: number
  /** The client id of somebody else who has written. */
  readonly anothers: number
}

/** A hostile update, kept by name: each fault that one of them shows stays in the corpus. */
export interface HostileUpdate {
  readonly name: string
  readonly code: RefusalCode
  readonly make: (scene: Scene) => Uint8Array
  /** Sent before it, and taken. */
  readonly before?: (scene: Scene) => Uint8Array
}

const at = (name: string, code: RefusalCode, make: HostileUpdate['make'], before?: HostileUpdate['before']): HostileUpdate =>
  before === undefined ? { name, code, make } : { name, code, make, before }
const bytes = (...list: readonly number[]) => new Uint8Array(list)
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index))

/** An update that a library makes, of a change that no editor of ours would make. */
function made({ doc, client }: Scene, work: (copy: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = client
  const before = Y.encodeStateVector(copy)
  copy.transact(() => work(copy))
  return Y.encodeStateAsUpdate(copy, before)
}

const good = (scene: Scene) => made(scene, (copy) => textIn(copy, scene).insert(0, 'good'))

function textIn(copy: Y.Doc, { outcomeId }: Scene): Y.XmlText {
  const words = paragraphIn(copy, outcomeId).get(0)
  if (!(words instanceof Y.XmlText)) throw new Error('The sample outcome has no words')
  return words
}

function paragraphIn(copy: Y.Doc, outcomeId: OutcomeId): Y.XmlElement {
  const paragraph = fragmentIn(copy, outcomeId).get(0)
  if (!(paragraph instanceof Y.XmlElement)) throw new Error('The sample outcome has no paragraph')
  return paragraph
}

function fragmentIn(copy: Y.Doc, outcomeId: OutcomeId): Y.XmlFragment {
  const fragment = findText(copy, { root: 'outcomes', id: outcomeId, field: 'text' })
  if (fragment === null) throw new Error('The sample outcome is not there')
  return fragment
}

const outcome = (copy: Y.Doc, { outcomeId }: Scene) => copy.getMap<Y.Map<unknown>>('outcomes').get(outcomeId) ?? new Y.Map()
const notes = (copy: Y.Doc, { itemId }: Scene): Y.XmlFragment => {
  const found = copy.getMap<Y.Map<unknown>>('items').get(itemId)?.get('notes')
  if (!(found instanceof Y.XmlFragment)) throw new Error('The sample item has no notes')
  return found
}

/** Lists in lists. */
function nested(depth: number): Y.XmlElement {
  const outer = new Y.XmlElement('bulletList')
  let inner = outer
  for (let level = 0; level < depth; level += 1) {
    const next = new Y.XmlElement(level % 2 === 0 ? 'listItem' : 'bulletList')
    inner.insert(0, [next])
    inner = next
  }
  return outer
}

/** Structs that claim to stand in lists in lists: the library's own encoder would run out of stack before it is sent. */
function nestedBytes({ doc, client, itemId }: Scene, depth: number): Uint8Array {
  const holder = notes(doc, { itemId } as Scene)._item // the field of a stored entry
  const root: Id = [holder?.id.client ?? 0, holder?.id.clock ?? 0]
  const structs = many(depth, (level) => ({
    parent: level === 0 ? root : ([client, level - 1] as const),
    content: type(3, level % 2 === 0 ? 'bulletList' : 'listItem'),
  }))
  return updateBytes([{ client, clock: 0, structs }])
}

const unreadable: readonly HostileUpdate[] = [
  at('nothing at all', 'malformed', () => bytes()),
  at('one byte', 'malformed', () => bytes(7)),
  at('cut off in the middle', 'malformed', (scene) => good(scene).slice(0, 9)),
  at('cut off before its last byte', 'malformed', (scene) => good(scene).slice(0, -1)),
  at('a byte behind its end', 'malformed', (scene) => bytes(...good(scene), 0)),
  at('twice in a row', 'malformed', (scene) => bytes(...good(scene), ...good(scene))),
  at('an update of version 2', 'malformed', (scene) => Y.convertUpdateFormatV1ToV2(good(scene))),
  at('run lengths of version 2 without end', 'malformed', () =>
    bytes(0, 0, 1, 63, 0, 0, 0, 0, 0, 0, 0, ...endless(8), ...endless(8)),
  ),
  at('a sentence', 'malformed', () => new TextEncoder().encode('not an update at all')),
  at('all bits set', 'malformed', () => new Uint8Array(64).fill(255)),
  at('a string of two thousand million letters', 'malformed', () => bytes(1, 1, 5, 0, 4, 1, 1, 97, 255, 255, 255, 255, 7, 97, 0)),
  at('structs without number', 'malformed', () => bytes(1, ...endless(7), 5, 0, 4, 1, 1, 97, 1, 98, 0)),
  at('clients without number', 'malformed', () => bytes(...endless(7), 1, 5, 0, 4, 1, 1, 97, 1, 98, 0)),
  at('deleting clients without number', 'malformed', () => bytes(0, ...endless(7))),
  at('deletions without number', 'malformed', () => bytes(0, 1, 5, ...endless(7), 1, 1)),
  at('a deletion at the end of numbers', 'malformed', () => updateBytes([], [[5, [[2 ** 53 - 2, 1]]]])),
  at('a deletion as long as numbers go', 'malformed', ({ client }) => updateBytes([], [[client, [[0, 2 ** 53 - 1]]]])),
  at('a client id beyond 32 bits', 'malformed', () =>
    updateBytes([{ client: 2 ** 40, clock: 0, structs: [{ parent: 'items', key: newId(), content: type(1) }] }]),
  ),
  at('something collected as long as numbers go', 'malformed', ({ client }) =>
    updateBytes([{ client, clock: 0, structs: [{ content: collected(2 ** 52) }] }]),
  ),
  at('a clock at the end of numbers', 'malformed', ({ client, last }) =>
    updateBytes([{ client, clock: 2 ** 52, structs: [{ origin: last, content: letters('x') }] }]),
  ),
  at('one client id in two blocks', 'malformed', ({ client, last }) => {
    const run = (clock: number) => ({ client, clock, structs: [{ origin: last, content: letters('x') }] })
    return updateBytes([run(0), run(1)])
  }),
  at('a kind of content that nobody has', 'malformed', ({ client, last }) =>
    updateBytes([{ client, clock: 0, structs: [{ origin: last, content: [11, () => undefined] }] }]),
  ),
  at('a shared type that nobody has', 'malformed', ({ client, outcomeId }) =>
    updateBytes([{ client, clock: 0, structs: [{ parent: 'outcomes', key: outcomeId, content: type(9) }] }]),
  ),
]

const withoutFooting: readonly HostileUpdate[] = [
  at('builds on what was never there', 'gap', ({ client }) =>
    updateBytes([{ client, clock: 0, structs: [{ origin: [99, 7], content: letters('x') }] }]),
  ),
  at('begins in the middle of its own clocks', 'gap', ({ client, last }) =>
    updateBytes([{ client, clock: 4, structs: [{ origin: last, content: letters('x') }] }]),
  ),
  at('leaves a hole', 'gap', ({ client, last }) =>
    updateBytes([{ client, clock: 0, structs: [{ content: hole(3) }, { origin: last, content: letters('x') }] }]),
  ),
  at('deletes what was never there', 'gap', () => updateBytes([], [[99, [[0, 1]]]])),
  at('deletes behind the end of what is there', 'gap', ({ last: [client, clock] }) =>
    updateBytes([], [[client, [[clock, 500]]]]),
  ),
  at('stands behind itself', 'gap', ({ client }) =>
    updateBytes([{ client, clock: 0, structs: [{ origin: [client, 0], content: letters('x') }] }]),
  ),
  at('lies in itself', 'gap', ({ client }) =>
    updateBytes([{ client, clock: 0, structs: [{ parent: [client, 0], content: type(3, 'paragraph') }] }]),
  ),
  at('two that stand behind one another', 'gap', ({ client }) =>
    updateBytes([
      { client, clock: 0, structs: [{ origin: [client + 1, 0], content: letters('x') }] },
      { client: client + 1, clock: 0, structs: [{ origin: [client, 0], content: letters('y') }] },
    ]),
  ),
  at('six thousand that wait for one that never comes', 'gap', ({ client }) =>
    updateBytes([
      { client, clock: 0, structs: many(6_000, (index) => ({ origin: [98, index] as const, content: letters('x') })) },
    ]),
  ),
  at('two hundred clients, each waiting for the next', 'gap', ({ client }) =>
    updateBytes(
      many(200, (index) => ({
        client: client + index,
        clock: 0,
        structs: [{ origin: [client + index + 1, 0] as const, content: letters('x') }],
      })),
    ),
  ),
]

const noPartOfARecord: readonly HostileUpdate[] = [
  at('a root of its own', 'shape', (scene) => made(scene, (copy) => copy.getMap('hidden').set('a', 1))),
  at('a root called __proto__', 'shape', ({ client }) =>
    updateBytes([{ client, clock: 0, structs: [{ parent: '__proto__', key: 'isAdmin', content: value('yes') }] }]),
  ),
  at('a root called constructor', 'shape', ({ client }) =>
    updateBytes([{ client, clock: 0, structs: [{ parent: 'constructor', key: 'name', content: value('x') }] }]),
  ),
  at('a list in a map', 'shape', ({ client }) =>
    updateBytes([{ client, clock: 0, structs: [{ parent: 'outcomes', content: type(1) }] }]),
  ),
  at('words in a root', 'shape', ({ client }) =>
    updateBytes([{ client, clock: 0, structs: [{ parent: 'outcomes', content: letters('x') }] }]),
  ),
  at('an entry whose key is no id', 'shape', (scene) => made(scene, (copy) => copy.getMap('items').set('first', new Y.Map()))),
  at('an entry called __proto__', 'shape', (scene) => made(scene, (copy) => copy.getMap('items').set('__proto__', new Y.Map()))),
  at('a value in place of an entry', 'shape', (scene) => made(scene, (copy) => copy.getMap('items').set(newId(), 'item'))),
  at('a field that nobody has', 'shape', (scene) => made(scene, (copy) => outcome(copy, scene).set('standing', 'agreed'))),
  at('a field called __proto__', 'shape', (scene) =>
    made(scene, (copy) => outcome(copy, scene).set('__proto__', { isAdmin: true })),
  ),
  at('a value with a key called __proto__', 'shape', (scene) =>
    made(scene, (copy) => outcome(copy, scene).set('actor', JSON.parse('{"words":"x","__proto__":{"isAdmin":true}}'))),
  ),
  at('a value of the wrong kind', 'shape', (scene) => made(scene, (copy) => outcome(copy, scene).set('order', 7))),
  at('a value without end', 'shape', (scene) => made(scene, (copy) => outcome(copy, scene).set('kind', 'k'.repeat(5_000)))),
  at('a number that is none', 'shape', (scene) =>
    made(scene, (copy) => copy.getMap<Y.Map<unknown>>('items').get(scene.itemId)?.set('minutes', Number.NaN)),
  ),
  at('a value of bytes', 'shape', (scene) => made(scene, (copy) => outcome(copy, scene).set('actor', new Uint8Array(9)))),
  at('a document in the document', 'shape', (scene) => made(scene, (copy) => outcome(copy, scene).set('text', new Y.Doc()))),
  at('a sub-document with the id of another meeting', 'shape', (scene) =>
    made(scene, (copy) => outcome(copy, scene).set('kind', new Y.Doc({ guid: newId() }))),
  ),
  at('an array in an entry', 'shape', (scene) => made(scene, (copy) => outcome(copy, scene).set('qualifiers', new Y.Array()))),
  at('a text in place of a fragment', 'shape', (scene) =>
    made(scene, (copy) => outcome(copy, scene).set('text', new Y.Text('x'))),
  ),
  at('a hook in a text', 'shape', (scene) =>
    made(scene, (copy) => fragmentIn(copy, scene.outcomeId).insert(0, [new Y.XmlHook('x') as unknown as Y.XmlElement])),
  ),
  at('a script in a text', 'shape', (scene) =>
    made(scene, (copy) => fragmentIn(copy, scene.outcomeId).insert(0, [new Y.XmlElement('script')])),
  ),
  at('a node called __proto__', 'shape', (scene) =>
    made(scene, (copy) => fragmentIn(copy, scene.outcomeId).insert(0, [new Y.XmlElement('__proto__')])),
  ),
  at('words beside a paragraph', 'shape', (scene) =>
    made(scene, (copy) => fragmentIn(copy, scene.outcomeId).insert(0, [new Y.XmlText('stray')])),
  ),
  at('a list in a line', 'shape', (scene) =>
    made(scene, (copy) => fragmentIn(copy, scene.outcomeId).insert(0, [new Y.XmlElement('bulletList')])),
  ),
  at('an embedded picture', 'shape', (scene) =>
    made(scene, (copy) => textIn(copy, scene).insertEmbed(0, { image: 'https://example.org/x.png' })),
  ),
  at('an attribute with a script', 'shape', (scene) =>
    made(scene, (copy) => paragraphIn(copy, scene.outcomeId).setAttribute('onclick', 'alert(1)')),
  ),
  at('a mark that nobody has', 'shape', (scene) => made(scene, (copy) => textIn(copy, scene).format(0, 2, { onclick: 'x' }))),
  at('a mark called __proto__', 'shape', (scene) =>
    made(scene, (copy) => textIn(copy, scene).format(0, 2, JSON.parse('{"__proto__":{"a":1}}'))),
  ),
  at('a link that runs', 'shape', (scene) =>
    made(scene, (copy) => {
      const paragraph = new Y.XmlElement('paragraph')
      const words = new Y.XmlText('click')
      paragraph.insert(0, [words])
      notes(copy, scene).insert(0, [paragraph])
      words.format(0, 5, { link: { href: 'java\tscript:alert(1)' } })
    }),
  ),
  at('an entry made anew over one that is there', 'shape', (scene) =>
    made(scene, (copy) => copy.getMap('outcomes').set(scene.outcomeId, new Y.Map())),
  ),
  at('an entry taken away', 'shape', (scene) => made(scene, (copy) => copy.getMap('outcomes').delete(scene.outcomeId))),
  at('a text taken away', 'shape', (scene) => made(scene, (copy) => outcome(copy, scene).delete('text'))),
  at('a text made anew', 'shape', (scene) => made(scene, (copy) => outcome(copy, scene).set('text', new Y.XmlFragment()))),
  at('an agenda of another shape', 'shape', (scene) =>
    made(scene, (copy) => copy.getMap('items').set(newId(), new Y.Map([['__proto__', 'x']]))),
  ),
  at('a piece between two lists', 'shape', (scene) => {
    const { client, last } = scene
    const title = copyTitle(scene)
    return updateBytes([{ client, clock: 0, structs: [{ origin: last, right: title, content: letters('x') }] }])
  }),
]

/** A letter of the item's title: another list than the outcome's. */
function copyTitle({ doc, itemId }: Scene): Id {
  const title = findText(doc, { root: 'items', id: itemId, field: 'title' })
  const paragraph = title?.get(0)
  const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  const start = words instanceof Y.XmlText ? words._start : null
  return [start?.id.client ?? 0, start?.id.clock ?? 0]
}

/** Letters that all claim the place behind the outcome's first. */
const claimants = (client: number, { first }: Scene, count: number) =>
  updateBytes([{ client, clock: 0, structs: many(count, () => ({ origin: first, content: letters('a') })) }])

const tooMuch: readonly HostileUpdate[] = [
  at('lists in lists, 500 deep', 'overLimit', (scene) => made(scene, (copy) => notes(copy, scene).insert(0, [nested(500)]))),
  at('lists in lists, 2,000 deep', 'overLimit', (scene) => nestedBytes(scene, 2_000)),
  at('lists in lists, 8,000 deep', 'overLimit', (scene) => nestedBytes(scene, 8_000)),
  at('an update of more than a mebibyte', 'tooLarge', () => new Uint8Array(1024 * 1024 + 1)),
  at('a paragraph of 900 kB', 'overLimit', (scene) => made(scene, (copy) => textIn(copy, scene).insert(0, 'x'.repeat(900_000)))),
  at('a title of a book', 'overLimit', (scene) =>
    made(scene, (copy) => {
      const title = findText(copy, { root: 'items', id: scene.itemId, field: 'title' })?.get(0)
      if (title instanceof Y.XmlElement) title.insert(0, [new Y.XmlText('t'.repeat(5_000))])
    }),
  ),
  at('fifteen thousand empty paragraphs', 'overLimit', (scene) =>
    made(scene, (copy) =>
      notes(copy, scene).insert(
        0,
        many(15_000, () => new Y.XmlElement('paragraph')),
      ),
    ),
  ),
  at('thirty thousand empty paragraphs', 'tooLarge', (scene) =>
    made(scene, (copy) =>
      notes(copy, scene).insert(
        0,
        many(30_000, () => new Y.XmlElement('paragraph')),
      ),
    ),
  ),
  at('twelve thousand marks on one letter', 'overLimit', (scene) => {
    const { client, doc } = scene
    const holder = notes(doc, scene)._item
    const structs = [
      { parent: [holder?.id.client ?? 0, holder?.id.clock ?? 0] as const, content: type(3, 'paragraph') },
      { parent: [client, 0] as const, content: type(6) },
      { parent: [client, 1] as const, content: letters('x') },
      ...many(12_000, (index) => ({ origin: [client, 2 + index] as const, content: mark(index % 2 === 0 ? {} : null) })),
    ]
    return updateBytes([{ client, clock: 0, structs }])
  }),
  at('twenty thousand and one pieces', 'tooLarge', (scene) => claimants(scene.client, scene, 20_001)),
  at('three thousand items', 'overLimit', ({ client }) =>
    updateBytes([{ client, clock: 0, structs: many(3_000, () => ({ parent: 'items', key: newId(), content: type(1) })) }]),
  ),
  at('two hundred and ten client ids', 'tooMany', ({ client, last }) =>
    updateBytes(many(210, (index) => ({ client: client + index, clock: 0, structs: [{ origin: last, content: letters('x') }] }))),
  ),
  at('thirty client ids', 'tooMany', ({ client, last }) =>
    updateBytes(many(30, (index) => ({ client: client + index, clock: 0, structs: [{ origin: last, content: letters('x') }] }))),
  ),
  at('the client id of somebody else', 'foreignClient', (scene) => {
    const clock = Y.getState(scene.doc.store, scene.anothers)
    return updateBytes([{ client: scene.anothers, clock, structs: [{ origin: scene.last, content: letters('forged') }] }])
  }),
  at('deletions without measure', 'tooLarge', ({ last: [client] }) =>
    updateBytes([], [[client, many(200_001, () => [0, 1] as const)]]),
  ),
  at(
    'two thousand letters among two thousand at the same place',
    'overLimit',
    (scene) => claimants(scene.client + 1, scene, 2_000),
    (scene) => claimants(scene.client, scene, 2_000),
  ),
  at('two thousand that wait for two thousand at the same place', 'overLimit', (scene) => {
    const { client, first } = scene
    const own = many(2_000, () => ({ origin: first, content: letters('a') }))
    // The higher id would come first; its first letter waits for the last of the lower.
    const others = many(2_000, (index) => ({
      origin: index === 0 ? ([client, 1_999] as const) : first,
      content: letters('b'),
    }))
    return updateBytes([
      { client, clock: 0, structs: own },
      { client: client + 1, clock: 0, structs: others },
    ])
  }),
  at('two thousand letters with as many right neighbours', 'overLimit', (scene) => {
    const { client, first } = scene
    const row = { client, clock: 0, structs: [{ origin: scene.last, content: letters('r'.repeat(2_000)) }] }
    const claimers = many(2_000, (index) => ({ origin: first, right: [client, index] as const, content: letters('a') }))
    return updateBytes([row, { client: client + 1, clock: 0, structs: claimers }])
  }),
  at(
    'two thousand values that all claim to be the first',
    'overLimit',
    ({ client, outcomeId, doc }) => valuesOf(client + 1, doc, outcomeId, 2_000),
    ({ client, outcomeId, doc }) => valuesOf(client, doc, outcomeId, 2_000),
  ),
]

function valuesOf(client: number, doc: Y.Doc, outcomeId: string, count: number): Uint8Array {
  const entry = doc.getMap<Y.Map<unknown>>('outcomes').get(outcomeId)?._item
  const parent: Id = [entry?.id.client ?? 0, entry?.id.clock ?? 0]
  const structs = many(count, () => ({ parent, key: 'kind', content: value('recalled') }))
  return updateBytes([{ client, clock: 0, structs }])
}

/** All hostile updates, by name. */
export const hostileUpdates: readonly HostileUpdate[] = [...unreadable, ...withoutFooting, ...noPartOfARecord, ...tooMuch]

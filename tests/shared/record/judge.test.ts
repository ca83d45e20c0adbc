import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ActionId, DelegationId, ItemId, OutcomeId, QualifierId } from '../../../shared/base/index.ts'
import {
  Collected,
  findText,
  type Judgement,
  judgeUpdate,
  limits,
  type RecordEdit,
  type TextPath,
} from '../../../shared/record/index.ts'
import { edit, id, newDoc, updateOf, wordsOf } from './world.ts'

const item = (n: number) => id<ItemId>(n)
const outcome = id<OutcomeId>(100)
const action = id<ActionId>(200)
const qualifier = (n: number) => id<QualifierId>(400 + n)
const title = { root: 'items', id: item(1), field: 'title' } as const
const notes = { root: 'items', id: item(1), field: 'notes' } as const
const text = { root: 'outcomes', id: outcome, field: 'text' } as const

/** A record as the server has it, and somebody's copy of it. */
function world() {
  const server = newDoc(1)
  edit(
    server,
    { kind: 'item.add', id: item(1), parent: null, after: null, title: 'One' },
    { kind: 'outcome.add', id: outcome, item: item(1), after: null, text: 'A need' },
    { kind: 'qualifier.add', outcome, id: qualifier(1), after: null, text: 'yet' },
    { kind: 'action.add', id: action, item: item(1), after: null, task: 'Write' },
  )
  const client = newDoc(2, Y.encodeStateAsUpdate(server))
  return { server, client }
}

const judge = (server: Y.Doc, update: Uint8Array): Judgement => judgeUpdate(server, Y.decodeUpdate(update))
const entry = (doc: Y.Doc, root: string, key: string) => doc.getMap<Y.Map<unknown>>(root).get(key)
function mapAt(value: unknown): Y.Map<unknown> {
  if (!(value instanceof Y.Map)) throw new Error('no map')
  return value
}
const qualifiersOf = (doc: Y.Doc) => mapAt(entry(doc, 'outcomes', outcome)?.get('qualifiers'))
/** A paragraph of a text. */
function paragraphAt(doc: Y.Doc, path: TextPath, index: number): Y.XmlElement {
  const node: unknown = findText(doc, path)?.get(index)
  if (!(node instanceof Y.XmlElement)) throw new Error('no such paragraph')
  return node
}

describe('honest updates', () => {
  const edits: readonly (readonly [RecordEdit, readonly string[]])[] = [
    [
      { kind: 'item.add', id: item(2), parent: null, after: 'last', title: 'Two' },
      [`items/${item(2)}/`, `items/${item(2)}/title`],
    ],
    [{ kind: 'item.move', id: item(1), parent: null, after: null }, [`items/${item(1)}/order`, `items/${item(1)}/parent`]],
    [
      {
        kind: 'item.set',
        id: item(1),
        values: { lead: { delegation: id<DelegationId>(5) }, papers: [{ title: 'P', url: 'https://example.org' }] },
      },
      [`items/${item(1)}/lead`, `items/${item(1)}/papers`],
    ],
    [{ kind: 'item.remove', id: item(1) }, [`items/${item(1)}/removed`]],
    [
      { kind: 'outcome.set', id: outcome, values: { kind: 'agreed', actor: { words: 'all' } } },
      [`outcomes/${outcome}/actor`, `outcomes/${outcome}/kind`],
    ],
    [{ kind: 'outcome.add', id: id<OutcomeId>(101), item: item(1), after: null, text: '' }, [`outcomes/${id(101)}/`]],
    [{ kind: 'qualifier.add', outcome, id: qualifier(2), after: null, text: 'more' }, [`outcomes/${outcome}/qualifiers`]],
    [{ kind: 'qualifier.remove', outcome, id: qualifier(1), undoId: qualifier(3) }, [`outcomes/${outcome}/qualifiers`]],
    [{ kind: 'action.addPartner', id: action, partner: { words: 'ICBL' } }, [`actions/${action}/partners`]],
    [
      { kind: 'action.set', id: action, values: { due: { date: '2002-09' }, basis: 'requested' } },
      [`actions/${action}/basis`, `actions/${action}/due`],
    ],
    [{ kind: 'text.set', path: text, text: 'The need' }, [`outcomes/${outcome}/text`]],
    [
      { kind: 'note.become', item: item(1), at: [0], into: { part: 'action', id: id<ActionId>(201), after: null } },
      [`actions/${id(201)}/`, `items/${item(1)}/notes`],
    ],
  ]
  test.each(edits)('[REC50] a named edit is a part of a record, and names the places it touches: %j', (one, places) => {
    const { server, client } = world()
    const judgement = judge(
      server,
      updateOf(client, () => edit(client, one)),
    )
    if (!judgement.ok) throw new Error(judgement.message)
    expect(judgement.paths.map((path) => `${path.root}/${path.id}/${path.field ?? ''}`).sort()).toEqual(places)
    expect(judgement.lost).toEqual([])
  })

  test('[REC51] letters typed, marked, deleted and undone in notes are a part of a record and touch the notes', () => {
    const { server, client } = world()
    const words = wordsOf(findText(client, notes))
    const undo = new Y.UndoManager(findText(client, notes) ?? [], { trackedOrigins: new Set(['type']) })
    const acts = [
      () => client.transact(() => words.insert(0, 'typed words'), 'type'),
      () => words.format(0, 5, { bold: {}, link: { href: 'mailto:a@example.org', target: '_blank', rel: null, class: null } }),
      () => words.delete(2, 4),
      () => undo.undo(),
      () => undo.redo(),
      () => findText(client, notes)?.insert(1, [new Y.XmlElement('bulletList')]),
    ]
    for (const act of acts) {
      const update = updateOf(client, act)
      const judgement = judge(server, update)
      expect(judgement).toMatchObject({ ok: true, paths: [{ root: 'items', id: item(1), field: 'notes' }], lost: [] })
      Y.applyUpdate(server, update)
    }
  })

  test('[REC52] a whole state, sent once more, is judged by what is new in it', () => {
    const { server, client } = world()
    wordsOf(findText(client, title)).insert(3, ' more')
    const judgement = judge(server, Y.encodeStateAsUpdate(client))
    expect(judgement).toEqual({ ok: true, paths: [title], lost: [] })
  })

  test('[REC53] judging changes nothing', () => {
    const { server, client } = world()
    const before = Y.encodeStateAsUpdate(server)
    judge(
      server,
      updateOf(client, () => edit(client, { kind: 'item.add', id: item(2), parent: null, after: null, title: 'Two' })),
    )
    expect(Y.encodeStateAsUpdate(server)).toEqual(before)
  })
})

describe('what is no part of a record', () => {
  type Act = (client: Y.Doc) => void
  const set =
    (root: string, key: string, field: string, value: unknown): Act =>
    (client) =>
      entry(client, root, key)?.set(field, value)
  const hostile: Readonly<Record<string, Act>> = {
    'an unknown root': (client) => client.getMap('secrets').set('a', 1),
    'an entry in an unknown root': (client) => client.getMap('secrets').set(item(2), new Y.Map()),
    'a list in a root': (client) => client.getArray('items').insert(0, ['x']),
    'an entry that is no map': (client) => client.getMap('items').set(item(2), 'words'),
    'an entry that is a list': (client) => client.getMap('items').set(item(2), new Y.Array()),
    'an id that is none': (client) => client.getMap('items').set('item-2', new Y.Map()),
    'an entry overwritten': (client) => client.getMap('items').set(item(1), new Y.Map()),
    'an entry deleted': (client) => client.getMap('items').delete(item(1)),
    'an unknown field': set('items', item(1), 'secret', true),
    'an inherited field': set('items', item(1), 'constructor', true),
    'a text overwritten': set('items', item(1), 'title', new Y.XmlFragment()),
    'a text overwritten by words': set('items', item(1), 'title', 'words'),
    'a text deleted': (client) => entry(client, 'outcomes', outcome)?.delete('text'),
    'all qualifiers overwritten': set('outcomes', outcome, 'qualifiers', new Y.Map()),
    "a qualifier's text deleted": (client) => mapAt(qualifiersOf(client).get(qualifier(1))).delete('text'),
    'a value of the wrong kind': set('items', item(1), 'minutes', 'many'),
    'a value that is nothing': set('items', item(1), 'minutes', undefined),
    'a value with more than it may': set('items', item(1), 'lead', { words: 'x', more: 1 }),
    'bytes as a value': set('items', item(1), 'lead', new Uint8Array(3)),
    'a sub-document': set('items', item(1), 'lead', new Y.Doc()),
    'an order that is no key': set('items', item(1), 'order', 'a00'),
    'a paper that runs': set('items', item(1), 'papers', [{ title: 'x', url: 'javascript:alert(1)' }]),
    'a partner that is none': (client) => mapAt(entry(client, 'actions', action)?.get('partners')).set('everybody', true),
    'an unknown node': (client) => findText(client, notes)?.insert(0, [new Y.XmlElement('script')]),
    'a heading in a title': (client) => findText(client, title)?.insert(0, [new Y.XmlElement('heading')]),
    'a hook': (client) => findText(client, notes)?.insert(0, [new Y.XmlHook('x') as unknown as Y.XmlElement]),
    'a list item without a list': (client) => findText(client, notes)?.insert(0, [new Y.XmlElement('listItem')]),
    'words without a paragraph': (client) => findText(client, notes)?.insert(0, [new Y.XmlText('x')]),
    'an unknown attribute': (client) => paragraphAt(client, notes, 0).setAttribute('onclick', 'x'),
    'an attribute of a title': (client) => paragraphAt(client, title, 0).setAttribute('became', `action:${action}`),
    'a heading of level 1': (client) => findText(client, notes)?.insert(0, [withAttribute('heading', 'level', 1)]),
    'an attribute of words': (client) => wordsOf(findText(client, notes)).setAttribute('x', 'y'),
    'something embedded': (client) => wordsOf(findText(client, notes)).insertEmbed(0, { image: 'x' }),
    'a type in words': (client) => wordsOf(findText(client, notes)).insertEmbed(0, new Y.Map()),
    'a mark in a title': (client) => wordsOf(findText(client, title)).format(0, 2, { bold: {} }),
    'an unknown mark': (client) => wordsOf(findText(client, notes)).insert(0, 'x', { style: { color: 'red' } }),
    'a link that runs': (client) => wordsOf(findText(client, notes)).insert(0, 'x', { link: { href: 'javascript:alert(1)' } }),
    'a link that runs, disguised': (client) =>
      wordsOf(findText(client, notes)).insert(0, 'x', { link: { href: ' java\tscript:alert(1)' } }),
    'a link that leads nowhere': (client) => wordsOf(findText(client, notes)).insert(0, 'x', { link: {} }),
    'a link with an extra': (client) =>
      wordsOf(findText(client, notes)).insert(0, 'x', { link: { href: 'https://x.org', onclick: 'x' } }),
  }
  test.each(Object.entries(hostile))('[REC54] refused before it is applied: %s', (_name, act) => {
    const { server, client } = world()
    const judgement = judge(
      server,
      updateOf(client, () => act(client)),
    )
    expect(judgement).toMatchObject({ ok: false, code: 'shape' })
  })

  test('[REC55] an entry that was made and deleted before it was sent is refused like any deletion of an entry', () => {
    const { server, client } = world()
    const makeAndDelete = (): void => {
      client.getMap('items').set(item(2), new Y.Map())
      client.getMap('items').delete(item(2))
    }
    const inTwoSteps = updateOf(client, makeAndDelete)
    const atOnce = updateOf(client, () => client.transact(makeAndDelete))
    expect(judge(server, inTwoSteps)).toMatchObject({ ok: false, code: 'shape' })
    Y.applyUpdate(server, inTwoSteps)
    expect(judge(server, atOnce)).toMatchObject({ ok: false, code: 'shape' })
  })

  test('[REC56] two pieces of one update may not make the same entry', () => {
    const { server } = world()
    const [a, b] = [newDoc(3), newDoc(4)]
    for (const doc of [a, b]) doc.getMap('items').set(item(2), new Y.Map())
    const merged = Y.mergeUpdates([Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)])
    expect(judge(server, merged)).toMatchObject({ ok: false, code: 'shape' })
  })

  test('[REC57] an update that builds on what nobody has is a gap', () => {
    const { server, client } = world()
    const words = wordsOf(findText(client, title))
    words.insert(0, 'first')
    const second = updateOf(client, () => words.insert(5, 'second'))
    expect(judge(server, second)).toMatchObject({ ok: false, code: 'gap' })
  })

  test('[SIM9] a part that says it stands between a letter and itself is refused: readers would put it in different places', () => {
    const { server, client } = world()
    const words = wordsOf(findText(client, title))
    const update = updateOf(client, () => words.insert(1, 'x'))
    const bent = Y.decodeUpdate(update)
    const [part] = bent.structs
    if (!(part instanceof Y.Item)) throw new Error('No part')
    expect(judgeUpdate(server, bent).ok).toBe(true)
    part.rightOrigin = part.origin
    expect(judgeUpdate(server, bent)).toMatchObject({ ok: false, code: 'shape' })
  })

  test('[REC59] of two who replace the same qualifier at once, the second is refused', () => {
    const { server, client } = world()
    const other = newDoc(3, Y.encodeStateAsUpdate(server))
    const replace = (doc: Y.Doc) => updateOf(doc, () => qualifiersOf(doc).set(qualifier(1), new Y.Map()))
    const [first, second] = [replace(client), replace(other)]
    expect(judge(server, first).ok).toBe(true)
    Y.applyUpdate(server, first)
    expect(judge(server, second)).toMatchObject({ ok: false, code: 'shape' })
  })

  test('[REC58] a qualifier may come back under its id once it is gone', () => {
    const { server, client } = world()
    const update = updateOf(client, () =>
      edit(client, { kind: 'qualifier.remove', outcome, id: qualifier(1), undoId: qualifier(1) }),
    )
    expect(judge(server, update).ok).toBe(true)
    Y.applyUpdate(server, update)
    const back = updateOf(client, () =>
      edit(client, { kind: 'qualifier.add', outcome, id: qualifier(1), after: null, text: 'yet' }),
    )
    expect(judge(server, back).ok).toBe(true)
  })
})

function withAttribute(name: string, attribute: string, value: number): Y.XmlElement {
  const element = new Y.XmlElement<{ [attribute: string]: string | number }>(name)
  element.setAttribute(attribute, value)
  return element as unknown as Y.XmlElement
}

describe('limits', () => {
  test('[REC60] a text longer than it may be is refused, and one that merging made too long may still shrink', () => {
    const { server, client } = world()
    const type = (doc: Y.Doc, letters: number) =>
      updateOf(doc, () => wordsOf(findText(doc, title)).insert(0, 'x'.repeat(letters)))
    const room = limits.titleLength - wordsOf(findText(server, title)).length
    expect(judge(server, type(newDoc(3, Y.encodeStateAsUpdate(server)), room + 1))).toMatchObject({
      ok: false,
      code: 'overLimit',
    })
    const full = type(newDoc(4, Y.encodeStateAsUpdate(server)), room)
    expect(judge(server, full)).toMatchObject({ ok: true })
    // Two who each stayed below the limit.
    Y.applyUpdate(server, full)
    Y.applyUpdate(server, type(client, 5))
    const later = newDoc(5, Y.encodeStateAsUpdate(server))
    const shorter = updateOf(later, () => wordsOf(findText(later, title)).delete(0, 2))
    expect(judge(server, shorter)).toMatchObject({ ok: true })
    const swapped = updateOf(later, () => wordsOf(findText(later, title)).insert(0, 'y'))
    expect(judge(server, Y.mergeUpdates([shorter, swapped]))).toMatchObject({ ok: true })
    Y.applyUpdate(server, shorter)
    expect(judge(server, swapped)).toMatchObject({ ok: false, code: 'overLimit' })
  })

  test('[REC61] a record holds only so many entries', () => {
    const server = newDoc(1)
    const items = server.getMap('items')
    server.transact(() => {
      for (let n = 0; n < limits.entries; n += 1) items.set(id(n), new Y.Map())
    })
    const client = newDoc(2, Y.encodeStateAsUpdate(server))
    const update = updateOf(client, () => client.getMap('items').set(id(limits.entries + 1), new Y.Map()))
    expect(judge(server, update)).toMatchObject({ ok: false, code: 'overLimit' })
  })

  test('[REC62] lists nested deeper than the limit are refused', () => {
    const { server, client } = world()
    const update = updateOf(client, () => {
      let parent: Y.XmlFragment | null = findText(client, notes)
      for (let depth = 0; depth < limits.depth; depth += 1) {
        const [list, inner]: Y.XmlElement[] = [new Y.XmlElement('bulletList'), new Y.XmlElement('listItem')]
        parent?.insert(0, list === undefined ? [] : [list])
        list?.insert(0, inner === undefined ? [] : [inner])
        parent = inner ?? null
      }
    })
    expect(judge(server, update)).toMatchObject({ ok: false, code: 'overLimit' })
  })

  test('[REC63] only so many devices can ever write in one record', () => {
    const { server } = world()
    for (let clientId = 10; server.store.clients.size < limits.clientIds; clientId += 1) {
      server.store.clients.set(clientId, [new Y.GC(Y.createID(clientId, 0), 1)])
    }
    const client = newDoc(5_000_000)
    client.getMap('items').set(item(3), new Y.Map())
    expect(judge(server, Y.encodeStateAsUpdate(client))).toMatchObject({ ok: false, code: 'overLimit' })
  })
})

describe('swallowed words', () => {
  /** Notes of two paragraphs, so that one can be deleted. */
  function twoParagraphs() {
    const { server } = world()
    const paragraph = new Y.XmlElement('paragraph')
    findText(server, notes)?.insert(1, [paragraph])
    paragraph.insert(0, [new Y.XmlText('second')])
    return { server, a: newDoc(2, Y.encodeStateAsUpdate(server)), b: newDoc(3, Y.encodeStateAsUpdate(server)), paragraph }
  }
  const second = (doc: Y.Doc) => paragraphAt(doc, notes, 1).get(0) as Y.XmlText

  test('[REC70] words typed into something deleted meanwhile are told, with whose they are', () => {
    const { server, a, b } = twoParagraphs()
    const deletion = updateOf(a, () => findText(a, notes)?.delete(1, 1))
    const typed = updateOf(b, () => second(b).insert(6, ' thoughts'))
    Y.applyUpdate(server, deletion)
    const judgement = judge(server, typed)
    expect(judgement).toMatchObject({ ok: true, lost: [{ clientId: 3, text: ' thoughts', whose: 'sender' }] })
  })

  test('[REC71] within one turn, before anything is collected, their place is known too', () => {
    const { server, a, b } = twoParagraphs()
    const deletion = updateOf(a, () => findText(a, notes)?.delete(1, 1))
    const typed = updateOf(b, () => second(b).insert(6, ' thoughts'))
    server.transact(() => {
      Y.applyUpdate(server, deletion)
      expect(judge(server, typed)).toEqual({
        ok: true,
        paths: [notes],
        lost: [{ clientId: 3, text: ' thoughts', whose: 'sender', path: notes }],
      })
    })
  })

  test('[REC72] words that a deletion takes along without having seen them are told, with whose they are', () => {
    const { server, a, b } = twoParagraphs()
    const deletion = updateOf(a, () => findText(a, notes)?.delete(1, 1))
    second(b).insert(6, ' thoughts')
    second(b).insert(0, 'my ')
    Y.applyUpdate(server, Y.encodeStateAsUpdate(b))
    expect(judge(server, deletion)).toEqual({
      ok: true,
      paths: [notes],
      lost: [
        { clientId: 3, text: ' thoughts', path: notes, whose: 'others' },
        { clientId: 3, text: 'my ', path: notes, whose: 'others' },
      ],
    })
  })

  test('[REC73] words deleted by somebody who had seen them are not told', () => {
    const { server, a } = twoParagraphs()
    expect(
      judge(
        server,
        updateOf(a, () => findText(a, notes)?.delete(1, 1)),
      ),
    ).toMatchObject({ ok: true, lost: [] })
  })

  test('[REC74] of words seen in part, only the rest is told', () => {
    const { server, a, b } = twoParagraphs()
    const seen = updateOf(b, () => second(b).insert(6, ' and third'))
    Y.applyUpdate(server, seen)
    Y.applyUpdate(a, seen)
    const deletion = updateOf(a, () => findText(a, notes)?.delete(1, 1))
    Y.applyUpdate(
      server,
      updateOf(b, () => second(b).insert(16, ' and fourth')),
    )
    expect(judge(server, deletion)).toMatchObject({ ok: true, lost: [{ clientId: 3, text: ' and fourth' }] })
  })

  test('[REC75] words in a qualifier that is removed meanwhile are told', () => {
    const { server, client } = world()
    const other = newDoc(3, Y.encodeStateAsUpdate(server))
    const path = { root: 'outcomes', id: outcome, field: 'qualifiers', qualifier: qualifier(1) } as const
    const removal = updateOf(client, () =>
      edit(client, { kind: 'qualifier.remove', outcome, id: qualifier(1), undoId: qualifier(2) }),
    )
    Y.applyUpdate(
      server,
      updateOf(other, () => wordsOf(findText(other, path)).insert(3, ' again')),
    )
    expect(judge(server, removal)).toMatchObject({ ok: true, lost: [{ clientId: 3, text: ' again', whose: 'others' }] })
  })

  test('[REC76] who saw the deletion remembers the place after all is collected; who comes later does not know it', () => {
    const { server, a, b } = twoParagraphs()
    const { pathOf } = new Collected(server)
    const deletion = updateOf(a, () => findText(a, notes)?.delete(1, 1))
    const inside = updateOf(b, () => second(b).insert(3, ' in the middle'))
    const behind = updateOf(b, () => second(b).insert(second(b).length, ' thoughts'))
    Y.applyUpdate(server, deletion)
    const added = Y.decodeUpdate(Y.mergeUpdates([inside, behind]))
    const where = (judgement: ReturnType<typeof judgeUpdate>) => (judgement.ok ? judgement.lost.map(({ path }) => path) : null)
    expect(where(judgeUpdate(server, added, pathOf))).toEqual([notes, notes])
    const later = newDoc(9, Y.encodeStateAsUpdate(server))
    expect(where(judgeUpdate(later, added, new Collected(later).pathOf))).toEqual([null, null])
  })

  test('[REC76] a place is remembered also for letters that were deleted before what held them', () => {
    const { server, a, b } = twoParagraphs()
    const { pathOf } = new Collected(server)
    const typed = updateOf(b, () => second(b).insert(6, ' thoughts'))
    for (const work of [() => second(a).delete(0, 6), () => findText(a, notes)?.delete(1, 1)]) {
      Y.applyUpdate(server, updateOf(a, work))
    }
    expect(judgeUpdate(server, Y.decodeUpdate(typed), pathOf)).toMatchObject({ ok: true, lost: [{ path: notes }] })
  })

  test('[REC76] a place is remembered through everything that was deleted at once', () => {
    const { server, client } = world()
    const other = newDoc(3, Y.encodeStateAsUpdate(server))
    const { pathOf } = new Collected(server)
    const path = { root: 'outcomes', id: outcome, field: 'qualifiers', qualifier: qualifier(1) } as const
    const removal = updateOf(client, () =>
      edit(client, { kind: 'qualifier.remove', outcome, id: qualifier(1), undoId: qualifier(2) }),
    )
    const typed = updateOf(other, () => wordsOf(findText(other, path)).insert(3, ' again'))
    Y.applyUpdate(server, removal)
    expect(judgeUpdate(server, Y.decodeUpdate(typed), pathOf)).toMatchObject({
      ok: true,
      paths: [{ root: 'outcomes', id: outcome, field: 'qualifiers' }],
      lost: [{ text: ' again', path: { root: 'outcomes', id: outcome, field: 'qualifiers' } }],
    })
  })
})

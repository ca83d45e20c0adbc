import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { judgeTyping, type KnownWords } from '../../../server/rooms/judgeTyping.ts'
import { readTyping } from '../../../server/rooms/readTyping.ts'
import { readUpdate } from '../../../server/rooms/readUpdate.ts'
import { reduceUpdate } from '../../../server/rooms/reduceUpdate.ts'
import type { ItemId, OutcomeId } from '../../../shared/base/index.ts'
import { applyEdit, Collected, findText, judgeUpdate, limits, recordShape } from '../../../shared/record/index.ts'
import { fc } from '../../support/chance.ts'
import { newId } from '../../support/storageSamples.ts'

const runs = Number(process.env.TYPING_RUNS ?? 100)
const timeout = Math.max(60_000, runs * 300)

interface Text {
  readonly doc: Y.Doc
  readonly outcomeId: OutcomeId
}

function settled(): Text {
  const doc = new Y.Doc()
  const item = newId<ItemId>()
  const outcomeId = newId<OutcomeId>()
  applyEdit(doc, { kind: 'item.add', id: item, parent: null, after: 'last', title: 'Opening' }, 'test')
  applyEdit(doc, { kind: 'outcome.add', id: outcomeId, item, after: 'last', text: 'The Group agreed.' }, 'test')
  return { doc, outcomeId }
}

function copyOf({ doc, outcomeId }: Text): Text {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return { doc: copy, outcomeId }
}

/** The live words of the outcome's paragraph. */
function wordsOf({ doc, outcomeId }: Text): Y.XmlText {
  const paragraph = findText(doc, { root: 'outcomes', id: outcomeId, field: 'text' })?.get(0)
  const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(words instanceof Y.XmlText)) throw new Error('No words')
  return words
}

/** What the full judgement says of an update; null for a no. */
function judgedInFull(bytes: Uint8Array, doc: Y.Doc) {
  const read = readUpdate(bytes)
  const reduced = read.ok ? reduceUpdate(read.value, doc, bytes) : read
  if (!reduced.ok || reduced.value.bytes === null) return null
  const structs = [...reduced.value.structs.values()].flatMap((run) => run.structs)
  const judged = judgeUpdate(doc, { structs, ds: { clients: reduced.value.deletes } }, new Collected(doc).pathOf, recordShape)
  const written = [...reduced.value.structs].map(([client, { from, end }]) => ({ client, clock: from, length: end - from }))
  return judged.ok && judged.lost.length === 0 ? { paths: judged.paths, written, bytes: reduced.value.bytes } : null
}

interface Deed {
  readonly who: number
  readonly at: number
  readonly words: string
  readonly deletes: number
  readonly hears: boolean
}

/** One thing that a typist does: words, where (as a share of the text), and how many letters are deleted there instead. */
const deed: fc.Arbitrary<Deed> = fc.record({
  who: fc.nat(2),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  words: fc.oneof(fc.constantFrom('a', 'bc', 'é', 'الحل', '😀'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 })),
  deletes: fc.nat(8),
  hears: fc.boolean(),
})

test('[BEN1] what the short way of the gate takes, the full judgement takes with the same places and the same letters', {
  timeout,
}, () => {
  let taken = 0
  let asked = 0
  const property = (deeds: readonly Deed[]) => {
    const server = settled()
    const known: KnownWords = new WeakMap()
    const typists = [copyOf(server), copyOf(server), copyOf(server)]
    for (const { who, at, words, deletes, hears } of deeds) {
      const typist = typists[who] ?? server
      if (hears) Y.applyUpdate(typist.doc, Y.encodeStateAsUpdate(server.doc, Y.encodeStateVector(typist.doc)))
      const text = wordsOf(typist)
      const index = Math.floor(at * text.length)
      const before = Y.encodeStateVector(typist.doc)
      let update: Uint8Array | null = null
      typist.doc.once('update', (bytes: Uint8Array) => {
        update = bytes
      })
      if (deletes > 6 && index < text.length) text.delete(index, Math.min(deletes, text.length - index))
      else text.insert(index, words)
      const bytes: Uint8Array = update ?? Y.encodeStateAsUpdate(typist.doc, before)
      asked += 1
      const typing = readTyping(bytes)
      const path = typing === null ? null : judgeTyping(typing, server.doc, recordShape, known)
      if (typing !== null && path !== null) {
        taken += 1
        const { client, clock, length } = typing
        expect(judgedInFull(bytes, server.doc)).toEqual({ paths: [path], written: [{ client, clock, length }], bytes })
      }
      Y.applyUpdate(server.doc, bytes)
    }
  }
  fc.assert(fc.property(fc.array(deed, { minLength: 20, maxLength: 60 }), property), { numRuns: runs })
  // Half of these typists have not heard of the newest letters and one deed in four deletes; of the rest nearly all take the short way.
  expect(taken).toBeGreaterThan(asked * 0.4)
})

test('[BEN2] bytes that are cut, changed or lengthened are never taken on the short way unless the full judgement takes them, too', {
  timeout,
}, () => {
  const bytes = fc.record({ at: fc.nat(200), value: fc.nat(255), cut: fc.nat(3), more: fc.uint8Array({ maxLength: 2 }) })
  const server = settled()
  const typist = copyOf(server)
  const text = wordsOf(typist)
  const updates: Uint8Array[] = []
  typist.doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let n = 0; n < 40; n += 1) text.insert(n % 3 === 0 ? Math.floor(text.length / 2) : text.length, n % 5 === 0 ? 'لا' : 'ab')
  for (const update of updates.slice(0, 20)) Y.applyUpdate(server.doc, update)
  const known: KnownWords = new WeakMap()
  const property = (picked: number, { at, value, cut, more }: { at: number; value: number; cut: number; more: Uint8Array }) => {
    const chosen = updates[picked % updates.length] ?? new Uint8Array()
    const changed = Uint8Array.from([...chosen.subarray(0, chosen.length - (cut === 3 ? 1 : 0)), ...(cut === 2 ? more : [])])
    if (cut < 2) changed[at % changed.length] = value
    const typing = readTyping(changed)
    const path = typing === null ? null : judgeTyping(typing, server.doc, recordShape, known)
    if (path === null || typing === null) return
    const { client, clock, length } = typing
    const full = judgedInFull(changed, server.doc)
    expect(full).toEqual({ paths: [path], written: [{ client, clock, length }], bytes: changed })
  }
  fc.assert(fc.property(fc.nat(), bytes, property), { numRuns: runs * 20 })
})

test('[BEN3] words into a text that is full, or into something deleted, never go the short way', () => {
  const server = settled()
  const typist = copyOf(server)
  const known: KnownWords = new WeakMap()
  const judged = (words: string) => {
    let update = new Uint8Array()
    typist.doc.once('update', (bytes: Uint8Array) => {
      update = new Uint8Array(bytes)
    })
    const text = wordsOf(typist)
    text.insert(text.length, words)
    const typing = readTyping(update)
    const path = typing === null ? null : judgeTyping(typing, server.doc, recordShape, known)
    return { path, update }
  }
  Y.applyUpdate(server.doc, judged('a').update)
  const plain = judged('b')
  expect(plain.path).toEqual({ root: 'outcomes', id: server.outcomeId, field: 'text' })
  Y.applyUpdate(server.doc, plain.update)
  const room = limits.textLength - wordsOf(server).length
  wordsOf(server).insert(0, 'x'.repeat(room))
  const tooMuch = judged('c')
  expect(tooMuch.path).toBeNull()
  // What comes next builds on it and has no gap.
  Y.applyUpdate(server.doc, tooMuch.update)
  wordsOf(server).delete(0, room)
  const again = judged('e')
  expect(again.path).toEqual(plain.path)
  Y.applyUpdate(server.doc, again.update)
  const fragment = findText(server.doc, { root: 'outcomes', id: server.outcomeId, field: 'text' })
  // Gone at the server alone, while somebody types in it; within the turn all of it still stands, as deleted.
  server.doc.transact(() => {
    fragment?.delete(0, 1)
    expect(judged('d').path).toBeNull()
  })
  expect(judged('f').path).toBeNull()
})

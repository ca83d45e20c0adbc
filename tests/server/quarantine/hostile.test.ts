import { afterAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { systemClock } from '../../../server/base/index.ts'
import { createCopyReader } from '../../../server/rooms/index.ts'
import { packCopy } from '../../../shared/protocol/index.ts'
import type { RecordLists } from '../../../shared/record/index.ts'
import { bareHeader, copyOf } from '../../support/copyOf.ts'
import { copyWorker } from '../../support/copyWorker.ts'
import { codeOf, must, newId } from '../../support/storageSamples.ts'

const reader = createCopyReader({ clock: systemClock(), worker: copyWorker, limitMs: 3_000 })
afterAll(() => reader.close())

const item = newId()
const whole = copyOf([{ kind: 'item.add', id: item as never, parent: null, after: 'last', title: 'Opening' }])
const packed = (make: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc()
  make(doc)
  return packCopy(bareHeader, Y.encodeStateAsUpdate(doc))
}
const lists = (read: Uint8Array): RecordLists => JSON.parse(new TextDecoder().decode(read))

/** An entry of items with whatever its title and notes are made of. */
function entry(doc: Y.Doc, notes: Y.XmlFragment, id: string = newId()): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  doc.getMap('items').set(id, map)
  map.set('order', 'a0')
  map.set('notes', notes)
  return map
}

describe('a hostile copy', () => {
  const bad: Readonly<Record<string, () => Uint8Array>> = {
    'no container': () => new Uint8Array([1, 2, 3]),
    'a header longer than all': () => new Uint8Array([0xff, 0xff, 0xff, 0xff, 1]),
    'a header that is no JSON': () => new Uint8Array([0, 0, 0, 2, 0x7b, 0x7b, 0, 0]),
    'no update': () => packCopy(bareHeader, new Uint8Array([9, 9, 9])),
    'a version 2 update': () => {
      const doc = new Y.Doc()
      doc.getMap('items').set('x', 1)
      return packCopy(bareHeader, Y.encodeStateAsUpdateV2(doc))
    },
    'the 27 bytes that a decoder of version 2 never ends on': () => packCopy(bareHeader, new Uint8Array(27).fill(255)),
    'half of a record': () => {
      const doc = new Y.Doc()
      doc.getMap('items').set('a', 1)
      const middle = Y.encodeStateVector(doc)
      doc.getMap('items').set('a', 2)
      return packCopy(bareHeader, Y.encodeStateAsUpdate(doc, middle))
    },
    'more entries than a record may have': () =>
      packed((doc) => doc.transact(() => Array.from({ length: 2_001 }, () => entry(doc, new Y.XmlFragment())))),
    'a text longer than any': () =>
      packed((doc) => {
        const paragraph = new Y.XmlElement('paragraph')
        paragraph.insert(0, [new Y.XmlText('x'.repeat(250_000))])
        const notes = new Y.XmlFragment()
        notes.insert(0, [paragraph])
        entry(doc, notes)
      }),
  }
  for (const [name, make] of Object.entries(bad)) {
    test(`[QUA13] is refused, and the next copy is read all the same: ${name}`, async () => {
      expect(['malformed', 'gap', 'tooLarge', 'overLimit']).toContain(codeOf(await reader.read(make(), 'eve')))
      expect(lists(must(await reader.read(whole, 'anna')).read).items[0]?.id).toBe(item)
    })
  }

  test('[QUA13] is read no deeper than a record is, whatever lies in it', async () => {
    const deep = packed((doc) => {
      const notes = new Y.XmlFragment()
      entry(doc, notes)
      let list = new Y.XmlElement('bulletList')
      notes.insert(0, [list])
      for (let depth = 0; depth < 3_000; depth += 1) {
        const inside = new Y.XmlElement('listItem')
        const next = new Y.XmlElement('bulletList')
        list.insert(0, [inside])
        inside.insert(0, [next])
        list = next
      }
    })
    const answer = await reader.read(deep, 'eve')
    if (!answer.ok) expect(answer.refusal.code).toBe('tooLarge')
    expect(must(await reader.read(whole, 'anna')).sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('[QUA13] has no keys, roots or letters that are not of a record', async () => {
    const odd = packed((doc) => {
      const map = entry(doc, new Y.XmlFragment())
      map.set('lead', JSON.parse('{"__proto__": {"isAdmin": true}}'))
      doc.getMap('items').set('__proto__', new Y.Map())
      doc.getMap('secrets').set('x', 'hidden')
      const title = new Y.XmlFragment()
      map.set('title', title)
      const paragraph = new Y.XmlElement('paragraph')
      title.insert(0, [paragraph])
      paragraph.insert(0, [new Y.XmlText('half \ud800 a letter')])
    })
    const { read } = must(await reader.read(odd, 'eve'))
    const text = new TextDecoder().decode(read)
    expect(text).not.toContain('isAdmin')
    expect(text).not.toContain('hidden')
    expect(lists(read).items).toHaveLength(1)
    expect(must(await reader.compare(lists(read), must(await reader.read(whole, 'anna')).read, 'chair')).length).toBeGreaterThan(
      0,
    )
  })

  test('[QUA14] that takes too long ends its thread and nothing else', async () => {
    const hasty = createCopyReader({ clock: systemClock(), worker: copyWorker, limitMs: 1 })
    expect(codeOf(await hasty.read(whole, 'eve'))).toBe('tooLarge')
    await hasty.close()
    expect(codeOf(await hasty.read(whole, 'eve'))).toBe('restarting')
  })

  test('[QUA14] that takes too much memory ends its thread and nothing else', async () => {
    const narrow = createCopyReader({ clock: systemClock(), worker: copyWorker, limitMs: 20_000, memoryMb: 12 })
    const large = packed((doc) => doc.transact(() => Array.from({ length: 40_000 }, () => entry(doc, new Y.XmlFragment()))))
    expect(codeOf(await narrow.read(large, 'eve'))).toBe('tooLarge')
    await narrow.close()
  })

  test('[QUA14] one person brings two at a time at most, and others are not held up by them', async () => {
    const answers = [1, 2, 3, 4].map(() => reader.read(whole, 'eve'))
    const other = reader.read(whole, 'anna')
    expect((await Promise.all(answers)).filter((answer) => answer.ok)).toHaveLength(2)
    must(await other)
  })
})

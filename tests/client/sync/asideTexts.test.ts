import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { asideTexts } from '../../../client/sync/asideTexts.ts'

function record() {
  const base = new Y.Doc()
  const entry = new Y.Map<unknown>()
  const text = new Y.XmlFragment()
  base.transact(() => {
    base.getMap('outcomes').set('o1', entry)
    entry.set('text', text)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('to build on the work')])
    text.insert(0, [paragraph])
  })
  const mine = new Y.Doc()
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(base))
  const updates: Uint8Array[] = []
  mine.on('update', (update: Uint8Array) => updates.push(update))
  const outcome = mine.getMap<Y.Map<Y.XmlFragment>>('outcomes').get('o1')
  const line = outcome?.get('text')?.get(0)
  const words = line instanceof Y.XmlElement ? line.get(0) : null
  if (!(words instanceof Y.XmlText)) throw new Error('no words')
  return { mine, updates, words }
}

describe('words kept aside', () => {
  test('[CL15] refused words are kept with their place and the text around them', () => {
    const { mine, updates, words } = record()
    words.insert(3, 'carefully ')
    expect(asideTexts(mine, updates)).toEqual([
      { path: 'outcomes/o1/text', whole: 'to carefully build on the work', added: 'carefully' },
    ])
  })

  test('[CL16] words whose place somebody has deleted are kept all the same', () => {
    const { mine, updates, words } = record()
    words.insert(3, 'carefully ')
    const typed = [...updates]
    mine.getMap('outcomes').delete('o1')
    expect(asideTexts(mine, typed)).toEqual([{ path: '', whole: 'carefully ', added: 'carefully ' }])
  })
})

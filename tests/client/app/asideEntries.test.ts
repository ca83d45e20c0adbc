import { expect, test } from 'vitest'
import { asideEntries, wordsOf } from '../../../client/app/live/asideEntries.ts'
import { readPlace } from '../../../client/app/live/readPlace.ts'
import type { Aside } from '../../../client/sync/index.ts'
import type { AsideAnswer } from '../../../shared/protocol/index.ts'

const id = 'AAAAAAAAAAAAAAAAAAAAAA'

function onDevice(key: number, ...added: string[]): Aside {
  const texts = added.map((words, n) => ({ path: `items/${id}/${n === 0 ? 'notes' : 'title'}`, whole: words, added: words }))
  return { key, place: 'p', code: 'wrongPhase', message: '', at: 1, texts, update: new Uint8Array() }
}

function atServer(asideId: string, text: string, parts: Partial<AsideAnswer> = {}): AsideAnswer {
  const author = { name: 'Anna', delegationType: null }
  return { asideId, place: null, text, reason: 'rightEnded', at: '', yours: true, author, ...parts }
}

test('[CL33] late words that this device and the server both keep are shown once, and letting go ends both', () => {
  const entries = asideEntries([onDevice(1, 'Late words\nand more.')], [atServer('a', 'Late words'), atServer('b', 'Others.')])
  expect(entries.map(({ deviceKey, asideIds }) => [deviceKey, asideIds])).toEqual([
    [1, ['a']],
    [null, ['b']],
  ])
  expect(entries.map(wordsOf)).toEqual(['Late words\nand more.', 'Others.'])
})

test('[CL33] what was typed into something deleted, what is others’ and what has no words is never taken for the same', () => {
  const device = [onDevice(1, 'Same words.')]
  const server = [
    atServer('under', 'Same words.', { reason: 'deletedUnder' }),
    atServer('foreign', 'Same words.', { yours: false }),
    atServer('silent', ''),
  ]
  const entries = asideEntries(device, server)
  expect(entries.map(({ asideIds }) => asideIds)).toEqual([[], ['under'], ['foreign'], ['silent']])
  expect(entries.map(({ author }) => author?.name ?? null)).toEqual([null, null, 'Anna', null])
})

test('[CL33] one text at the server is counted to one on this device only', () => {
  const entries = asideEntries([onDevice(1, 'Twice.'), onDevice(2, 'Twice.')], [atServer('a', 'Twice.')])
  expect(entries.map(({ asideIds }) => asideIds)).toEqual([['a'], []])
})

test('[CL35] a place is read as far as it is known: the text, or the entry it belonged to', () => {
  expect(readPlace(`items/${id}/notes`)).toEqual({ root: 'items', id, field: 'notes' })
  expect(readPlace(`items/${id}`)).toEqual({ root: 'items', id, field: 'title' })
  expect(readPlace(`outcomes/${id}/qualifiers`)).toEqual({ root: 'outcomes', id, field: 'text' })
  for (const word of ['', 'items', 'items/x', `nothing/${id}`]) expect(readPlace(word)).toBeNull()
})

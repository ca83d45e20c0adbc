import { expect, test } from 'vitest'
import { byOrder, type Ordered, placeAfter } from '../../../shared/record/index.ts'
import { fc } from '../../support/chance.ts'

const keys = ['a0', 'a1', 'a2', 'Zz', 'a0V', '', 'rubbish', 'a10', 'zzzz']

/** Puts the placement into force, as an edit would. */
function placed(siblings: readonly Ordered[], after: string | null): readonly string[] {
  const place = placeAfter(siblings, after)
  const orders = new Map(place.rekeyed.map(({ id, order }) => [id, order]))
  const all = siblings.map(({ id, order }) => ({ id, order: orders.get(id) ?? order }))
  return [...all, { id: 'new', order: place.order }].sort(byOrder).map(({ id }) => id)
}

test('[REC1] a place can be found behind any neighbour, also where keys are equal or broken, and nobody else changes places', () => {
  const siblings = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1, maxLength: 3 }), order: fc.constantFrom(...keys) }), {
    selector: ({ id }) => id,
    maxLength: 12,
  })
  fc.assert(
    fc.property(siblings, fc.nat(), (list, pick) => {
      fc.pre(list.every(({ id }) => id !== 'new'))
      const sorted = [...list].sort(byOrder).map(({ id }) => id)
      const index = pick % (sorted.length + 1)
      const after = index === 0 ? null : (sorted[index - 1] ?? null)
      expect(placed(list, after)).toEqual([...sorted.slice(0, index), 'new', ...sorted.slice(index)])
    }),
  )
})

test('[REC2] behind a neighbour that is gone means behind all others', () => {
  const list = [
    { id: 'x', order: 'a0' },
    { id: 'y', order: 'a1' },
  ]
  expect(placed(list, 'gone')).toEqual(['x', 'y', 'new'])
})

test('[REC3] only those without a usable key of their own get a new one', () => {
  const list = [
    { id: 'w', order: 'a0' },
    { id: 'x', order: 'a1' },
    { id: 'y', order: 'a1' },
    { id: 'z', order: 'a2' },
  ]
  expect(placeAfter(list, 'w').rekeyed).toEqual([])
  const between = placeAfter(list, 'x').rekeyed.map(({ id }) => id)
  expect(between.length).toBeGreaterThan(0)
  expect(between.every((id) => id === 'x' || id === 'y')).toBe(true)
})

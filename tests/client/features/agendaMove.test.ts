import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { agendaDrop, agendaMove } from '../../../client/features/agenda/agendaMove.ts'
import { type ItemId, type MeetingId, makeId } from '../../../shared/base/index.ts'
import { applyEdit, createReader } from '../../../shared/record/index.ts'
import { fc } from '../../support/chance.ts'
import { session } from '../../support/storageSamples.ts'

const idOf = (n: number): ItemId => makeId<ItemId>(new Uint8Array(16).fill(n))

function agenda(count: number) {
  const doc = new Y.Doc()
  const reader = createReader(doc)
  for (let n = 1; n <= count; n += 1) {
    applyEdit(doc, { kind: 'item.add', id: idOf(n), parent: null, after: 'last', title: `${n}` }, 'test')
  }
  const items = () => reader.read('m' as MeetingId, session(1)).items
  const make = (edit: ReturnType<typeof agendaMove>) => (edit === null ? null : applyEdit(doc, edit, 'test'))
  return { items, make, order: () => items().map((item) => item.number) }
}

describe('moving items', () => {
  test('[CL29] an item moves up and down among its own kind and stops at the ends', () => {
    const { items, make } = agenda(3)
    const titles = () => items().map((item) => item.id)
    make(agendaMove(items(), idOf(3), 'up'))
    expect(titles()).toEqual([idOf(1), idOf(3), idOf(2)])
    make(agendaMove(items(), idOf(1), 'down'))
    expect(titles()).toEqual([idOf(3), idOf(1), idOf(2)])
    expect(agendaMove(items(), idOf(3), 'up')).toBeNull()
    expect(agendaMove(items(), idOf(2), 'down')).toBeNull()
  })

  test('[CL30] whatever is moved or dropped wherever, items nest one level and none is lost', () => {
    const step = fc.record({
      id: fc.integer({ min: 1, max: 6 }),
      target: fc.integer({ min: 1, max: 6 }),
      how: fc.constantFrom('up', 'down', 'indent', 'outdent', 'before', 'after'),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const { items, make } = agenda(6)
        for (const { id, target, how } of steps) {
          if (how === 'before' || how === 'after') make(agendaDrop(items(), idOf(id), idOf(target), how))
          else make(agendaMove(items(), idOf(id), how as 'up'))
        }
        expect(items()).toHaveLength(6)
        for (const item of items()) {
          const parent = items().find((one) => one.id === item.parent)
          expect(parent === undefined || parent.parent === null).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })
})

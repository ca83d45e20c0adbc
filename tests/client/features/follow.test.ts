import { describe, expect, test } from 'vitest'
import { type Following, follow, startFollowing } from '../../../client/features/agenda/follow.ts'
import { type ItemId, makeId } from '../../../shared/base/index.ts'
import { fc } from '../../support/chance.ts'

const item = (n: number): ItemId => makeId<ItemId>(new Uint8Array(16).fill(n))
const moved = (to: ItemId | null, more: { isBusy?: boolean; isMine?: boolean } = {}) =>
  ({ kind: 'moved', to, isBusy: false, isMine: false, ...more }) as const

describe('opening a page', () => {
  test('[IT1] a page opens on the current item', () => {
    expect(startFollowing({ named: null, followed: false, current: item(4) })).toEqual({ shown: item(4), follows: true })
    expect(startFollowing({ named: item(2), followed: true, current: item(4) })).toEqual({ shown: item(4), follows: true })
    expect(startFollowing({ named: item(2), followed: false, current: null })).toEqual({ shown: item(2), follows: true })
  })

  test('[IT2] an address that names another item shows that one, and the page does not follow', () => {
    expect(startFollowing({ named: item(2), followed: false, current: item(4) })).toEqual({ shown: item(2), follows: false })
  })
})

describe('when the meeting moves on', () => {
  const at4: Following = { shown: item(4), follows: true }

  test('[IT3] who follows goes along; who looks elsewhere stays there until they return', () => {
    expect(follow(at4, moved(item(5)))).toEqual({ shown: item(5), follows: true })
    const elsewhere = follow(at4, { kind: 'opened', item: item(2), current: item(4) })
    expect(elsewhere).toEqual({ shown: item(2), follows: false })
    expect(follow(elsewhere, moved(item(5)))).toEqual({ shown: item(2), follows: false })
    expect(follow(elsewhere, { kind: 'returned', current: item(5) })).toEqual({ shown: item(5), follows: true })
  })

  test('[IT4] nobody is taken away from a text they write in', () => {
    const stayed = follow(at4, moved(item(5), { isBusy: true }))
    expect(stayed).toEqual({ shown: item(4), follows: false })
    expect(follow(stayed, moved(item(6)))).toEqual({ shown: item(4), follows: false })
  })

  test('[IT5] whoever moved the meeting goes along, from wherever they looked', () => {
    expect(follow({ shown: item(1), follows: false }, moved(item(5), { isMine: true, isBusy: true }))).toEqual({
      shown: item(5),
      follows: true,
    })
  })

  test('[IT6] who looks where the meeting arrives follows again', () => {
    expect(follow({ shown: item(5), follows: false }, moved(item(5)))).toEqual({ shown: item(5), follows: true })
  })

  test('[IT7] with no item open nobody is moved, and opening one is no looking elsewhere', () => {
    expect(follow(at4, moved(null))).toEqual(at4)
    expect(follow(at4, { kind: 'opened', item: item(2), current: null })).toEqual({ shown: item(2), follows: true })
    expect(follow(at4, { kind: 'returned', current: null })).toEqual(at4)
  })
})

test('[IT8] a page that follows shows the current item, whatever happened before', () => {
  const ids = fc.integer({ min: 1, max: 5 }).map(item)
  const step = fc.oneof(
    fc.record({ kind: fc.constant('opened' as const), item: ids }),
    fc.record({ kind: fc.constant('returned' as const) }),
    fc.record({ kind: fc.constant('moved' as const), to: fc.option(ids), isBusy: fc.boolean(), isMine: fc.boolean() }),
  )
  fc.assert(
    fc.property(
      fc.option(ids),
      fc.option(ids),
      fc.boolean(),
      fc.array(step, { maxLength: 30 }),
      (named, first, followed, steps) => {
        let current = first
        let state = startFollowing({ named, followed, current })
        for (const one of steps) {
          if (one.kind === 'moved') current = one.to
          state = follow(state, one.kind === 'moved' ? one : { ...one, current })
          if (current !== null && state.follows) expect(state.shown).toBe(current)
        }
      },
    ),
  )
})

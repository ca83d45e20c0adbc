import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { ShownItem } from '../../../client/features/agenda/ShownItem.ts'
import type { Meeting } from '../../../client/sync/index.ts'
import { Signal } from '../../../client/sync/Signal.ts'
import { type ItemId, type MeetingId, makeId } from '../../../shared/base/index.ts'
import { applyEdit, createReader, type MeetingRecord } from '../../../shared/record/index.ts'
import type { SessionState } from '../../../shared/session/index.ts'
import { session as sample } from '../../support/storageSamples.ts'

const item = (n: number): ItemId => makeId<ItemId>(new Uint8Array(16).fill(n))

/** A page on a meeting of items 1 to 5 whose current item is moved by hand. */
function page(given: { current?: ItemId | null; named?: string; followed?: boolean } = {}) {
  const doc = new Y.Doc()
  for (let n = 1; n <= 5; n += 1) {
    applyEdit(doc, { kind: 'item.add', id: item(n), parent: null, after: 'last', title: `${n}` }, 'test')
  }
  const session = new Signal<SessionState | null>({ ...sample(1), current: given.current ?? null })
  const record = new Signal<MeetingRecord | null>(createReader(doc).read('m' as MeetingId, sample(1)))
  const seen = { isBusy: false, isSecondClick: false, now: 0, addresses: [] as (ItemId | null)[], focused: 0 }
  const shown = new ShownItem({
    meeting: { session, record } satisfies Pick<Meeting, 'session' | 'record'>,
    isBusy: () => seen.isBusy,
    address: { named: given.named ?? '', followed: given.followed ?? false },
    setAddress: (id) => seen.addresses.push(id),
    focusTitle: () => {
      seen.focused += 1
    },
    isSecondClick: () => seen.isSecondClick,
    now: () => seen.now,
  })
  shown.start()
  const move = (current: ItemId | null) => session.set({ ...sample(1), current })
  return { shown, seen, move, at: () => shown.get().shown }
}

test('[IT1] a page opens on the current item, else on the first, which stays when others come before it', () => {
  expect(page({ current: item(4) }).at()).toBe(item(4))
  expect(page().at()).toBe(item(1))
  expect(page({ named: 'not an id' }).at()).toBe(item(1))
})

test('[IT3] the page goes along while it follows, and its address names only what is looked at on purpose', () => {
  const { seen, move, at, shown } = page({ current: item(1) })
  move(item(2))
  expect(at()).toBe(item(2))
  shown.open(item(5))
  move(item(3))
  expect(at()).toBe(item(5))
  shown.returnToCurrent()
  expect(at()).toBe(item(3))
  expect(seen.addresses).toEqual([null, item(5), null])
})

test('[IT11] nothing takes the focus because somebody else moved the meeting; who moves it or returns is on the title', async () => {
  const { seen, move, shown } = page({ current: item(1) })
  move(item(2))
  expect(seen.focused).toBe(0)
  await shown.goAlong(async () => {
    move(item(3))
    return true
  })
  expect(seen.focused).toBe(1)
  shown.open(item(1))
  expect(seen.focused).toBe(1)
  shown.returnToCurrent()
  expect(seen.focused).toBe(2)
})

test('[IT5] whoever moves the meeting goes along also when the answer comes before the news', async () => {
  const { seen, move, at, shown } = page({ current: item(1) })
  shown.open(item(5))
  await shown.goAlong(() => Promise.resolve(true))
  seen.now += 300
  move(item(2))
  expect(at()).toBe(item(2))
  expect(seen.focused).toBe(1)
})

test('[IT5] a move that was refused leaves everything as it is', async () => {
  const { seen, move, at, shown } = page({ current: item(1) })
  shown.open(item(5))
  expect(await shown.goAlong(() => Promise.resolve(false))).toBe(false)
  move(item(2))
  expect(at()).toBe(item(5))
  expect(seen.focused).toBe(0)
})

test('[IT12] a double click moves the meeting once', async () => {
  const { seen, shown } = page({ current: item(1) })
  let sent = 0
  const press = () =>
    shown.goAlong(() => {
      sent += 1
      return Promise.resolve(true)
    })
  await Promise.all([press(), press()])
  seen.isSecondClick = true
  await press()
  expect(sent).toBe(1)
  seen.isSecondClick = false
  await press()
  expect(sent).toBe(2)
})

test('[IT12] the next press counts as soon as the meeting has moved, also while the answer is still on its way', async () => {
  const { move, shown } = page({ current: item(1) })
  let answer: (done: boolean) => void = () => undefined
  const slow = shown.goAlong(
    () =>
      new Promise<boolean>((resolve) => {
        answer = resolve
      }),
  )
  move(item(2))
  expect(await shown.goAlong(() => Promise.resolve(true))).toBe(true)
  answer(true)
  expect(await slow).toBe(true)
})

test('[IT4] who writes stays where they write, and is shown the way afterwards', () => {
  const { seen, move, at, shown } = page({ current: item(1) })
  seen.isBusy = true
  move(item(2))
  seen.isBusy = false
  expect([at(), shown.get().follows]).toEqual([item(1), false])
})

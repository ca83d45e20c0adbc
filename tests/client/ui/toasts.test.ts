import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Toasts } from '../../../client/ui/toasts.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const texts = (toasts: Toasts) => toasts.snapshot().map((toast) => toast.text)

test('[UI17] a message goes by itself, but not while it is pointed at', () => {
  const toasts = new Toasts(1000)
  toasts.show('Canada also moved item 6')
  const [shown] = toasts.snapshot()
  if (!shown) throw new Error('nothing is shown')
  vi.advanceTimersByTime(900)
  toasts.hold(shown.id, true)
  vi.advanceTimersByTime(60_000)
  expect(texts(toasts)).toHaveLength(1)
  toasts.hold(shown.id, false)
  vi.advanceTimersByTime(1000)
  expect(texts(toasts)).toHaveLength(0)
  toasts.close()
})

test('[UI17] at most three show at once, the oldest goes first', () => {
  const toasts = new Toasts(1000)
  for (const text of ['a', 'b', 'c', 'd']) toasts.show(text)
  expect(texts(toasts)).toEqual(['b', 'c', 'd'])
  toasts.close()
})

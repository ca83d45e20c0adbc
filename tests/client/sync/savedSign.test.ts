import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type OutboxFacts, quietMs, savedSign } from '../../../client/sync/savedSign.ts'

const nothing: OutboxFacts = { live: true, waiting: 0, unkept: 0, failed: false, oldestMs: 0 }

describe('the saved sign', () => {
  test('[CL4] saved is said only when nothing waits, except for the first quiet second on a good line', () => {
    const facts = fc.record({
      live: fc.boolean(),
      waiting: fc.integer({ min: 1, max: 99 }),
      unkept: fc.integer({ min: 0, max: 99 }),
      failed: fc.boolean(),
      oldestMs: fc.integer({ min: 0, max: 10_000 }),
    })
    fc.assert(
      fc.property(facts, fc.constantFrom('saved' as const, 'saving' as const), (given, before) => {
        const sign = savedSign({ kind: before }, given)
        if (sign.kind !== 'saved') return
        expect(before).toBe('saved')
        expect(given.live).toBe(true)
        expect(given.oldestMs).toBeLessThan(quietMs)
      }),
    )
    expect(savedSign({ kind: 'saving' }, nothing)).toEqual({ kind: 'saved' })
  })

  test('[CL5] on this device is said only when everything that waits is in a completed transaction', () => {
    const offline: OutboxFacts = { ...nothing, live: false, waiting: 3, oldestMs: 5000 }
    expect(savedSign({ kind: 'saved' }, offline)).toEqual({ kind: 'onDevice', changes: 3 })
    expect(savedSign({ kind: 'saved' }, { ...offline, unkept: 1 })).toEqual({ kind: 'saving' })
    expect(savedSign({ kind: 'saved' }, { ...offline, unkept: 1, failed: true })).toEqual({ kind: 'notKept', changes: 3 })
  })
})

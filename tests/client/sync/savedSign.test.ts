import { describe, expect, test } from 'vitest'
import { type OutboxFacts, pauseMs, quietMs, savedSign } from '../../../client/sync/savedSign.ts'
import { fc } from '../../support/chance.ts'

const nothing: OutboxFacts = { live: true, waiting: 0, unkept: 0, failed: false, oldestMs: 0, restMs: 60_000 }

describe('the saved sign', () => {
  test('[CL4] saved is said only when nothing waits for the server', () => {
    const facts = fc.record({
      live: fc.boolean(),
      waiting: fc.integer({ min: 1, max: 99 }),
      unkept: fc.integer({ min: 0, max: 99 }),
      failed: fc.boolean(),
      oldestMs: fc.integer({ min: 0, max: 10_000 }),
      restMs: fc.integer({ min: 0, max: 10_000 }),
    })
    const before = fc.constantFrom('saved' as const, 'sending' as const, 'saving' as const)
    fc.assert(fc.property(facts, before, (given, kind) => savedSign({ kind }, given).kind !== 'saved'))
    expect(savedSign({ kind: 'saving' }, nothing)).toEqual({ kind: 'saved' })
  })

  test('[DUR2] the first second of a change on a good line is a mark without a word, and saving is said after it', () => {
    const typed: OutboxFacts = { ...nothing, waiting: 1, oldestMs: quietMs - 1 }
    expect(savedSign({ kind: 'saved' }, typed)).toEqual({ kind: 'sending' })
    expect(savedSign({ kind: 'sending' }, { ...typed, oldestMs: quietMs })).toEqual({ kind: 'saving' })
    // Once told that it takes long, a person is not told otherwise before it is done.
    expect(savedSign({ kind: 'saving' }, typed)).toEqual({ kind: 'saving' })
  })

  test('[DUR2] saved comes back with the first pause and not between two keys', () => {
    const answered: OutboxFacts = { ...nothing, restMs: pauseMs - 1 }
    expect(savedSign({ kind: 'sending' }, answered)).toEqual({ kind: 'sending' })
    expect(savedSign({ kind: 'sending' }, { ...answered, restMs: pauseMs })).toEqual({ kind: 'saved' })
    expect(savedSign({ kind: 'saving' }, answered)).toEqual({ kind: 'saved' })
  })

  test('[CL5] on this device is said only when everything that waits is in a completed transaction', () => {
    const offline: OutboxFacts = { ...nothing, live: false, waiting: 3, oldestMs: 5000 }
    expect(savedSign({ kind: 'saved' }, offline)).toEqual({ kind: 'onDevice', changes: 3 })
    expect(savedSign({ kind: 'saved' }, { ...offline, unkept: 1 })).toEqual({ kind: 'saving' })
    expect(savedSign({ kind: 'saved' }, { ...offline, unkept: 1, failed: true })).toEqual({ kind: 'notKept', changes: 3 })
  })
})

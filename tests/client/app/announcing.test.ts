import { expect, test } from 'vitest'
import {
  type Announcement,
  type AnnouncementKind,
  announce,
  quietMs,
  sayNext,
  silent,
  untilNextMs,
} from '../../../client/app/live/announcing.ts'
import { fc } from '../../support/chance.ts'

/** A page under a clock of its own: what was said, and when. */
function page() {
  let state = silent
  let now = 1000
  const said: { readonly at: number; readonly sentence: string }[] = []
  const look = () => {
    const next = sayNext(state, now)
    state = next.state
    if (next.sentence !== null) said.push({ at: now, sentence: next.sentence })
  }
  /** Goes on to a moment as a timer would: stopping where something is due. */
  const goTo = (to: number) => {
    for (let ms = untilNextMs(state, now); ms !== null && now + ms <= to; ms = untilNextMs(state, now)) {
      now += ms
      look()
    }
    now = to
  }
  return {
    said,
    tell: (announcement: Announcement) => {
      state = announce(state, announcement)
    },
    pass: (ms: number) => goTo(now + ms),
  }
}

const item = (sentence: string): Announcement => ({ kind: 'item', sentence })

test('[KEY13] the first sentence is said at once, the next at the earliest five seconds later', () => {
  const { said, tell, pass } = page()
  tell(item('item 2'))
  pass(0)
  tell({ kind: 'floor', sentence: 'you are next' })
  pass(4999)
  expect(said.map((one) => one.sentence)).toEqual(['item 2'])
  pass(1)
  expect(said.map((one) => one.sentence)).toEqual(['item 2', 'you are next'])
})

test('[KEY14] of what waits only the newest of each kind is said, and kinds do not push each other out', () => {
  const { said, tell, pass } = page()
  tell(item('item 1'))
  pass(0)
  tell(item('item 2'))
  tell({ kind: 'agreed', sentence: 'outcome 2.1 is agreed' })
  tell(item('item 3'))
  pass(60_000)
  expect(said.map((one) => one.sentence)).toEqual(['item 1', 'outcome 2.1 is agreed', 'item 3'])
})

test('[KEY15] what was taken back before it was said is not said, nor its taking back', () => {
  const { said, tell, pass } = page()
  const back: Announcement = { kind: 'line', sentence: 'back', takesBack: true }
  tell(item('item 1'))
  pass(0)
  tell({ kind: 'line', sentence: 'offline' })
  pass(1000)
  tell(back)
  pass(60_000)
  expect(said.map((one) => one.sentence)).toEqual(['item 1'])
  tell({ kind: 'line', sentence: 'offline' })
  pass(10_000)
  tell(back)
  pass(10_000)
  expect(said.map((one) => one.sentence)).toEqual(['item 1', 'offline', 'back'])
})

test('[KEY16] whatever happens, two sentences are five seconds apart and the last of each kind is said in the end', () => {
  const kinds: readonly AnnouncementKind[] = ['phase', 'item', 'agreed', 'floor']
  const step = fc.record({ kind: fc.constantFrom(...kinds), wait: fc.integer({ min: 0, max: 7000 }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { said, tell, pass } = page()
      const last = new Map<AnnouncementKind, string>()
      for (const [place, { kind, wait }] of steps.entries()) {
        tell({ kind, sentence: `${kind} ${place}` })
        last.set(kind, `${kind} ${place}`)
        pass(wait)
      }
      pass(60_000)
      for (const [place, { at }] of said.entries()) {
        const before = said[place - 1]
        if (before !== undefined) expect(at - before.at).toBeGreaterThanOrEqual(quietMs)
      }
      const heard = new Set(said.map((one) => one.sentence))
      for (const sentence of last.values()) expect(heard).toContain(sentence)
    }),
    { numRuns: 300 },
  )
})

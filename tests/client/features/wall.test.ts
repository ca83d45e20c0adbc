import { describe, expect, test } from 'vitest'
import { changedPlace } from '../../../client/features/projector/changedPlace.ts'
import { fitSteps, fittingStep } from '../../../client/features/projector/fittingStep.ts'
import { wallClock } from '../../../client/features/projector/wallClock.ts'
import { type WallFacts, wallScene } from '../../../client/features/projector/wallScene.ts'
import { keepWall, keptWall, plainWall, zoomed } from '../../../client/features/projector/wallSettings.ts'
import type { ItemId, OutcomeId } from '../../../shared/base/index.ts'
import type { ItemView, OutcomeView, RichText } from '../../../shared/record/index.ts'
import { fc } from '../../support/chance.ts'

const line = (text: string): RichText => [{ kind: 'paragraph', runs: [{ text }] }]

const item: ItemView = {
  id: 'item' as ItemId,
  number: '4',
  parent: null,
  order: 'a0',
  title: line('Fora'),
  notes: [],
  lead: null,
  purpose: null,
  minutes: 15,
  papers: [],
  carriedOverFrom: null,
  closed: false,
  progress: 'begun',
  usedMs: 0,
  extraMinutes: 0,
  removed: false,
}
const outcome: OutcomeView = {
  id: 'outcome' as OutcomeId,
  item: item.id,
  number: '4.1',
  order: 'a0',
  kind: 'agreed',
  actor: null,
  text: line('to meet again'),
  qualifiers: [],
  standing: 'proposed',
  fixing: null,
  removed: false,
}
const shown = (why: 'reading' | 'shown' | 'writing' | 'last') => ({ outcome, writers: [], why })
const facts: WallFacts = { phase: 'inSession', isClosedHere: false, isObserver: false, item, shown: shown('writing') }
const kind = (change: Partial<WallFacts>) => wallScene({ ...facts, ...change }).kind

describe('the wall', () => {
  test('[WALL1] it shows the outcome that is worked on, else the item, else that none is open', () => {
    expect(kind({})).toBe('outcome')
    expect(kind({ shown: null })).toBe('item')
    expect(kind({ shown: null, item: null })).toBe('noItem')
    expect(kind({ shown: shown('last'), item: null })).toBe('noItem')
    expect(kind({ shown: shown('shown'), item: null })).toBe('outcome')
    expect(kind({ shown: shown('reading'), item: null })).toBe('outcome')
  })

  test('[WALL2] before, between and after it says where the meeting stands; in a break only what somebody chose is shown', () => {
    expect(kind({ phase: 'planned' })).toBe('planned')
    expect(kind({ phase: 'suspended' })).toBe('suspended')
    expect(kind({ phase: 'suspended', shown: shown('shown') })).toBe('outcome')
    for (const phase of ['draft', 'circulated', 'adopted'] as const) expect(kind({ phase, shown: shown('shown') })).toBe('over')
  })

  test('[WALL3] for an observer’s seat a closed item shows nothing but its number, and a closed meeting nothing', () => {
    const closed = { ...item, closed: true }
    expect(wallScene({ ...facts, isObserver: true, item: closed })).toEqual({ kind: 'closedItem', number: '4' })
    expect(kind({ isObserver: false, item: closed })).toBe('outcome')
    for (const phase of ['planned', 'inSession', 'suspended', 'draft'] as const) {
      expect(wallScene({ ...facts, isObserver: true, isClosedHere: true, phase })).toEqual({ kind: 'closedMeeting' })
    }
  })

  test('[WALL4] the clock counts whole seconds, and is over only from the first second beyond the plan', () => {
    expect(wallClock(580_999, 900_000)).toEqual({ text: '9:40', plannedMinutes: 15, plannedText: '15:00', overMinutes: null })
    expect(wallClock(900_999, 900_000).overMinutes).toBeNull()
    expect(wallClock(901_000, 900_000).overMinutes).toBe(0)
    expect(wallClock(1_080_000, 900_000).overMinutes).toBe(3)
    expect(wallClock(3_725_000, null)).toEqual({ text: '1:02:05', plannedMinutes: null, plannedText: '', overMinutes: null })
    expect(wallClock(-5, null).text).toBe('0:00')
  })

  test('[WALL5] words stand at the largest step at which they fit, and never smaller than the last one', () => {
    const at = (most: number) => fittingStep((step) => step <= most)
    expect(at(2)).toBe(1)
    expect(at(0.8)).toBe(0.78)
    expect(at(0.1)).toBe(fitSteps.at(-1))
    // 4.1 hundredths of the width of a 16:9 screen, at the smallest step, against the floor of 1/45 of its height.
    expect((4.1 / 100) * (16 / 9) * (fitSteps.at(-1) ?? 0)).toBeGreaterThan(1 / 45)
  })

  test('[WALL6] the size stays on the machine, in tenths and within bounds; what cannot be read counts as not set', () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    expect(keptWall(storage)).toEqual(plainWall)
    let settings = plainWall
    for (let times = 0; times < 20; times += 1) settings = zoomed(settings, 1)
    expect(settings.zoom).toBe(1.6)
    for (let times = 0; times < 20; times += 1) settings = zoomed(settings, -1)
    expect(settings.zoom).toBe(0.7)
    for (let times = 0; times < 3; times += 1) settings = zoomed(settings, 1)
    expect(settings.zoom).toBe(1)
    keepWall(storage, { zoom: 1.3, showsSpeakers: false })
    expect(keptWall(storage)).toEqual({ zoom: 1.3, showsSpeakers: false })
    for (const nonsense of ['', '{', '7', '{"zoom":99}', '{"zoom":"1"}']) {
      expect(keptWall({ getItem: () => nonsense })).toEqual(plainWall)
    }
  })

  test('[WALL7] the caret of the one who drafts stands behind the letters that came in last', () => {
    expect(changedPlace(line('to meet'), line('to meet again'))).toEqual({ block: 0, offset: 13 })
    expect(changedPlace(line('to again'), line('to meet again'))).toEqual({ block: 0, offset: 8 })
    expect(changedPlace(line('to meet again'), line('to again'))?.offset).toBe(3)
    expect(changedPlace(line('same'), line('same'))).toBeNull()
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (head, typed, tail) => {
        const place = changedPlace(line(head + tail), line(head + typed + tail))
        // Of letters that are alike it cannot be told which are new; the words before the caret and after it are the same in any case.
        expect(place).not.toBeNull()
        const offset = place?.offset ?? 0
        const now = head + typed + tail
        expect(`${now.slice(0, offset - typed.length)}${now.slice(offset)}`).toBe(head + tail)
      }),
    )
  })
})

import { searchParts } from '../../../shared/search/index.ts'
import type { RankKey } from '../face.ts'
import type { Marks } from './matchTerms.ts'
import type { MeetingFacts, Segment } from './Segment.ts'

/** What was fixed counts more than what was said on the way. */
const weights = searchParts.map((part) => ({ outcome: 1.3, action: 1.2, target: 1.1, note: 1, title: 1.25 })[part])

/**
 * How well a passage answers: how exactly, what it is, and how short. Rare words count no more than common ones, because how
 * rare a word is would tell of passages that the asker may not see.
 */
export function scoreOf({ tables }: Segment, { quality }: Marks, passage: number): number {
  const words = (tables.tokenStart[passage + 1] ?? 0) - (tables.tokenStart[passage] ?? 0)
  return ((quality[passage] ?? 0) * (weights[tables.part[passage] ?? 0] ?? 1)) / (1 + words / 120)
}

/** The order of records: best first, then the newer, then by id so that it is always the same. */
export function compareRank(one: RankKey, other: RankKey): number {
  return (
    other.score - one.score ||
    other.date - one.date ||
    (one.meetingId < other.meetingId ? -1 : one.meetingId === other.meetingId ? 0 : 1)
  )
}

/** A meeting's date as a number to sort by; partial dates come before the days that they might be, meetings without one go by when they were made. */
export function dateNumber({ date, createdAt }: MeetingFacts): number {
  const digits = (date ?? new Date(createdAt).toISOString()).replace(/\D/g, '').slice(0, 12)
  return Number(digits.padEnd(12, '0'))
}

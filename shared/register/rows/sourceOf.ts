import type { ItemId } from '../../base/index.ts'
import { plainText } from '../../record/index.ts'
import type { GroupRecord } from '../types.ts'
import type { RegisterSource } from './RegisterSource.ts'
import type { RowSource } from './Rows.ts'

/** Where a part of a record can be read, at its latest. Addresses never change. */
export function addressOf(meetingId: string, part: string): string {
  return `/m/${meetingId}/record#${part}`
}

/** Which record, item and place a line is of; null for what stands under no item of the agenda. */
export function sourceOf(
  { groupId, groupName }: Pick<RegisterSource, 'groupId' | 'groupName'>,
  { meetingId, record, version, isWithdrawn = false }: GroupRecord,
  itemId: ItemId,
  part: string,
): RowSource | null {
  const item = record.items.find((one) => one.id === itemId)
  if (item === undefined || item.number === null) return null
  return {
    groupId,
    groupName,
    meetingId,
    meetingTitle: record.head.title,
    meetingDate: record.head.startsAt,
    phase: record.session.phase,
    withdrawn: isWithdrawn,
    version,
    item: { id: item.id, number: item.number, title: plainText(item.title) },
    address: addressOf(meetingId, part),
  }
}

/** The number that a version fixed for a part ("7 bis"); null in a draft. */
export function paragraphOf({ paragraphs }: GroupRecord, key: string): string | null {
  return paragraphs !== undefined && Object.hasOwn(paragraphs, key) ? (paragraphs[key] ?? null) : null
}

/** For sorting records by the day of their meeting; where that is not known, by the day on which they were made. */
export function dayOf({ record, createdAt }: GroupRecord): string {
  return record.head.startsAt ?? new Date(createdAt).toISOString()
}

/** Newest meeting first, as registers go. */
export function newestFirst(records: readonly GroupRecord[]): readonly GroupRecord[] {
  return [...records].sort((one, other) => compare(dayOf(other), dayOf(one)) || other.createdAt - one.createdAt)
}

/** Text order of letters and figures, the same everywhere. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

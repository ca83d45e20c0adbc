import { type Block, plainText, type RichText, type TextRun } from '../../record/index.ts'
import { addressOf, dayOf } from '../rows/sourceOf.ts'
import type { GroupRecord } from '../types.ts'
import { meetingOf } from './recordSteps.ts'
import { stepOf, type ThreadStep } from './Thread.ts'

/** More mentions than this tell a reader nothing. */
const mostMentions = 100

/** Notes and outcomes of other meetings that link to its address, by its id or by the number that people cite (`#p7`). */
export function mentionedSteps(
  records: readonly GroupRecord[],
  of: GroupRecord,
  { part, paragraph }: { readonly part: string; readonly paragraph: string | null },
): readonly ThreadStep[] {
  const places = new Set([part, ...(paragraph === null ? [] : [placeOf(paragraph)])])
  const isMention = ({ link }: TextRun): boolean => link !== undefined && isAddress(link, of.meetingId, places)
  return records
    .filter(({ meetingId }) => meetingId !== of.meetingId)
    .flatMap((other) => mentionsIn(other, isMention))
    .slice(0, mostMentions)
}

function mentionsIn(other: GroupRecord, isMention: (run: TextRun) => boolean): readonly ThreadStep[] {
  const { items, outcomes } = other.record
  const inNotes = items
    .filter(({ number }) => number !== null)
    .flatMap(({ id, notes }) =>
      notes.filter((block) => runsOf([block]).some(isMention)).map((block) => ({ id, words: plainText([block]) })),
    )
  const inOutcomes = outcomes
    .filter(({ removed, text }) => !removed && runsOf(text).some(isMention))
    .map(({ id, text }) => ({ id, words: plainText(text) }))
  return [...inNotes, ...inOutcomes].map(({ id, words }) =>
    stepOf({ kind: 'mentioned', at: dayOf(other), ...meetingOf(other), words, address: addressOf(other.meetingId, id) }),
  )
}

/** "7 bis" as addresses write it: `p7bis`. */
function placeOf(paragraph: string): string {
  return `p${paragraph.replace(/\s/g, '')}`
}

const address = /\/m\/([A-Za-z0-9_-]{22})\/record(?:\?version=\d{1,6})?#([A-Za-z0-9_%+ -]{1,60})$/

function isAddress(link: string, meetingId: string, places: ReadonlySet<string>): boolean {
  const [, meeting, place = ''] = address.exec(link) ?? []
  return meeting === meetingId && (places.has(place) || places.has(place.replace(/%20|[+ -]/g, '')))
}

function runsOf(text: RichText): readonly TextRun[] {
  return text.flatMap((block: Block) => ('runs' in block ? block.runs : block.items.flatMap(runsOf)))
}

import type { MeetingRecord, Party } from '../../../shared/record/index.ts'
import type { ExportContext } from '../ExportContext.ts'
import { type Words, wordsFor } from '../words/wordsFor.ts'
import { cleanDeep, oneLine } from './cleanText.ts'
import { hourAt } from './dates.ts'
import { printedPart } from './printedPart.ts'

/** What every part of a document is composed from. */
export interface Composing {
  readonly record: MeetingRecord
  readonly context: ExportContext
  readonly words: Words
  readonly nameOf: (party: Party) => string
  readonly listOf: (names: readonly string[]) => string
  /** The hour of a moment in the meeting. */
  readonly hour: (millis: number) => string
}

/** Makes ready what the parts of a document share: the part of the record that may be printed, its words, its names. */
export function composing(record: MeetingRecord, context: ExportContext): Composing {
  const printed = cleanDeep(printedPart(record))
  const words = wordsFor(printed.head.language)
  return {
    record: printed,
    context,
    words,
    nameOf: (party) => oneLine(partyName(party, context) ?? words.say('removedParty')),
    listOf: (names) => new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(names),
    hour: (millis) => hourAt(millis, words.locale, printed.head.timeZone),
  }
}

/** A delegation's name or the plain words; null for a delegation that is not known. */
export function partyName(party: Party, { delegations }: Pick<ExportContext, 'delegations'>): string | null {
  if ('words' in party) return party.words
  return Object.hasOwn(delegations, party.delegation) ? (delegations[party.delegation]?.name ?? null) : null
}

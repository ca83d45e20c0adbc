import { sourceKey } from '../sources.ts'
import type { LeftOut, PresentSource, ReportedMeeting, SourcesNow } from '../types.ts'
import { attendanceSentences } from './attendanceSentences.ts'
import { type Composed, type Composer, createComposer, type Held, type ReportInput, stands } from './Composer.ts'
import { figureSentences } from './figureSentences.ts'
import { closingSentences, groupSentences, headingSentences, thanksSentences } from './groupSentences.ts'
import { meetingSentences } from './meetingSentences.ts'
import { needSentences } from './needSentences.ts'
import { outcomeSentences } from './outcomeSentences.ts'

/** A report as composed today: its sentences in reading order, and what every source says now. */
export interface ComposedReport extends SourcesNow {
  readonly sentences: readonly Composed[]
}

/**
 * Composes the report to the formal meeting out of records, in the order of the founding statement. Nothing is supplied that the
 * records, the group or the fixed sentences do not say: what is not known is left out or said to be unknown.
 */
export function composeReport(input: ReportInput): ComposedReport {
  const at = createComposer(input)
  const outcomes = outcomeSentences(at)
  const all = [
    ...headingSentences(at),
    ...groupSentences(at),
    ...attendanceSentences(at),
    ...meetingSentences(at),
    framing(
      at,
      outcomes.some(({ reportable }) => reportable),
    ),
    ...outcomes,
    ...figureSentences(at),
    ...needSentences(at),
    ...thanksSentences(at),
    ...closingSentences(at),
  ]
  return {
    sentences: all.filter(({ reportable }) => reportable),
    present: Object.fromEntries(all.flatMap(presentEntry)),
    meetings: at.meetings.map(reportedMeeting),
    leftOut: leftOutOf(at),
  }
}

function framing({ phrases }: Composer, hasOutcomes: boolean): Composed {
  return { part: 'framing', text: phrases.say(hasOutcomes ? 'framing' : 'framingNone'), source: null, reportable: true }
}

function presentEntry({ text, source, reportable }: Composed): readonly (readonly [string, PresentSource])[] {
  if (source === null) return []
  const { hash, version, meetingId, kind, id } = source
  const isPart = kind === 'outcome' || kind === 'action' || kind === 'target'
  const address = meetingId === null ? null : `/m/${meetingId}/record${isPart && id !== null ? `#${id}` : ''}`
  return [[sourceKey(source), { words: text, hash, version, address, reportable }]]
}

function reportedMeeting({ meetingId, record: { head, session }, version, fingerprint }: Held): ReportedMeeting {
  const { title, startsAt, symbol } = head
  return { meetingId, title, startsAt, symbol, phase: session.phase, version, fingerprint }
}

function leftOutOf({ meetings }: Composer): LeftOut {
  let notAgreed = 0
  let closed = 0
  for (const held of meetings) {
    const { record } = held
    for (const outcome of record.outcomes) {
      if (!stands(record, outcome)) continue
      const { standing } = outcome
      if (!held.isOpen(outcome.item)) closed += 1
      else if (standing !== null && standing !== 'agreed' && standing !== 'coordinatorView') notAgreed += 1
    }
    for (const part of [...record.actions, ...record.targets]) if (stands(record, part) && !held.isOpen(part.item)) closed += 1
  }
  return { notAgreed, closed }
}

import type { ItemId } from '../../base/index.ts'
import { plainText, readOrigin } from '../../record/index.ts'
import type { VersionLine } from '../../session/index.ts'
import { addressOf, compare, dayOf } from '../rows/sourceOf.ts'
import { actorTold, momentOf } from '../rows/told.ts'
import type { GroupRecord } from '../types.ts'
import { stepOf, type ThreadStep } from './Thread.ts'

/** A paragraph that a corrigendum mended, with the version that says so. */
export interface ThreadCorrection {
  readonly version: Pick<VersionLine, 'number' | 'at' | 'actor'>
  readonly before: string
  readonly after: string
}

/** A meeting as steps name it. */
export function meetingOf({ meetingId, record }: GroupRecord): Pick<ThreadStep, 'meetingId' | 'meetingTitle' | 'meetingDate'> {
  return { meetingId, meetingTitle: record.head.title, meetingDate: record.head.startsAt }
}

/** It was written into its record. */
export function recordedStep(of: GroupRecord, part: string, words: string): ThreadStep {
  return stepOf({ kind: 'recorded', at: dayOf(of), ...meetingOf(of), words, address: addressOf(of.meetingId, part) })
}

/** The record became firm. */
export function adoptedSteps(of: GroupRecord, part: string): readonly ThreadStep[] {
  const adopted = of.record.session.history.findLast(({ phase }) => phase === 'adopted')
  if (adopted === undefined) return []
  const by = actorTold(adopted.actor)
  return [stepOf({ kind: 'adopted', at: momentOf(adopted.at), ...meetingOf(of), by, address: addressOf(of.meetingId, part) })]
}

/** Corrigenda that touch it. */
export function correctedSteps(of: GroupRecord, part: string, corrections: readonly ThreadCorrection[]): readonly ThreadStep[] {
  return corrections.map(({ version, before, after }) =>
    stepOf({
      kind: 'corrected',
      at: momentOf(version.at),
      ...meetingOf(of),
      words: after,
      before,
      by: actorTold(version.actor),
      address: `/m/${of.meetingId}/record?version=${version.number}#${part}`,
    }),
  )
}

/** The item under which it stands came up again: in the next meeting, and out of that in the one after. */
export function carriedSteps(records: readonly GroupRecord[], of: GroupRecord, item: ItemId): readonly ThreadStep[] {
  const steps: ThreadStep[] = []
  const origins = [`${of.meetingId}/${item}`]
  const seen = new Set(origins)
  // Grows while it is walked: what was carried over may be carried on.
  for (const origin of origins) {
    for (const later of records) {
      for (const one of later.record.items) {
        const key = `${later.meetingId}/${one.id}`
        if (one.number === null || seen.has(key) || originOf(one.carriedOverFrom) !== origin) continue
        seen.add(key)
        origins.push(key)
        const address = addressOf(later.meetingId, one.id)
        steps.push(stepOf({ kind: 'carriedOver', at: dayOf(later), ...meetingOf(later), words: plainText(one.title), address }))
      }
    }
  }
  return steps.sort((one, other) => compare(one.at, other.at))
}

/** Where an item came from, as its meeting and id; null where only words say it. */
function originOf(carriedOverFrom: string | null): string | null {
  const { meeting, item } = carriedOverFrom === null ? nowhere : readOrigin(carriedOverFrom)
  return meeting === null || item === null ? null : `${meeting}/${item}`
}

const nowhere = { meeting: null, item: null }

import type { Millis } from '../base/index.ts'
import type { ItemView } from '../record/index.ts'
import { isDone } from './agenda.ts'
import { exactInstant } from './exactInstant.ts'
import { itemTime } from './itemTime.ts'
import type { SessionState } from './state.ts'

/** How the meeting stands against its plan. */
export interface Forecast {
  /** Sum of all plans, with what the chair added. */
  readonly plannedMs: number
  readonly usedMs: number
  /** When the meeting ends if what is left takes its planned time; once it is over, when it did. */
  readonly endsAt: Millis
  /** When it should end: its stated end, else its opening and the sum of all plans; null where neither is known. */
  readonly plannedEnd: Millis | null
  /** Behind plan; negative: ahead. */
  readonly lateMs: number | null
}

type Timed = Pick<SessionState, 'head' | 'phase' | 'history' | 'proceedings' | 'current' | 'clock'>

/** Says when the meeting will end and how far that is from its plan. */
export function forecast(session: Timed, items: readonly ItemView[], now: Millis): Forecast {
  let plannedMs = 0
  let usedMs = 0
  let leftMs = 0
  for (const item of items) {
    if (item.number === null) continue
    const time = itemTime(session, item, now)
    plannedMs += time.plannedMs ?? 0
    usedMs += time.usedMs
    if (!isDone(session, item.id)) leftMs += Math.max(0, (time.plannedMs ?? 0) - time.usedMs)
  }
  const endsAt = overAt(session) ?? plus(startOf(session, now), leftMs)
  const plannedEnd = plannedEndOf(session, plannedMs)
  return { plannedMs, usedMs, endsAt, plannedEnd, lateMs: plannedEnd === null ? null : endsAt - plannedEnd }
}

/** From when on what is left will run: from now, or from the stated beginning while that lies ahead. */
function startOf({ phase, head }: Timed, now: Millis): Millis {
  const startsAt = phase === 'planned' ? exactInstant(head.startsAt, head.timeZone) : null
  return startsAt !== null && startsAt > now ? startsAt : now
}

function overAt({ history }: Timed): Millis | null {
  return history.find((change) => change.phase === 'draft')?.at ?? null
}

function plannedEndOf({ head, history }: Timed, plannedMs: number): Millis | null {
  const stated = exactInstant(head.endsAt, head.timeZone)
  if (stated !== null) return stated
  const begun = history.find((change) => change.phase === 'inSession')?.at ?? exactInstant(head.startsAt, head.timeZone)
  return begun === null || plannedMs === 0 ? null : plus(begun, plannedMs)
}

function plus(at: Millis, ms: number): Millis {
  // An instant and a span make an instant.
  return (at + ms) as Millis
}

import { useEffect, useMemo, useRef } from 'react'
import { isBeingRead } from '../../shared/session/index.ts'
import { keepShallow } from './keepShallow.ts'
import { useMeeting } from './MeetingProvider.tsx'
import { type ShownOutcome, shownOutcome } from './shownOutcome.ts'
import { usePeople } from './usePeople.ts'
import { useReadable } from './useReadable.ts'
import { useRecord } from './useRecord.ts'
import { useByServerNow } from './useServerNow.ts'
import { useSession } from './useSession.ts'

/** The outcome that the room looks at, and why: what the projector shows; null when there is none. */
export function useShownOutcome(): ShownOutcome | null {
  const meeting = useMeeting()
  const outcomes = useRecord((record) => record.outcomes)
  const people = usePeople()
  const changed = useReadable(meeting.changedOutcome)
  const current = useSession((session) => session.current)
  const shown = useSession((session) => session.shown)
  const being = useSession((session) => session.reading)
  const isRead = useByServerNow((now) => being !== null && isBeingRead({ reading: being }, being.outcome, now))
  const reading = isRead && being !== null ? being.outcome : null
  const before = useRef<ShownOutcome | null>(null)
  const found = useMemo(() => {
    const earlier = before.current
    const facts = { outcomes: outcomes ?? [], people, current, reading, shown, changed, before: earlier?.outcome.id ?? null }
    const next = shownOutcome(facts)
    if (next === null || earlier === null) return next
    return keepShallow(earlier, { ...next, writers: keepShallow(earlier.writers, next.writers) })
  }, [outcomes, people, current, reading, shown, changed])
  useEffect(() => {
    before.current = found
  }, [found])
  return found
}

import type { AttendanceEntry, SpeakerName } from '../record/index.ts'
import type { SessionState } from './state.ts'

/** Who takes part and has not had the floor yet; null where the attribution rule, now or earlier, does not let it be known. */
export function notSpoken(
  session: Pick<SessionState, 'attending' | 'interventions' | 'floor' | 'head'>,
): readonly AttendanceEntry[] | null {
  if (session.head.attribution !== 'named') return null
  const spoken = new Set<string>()
  const add = ({ delegation, name }: SpeakerName): void => {
    spoken.add(delegation ?? name)
  }
  for (const { speaker } of session.interventions) {
    if (speaker === null) return null
    add(speaker)
  }
  if (session.floor.speaking !== null) add(session.floor.speaking.request.speaker)
  return session.attending.filter(
    ({ state, party }) => state === 'present' && !spoken.has('delegation' in party ? party.delegation : party.words),
  )
}

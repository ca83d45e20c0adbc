import type { Millis } from '../base/index.ts'
import type { DelegationType, SpeakerName } from '../record/index.ts'
import { speakerTime } from './speakerTime.ts'
import type { SessionState } from './state.ts'

/** How long somebody has spoken in all. Without a speaker: all of that type, as far as the attribution rule tells. */
export interface SpeakingTime {
  readonly speaker: SpeakerName | null
  readonly type: DelegationType | null
  readonly ms: number
  readonly turns: number
}

type Spoken = Pick<SessionState, 'interventions' | 'floor' | 'head'>

/** Time used by delegation, the longest first, with the turn that is under way; only as much as the attribution rule lets be known. */
export function speakingTimes(session: Spoken, now: Millis): readonly SpeakingTime[] {
  const sums = new Map<string, SpeakingTime>()
  const add = (speaker: SpeakerName | null, type: DelegationType | null, ms: number): void => {
    const key = speaker === null ? `type ${type}` : (speaker.delegation ?? `name ${speaker.name}`)
    const sum = sums.get(key) ?? { speaker, type, ms: 0, turns: 0 }
    sums.set(key, { ...sum, ms: sum.ms + ms, turns: sum.turns + 1 })
  }
  for (const { speaker, type, ms } of session.interventions) add(speaker, type, ms)
  const { attribution } = session.head
  const speaking = session.floor.speaking
  if (speaking !== null && attribution !== 'none') {
    const { speaker } = speaking.request
    add(attribution === 'named' ? speaker : null, speaker.type, speakerTime(session, now)?.usedMs ?? 0)
  }
  return [...sums.values()].sort((a, b) => b.ms - a.ms)
}

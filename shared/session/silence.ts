import type { Millis } from '../base/index.ts'
import { nextVersion } from './decide/wantedVersion.ts'
import type { SessionEvent } from './events.ts'
import type { SessionState } from './state.ts'

/**
 * Whether silence has adopted: the deadline is over by the server's clock, and no objection was open when it came. Objections
 * that end after the deadline do not bring it back (`isSilenceBroken`): then the coordinator decides, or sets a new deadline.
 */
export function silenceAdopts({ phase, circulation, comments }: SessionState, now: Millis): boolean {
  if (phase !== 'circulated' || circulation === null || circulation.mode !== 'silence') return false
  return now >= circulation.deadline && comments.objections === 0 && !circulation.isSilenceBroken
}

/** Adoption by silence, as if it were written down at the very deadline; nothing while silence does not adopt. */
export function adoptBySilence(state: SessionState, now: Millis): readonly SessionEvent[] {
  const { circulation } = state
  if (circulation === null || !silenceAdopts(state, now)) return []
  const at = circulation.deadline
  return [
    { kind: 'phase.changed', phase: 'adopted', at, actor: { role: null, name: null } },
    { kind: 'version.wanted', version: nextVersion(state, { kind: 'adopted', at, actor: null }) },
    { kind: 'record.adopted', how: 'silence', at, actor: null },
  ]
}

import type { SessionEvent } from '../events.ts'
import type { SessionState } from '../state.ts'
import type { WantedVersion } from '../version.ts'
import type { Scene } from './scene.ts'

type Said = Pick<WantedVersion, 'kind'> & Partial<WantedVersion>

/** Asks for the next version; what is not said is empty. */
export function wantedVersion({ state, around, acted }: Scene, said: Said): SessionEvent {
  return { kind: 'version.wanted', version: nextVersion(state, { at: around.now, actor: acted, ...said }) }
}

/** The next version by its number. */
export function nextVersion(state: SessionState, said: Said & Pick<WantedVersion, 'at' | 'actor'>): WantedVersion {
  const number = (state.versions.at(-1)?.number ?? 0) + 1
  return { number, revision: null, reason: null, corrections: [], addition: null, ...said }
}

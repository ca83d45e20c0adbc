import { clockState } from '../clocks.ts'
import type { CommandOf } from '../commands.ts'
import type { SessionEvent } from '../events.ts'
import { sessionLimits } from '../limits.ts'
import { no } from '../reasons.ts'
import { endTurn } from './floor.ts'
import { leaveItem } from './items.ts'
import { alreadySo, type Decided, type Scene, yes } from './scene.ts'
import { wantedVersion } from './wantedVersion.ts'

// In which phase each is possible, the table of rights says; here is what else happens then.

/** planned → inSession. */
export function openMeeting({ around, acted }: Scene): Decided {
  return yes({ kind: 'phase.changed', phase: 'inSession', at: around.now, actor: acted })
}

/** inSession → suspended: the clocks stop. */
export function suspendMeeting({ state, around, acted }: Scene): Decided {
  // Room for resuming and closing is left.
  if (state.history.length > sessionLimits.history - 3) {
    return no('limitReached', 'The meeting has been suspended too often; it can be closed.')
  }
  const at = around.now
  const stopped = (['item', 'speaker'] as const)
    .filter((of) => clockState(state, of) === 'running')
    .map((of): SessionEvent => ({ kind: 'clock.stopped', of, at, paused: false }))
  return yes(...stopped, { kind: 'phase.changed', phase: 'suspended', at, actor: acted })
}

/** suspended → inSession: the clocks go on, unless they were paused by hand. */
export function resumeMeeting({ state, around, acted }: Scene): Decided {
  const at = around.now
  const started = (['item', 'speaker'] as const)
    .filter((of) => clockState(state, of) === 'stopped')
    .map((of): SessionEvent => ({ kind: 'clock.started', of, at }))
  return yes({ kind: 'phase.changed', phase: 'inSession', at, actor: acted }, ...started)
}

/** inSession or suspended → draft: the turn ends and is kept, the item stays begun, nobody waits any more; a version keeps what was recorded. */
export function closeMeeting(scene: Scene): Decided {
  const change: SessionEvent = { kind: 'phase.changed', phase: 'draft', at: scene.around.now, actor: scene.acted }
  return yes(...endTurn(scene), ...leaveItem(scene), { kind: 'room.cleared' }, change, wantedVersion(scene, { kind: 'room' }))
}

/** The whole meeting, for observers. */
export function closeMeetingToObservers({ state }: Scene, { closed }: CommandOf<'meeting.closeToObservers'>): Decided {
  return state.closed === closed ? alreadySo() : yes({ kind: 'observers.changed', item: null, closed })
}

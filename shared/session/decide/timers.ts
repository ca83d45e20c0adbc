import { proceedingOf } from '../agenda.ts'
import { clockState } from '../clocks.ts'
import type { CommandOf } from '../commands.ts'
import { sessionLimits } from '../limits.ts'
import { no } from '../reasons.ts'
import { type Decided, type Scene, yes } from './scene.ts'

/** Stops a clock by hand. */
export function pauseTimer({ state, around }: Scene, { of }: CommandOf<'timer.pause'>): Decided {
  const clock = clockState(state, of)
  if (clock === 'none') return nothingTimed(of)
  if (clock !== 'running') return no('notRunning', 'This clock is not running.')
  return yes({ kind: 'clock.stopped', of, at: around.now, paused: true })
}

/** Lets a clock go on. */
export function resumeTimer({ state, around }: Scene, { of }: CommandOf<'timer.resume'>): Decided {
  const clock = clockState(state, of)
  if (clock === 'none') return nothingTimed(of)
  if (clock === 'running') return no('alreadyRunning', 'This clock is running already.')
  return yes({ kind: 'clock.started', of, at: around.now })
}

/** Adds minutes to the time of the open item, or of whoever speaks, or takes some. */
export function addTime({ state }: Scene, { of, minutes }: CommandOf<'timer.add'>): Decided {
  if (clockState(state, of) === 'none') return nothingTimed(of)
  if (of === 'speaker' && state.floor.limitMinutes === null) {
    return no('noSpeakingTime', 'No speaking time has been set, so there is nothing to add to.')
  }
  const extra =
    of === 'speaker'
      ? state.floor.speaking?.extraMinutes
      : state.current === null
        ? undefined
        : proceedingOf(state, state.current)?.extraMinutes
  if (Math.abs((extra ?? 0) + minutes) > sessionLimits.extraMinutes) {
    return no('limitReached', 'That is more time than can be added.')
  }
  return yes({ kind: 'time.added', of, minutes })
}

function nothingTimed(of: 'item' | 'speaker'): Decided {
  return of === 'item' ? no('noItemOpen', 'No item is open.') : no('nobodySpeaking', 'Nobody has the floor.')
}

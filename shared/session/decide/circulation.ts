import type { Millis, Result } from '../../base/index.ts'
import { ok } from '../../base/index.ts'
import type { CommandOf } from '../commands.ts'
import type { SessionEvent } from '../events.ts'
import { sessionLimits } from '../limits.ts'
import { no } from '../reasons.ts'
import type { Circulation } from '../version.ts'
import { alreadySo, type Decided, type Scene, yes } from './scene.ts'
import { wantedVersion } from './wantedVersion.ts'

const hourMs = 3_600_000
const longestMs = 366 * 24 * hourMs

/** draft → circulated: a version is made, and its text is out for corrections until the deadline. */
export function circulateRecord(scene: Scene, command: CommandOf<'record.circulate'>): Decided {
  const { state, around, acted } = scene
  if (state.versions.length >= sessionLimits.versions) return no('limitReached', 'This record has too many versions.')
  const { timeZone, mode, reason } = command
  const deadline = deadlineOf(scene, { ...command, mode })
  if (!deadline.ok) return deadline
  const at = around.now
  const revision = 1 + state.versions.filter((version) => version.kind === 'circulated').length
  const stopped: readonly SessionEvent[] = state.reading === null ? [] : [{ kind: 'reading.ended' }]
  return yes(
    ...stopped,
    { kind: 'phase.changed', phase: 'circulated', at, actor: acted },
    wantedVersion(scene, { kind: 'circulated', revision, reason: reason ?? null }),
    { kind: 'record.circulated', at, deadline: deadline.value, timeZone, mode },
  )
}

/** A new deadline, sooner or later than before, with why. */
export function setDeadline(scene: Scene, command: CommandOf<'record.setDeadline'>): Decided {
  const { state, around, acted } = scene
  const { circulation } = state
  if (circulation === null) return notOut()
  const moved = [circulation, ...state.circulated].reduce((sum, one) => sum + one.moved.length, 0)
  if (moved >= sessionLimits.deadlines) return no('limitReached', 'The deadline was changed too often.')
  const { timeZone, reason } = command
  const deadline = deadlineOf(scene, { ...command, mode: circulation.mode })
  if (!deadline.ok) return deadline
  const isSame = deadline.value === circulation.deadline && timeZone === circulation.timeZone
  if (isSame) return alreadySo()
  return yes({ kind: 'deadline.moved', deadline: deadline.value, timeZone, reason, at: around.now, actor: acted })
}

/** circulated → draft: versions and comments stay. */
export function recallRecord(scene: Scene, { reason }: CommandOf<'record.recall'>): Decided {
  return scene.state.circulation === null ? notOut() : yes(...recalling(scene, reason ?? null))
}

/** circulated → adopted by decision: exactly the text that the sender saw, and none while an objection is open. */
export function adoptRecord(scene: Scene, { seen }: CommandOf<'record.adopt'>): Decided {
  const { state, around, acted } = scene
  if (state.circulation === null) return notOut()
  if (state.circulation.fingerprint !== seen) return no('otherText', 'The circulated text is not the one that you saw.')
  if (state.comments.objections > 0) return no('objectionOpen', 'An objection is open.')
  const at = around.now
  return yes({ kind: 'phase.changed', phase: 'adopted', at, actor: acted }, wantedVersion(scene, { kind: 'adopted' }), {
    kind: 'record.adopted',
    how: 'decision',
    at,
    actor: acted,
  })
}

/** What happens when a circulated record goes back to draft. */
export function recalling({ around, acted }: Scene, reason: string | null): readonly SessionEvent[] {
  return [
    { kind: 'phase.changed', phase: 'draft', at: around.now, actor: acted },
    { kind: 'record.recalled', at: around.now, actor: acted, reason },
  ]
}

/** The stated instant, when it is one to which people can answer. */
function deadlineOf(
  { around }: Scene,
  stated: Pick<Circulation, 'mode' | 'timeZone'> & { readonly deadline: string },
): Result<Millis> {
  if (!isTimeZone(stated.timeZone)) return no('unknownTimeZone', 'There is no such time zone.')
  // An instant read from a date that the schema has checked.
  const deadline = Date.parse(stated.deadline) as Millis
  const leftMs = deadline - around.now
  if (!(leftMs > 0) || (stated.mode === 'silence' && leftMs < hourMs)) {
    return no('deadlineTooSoon', 'The deadline must lie ahead; where silence adopts, an hour at least.')
  }
  return leftMs > longestMs ? no('deadlineTooFar', 'The deadline may lie a year ahead at most.') : ok(deadline)
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** A circulated record without its circulation: from before circulations were kept. */
function notOut(): Decided {
  return no('isDraft', 'The record has not been circulated.')
}

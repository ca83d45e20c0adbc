import type { Millis, OutcomeId } from '../../base/index.ts'
import type { Standing } from '../../record/index.ts'
import type { CommandOf } from '../commands.ts'
import type { SessionEvent } from '../events.ts'
import { isBeingRead } from '../isBeingRead.ts'
import { sessionLimits } from '../limits.ts'
import { openBrackets } from '../openBrackets.ts'
import { own } from '../own.ts'
import { no } from '../reasons.ts'
import { alreadySo, type Decided, type Scene, yes } from './scene.ts'

const shortestReadingMs = 10_000
const wordMs = 400

/** Locks the words of an outcome while they are read out to the room. */
export function readOut(scene: Scene, { outcome }: CommandOf<'outcome.readOut'>): Decided {
  const { state, actor, around, acted } = scene
  const text = wordsToFix(scene, outcome)
  if (typeof text !== 'string') return text
  if (standingOf(scene, outcome) === 'agreed') return no('alreadyAgreed', 'These words are agreed already.')
  const { reading } = state
  if (reading !== null && reading.until > around.now && reading.person !== actor.person) {
    return no('beingRead', 'Somebody is reading out an outcome already.')
  }
  const words = text.split(/\s+/).filter((word) => word !== '').length
  // An instant and a span make an instant.
  const until = (around.now + Math.max(shortestReadingMs, words * wordMs)) as Millis
  return yes({ kind: 'reading.started', reading: { outcome, person: actor.person, actor: acted, at: around.now, until } })
}

/** Unlocks the words again; nothing was agreed. */
export function stopReading({ state, around }: Scene, { outcome }: CommandOf<'outcome.stopReading'>): Decided {
  return isBeingRead(state, outcome, around.now) ? yes({ kind: 'reading.ended' }) : notBeingRead()
}

/** The room has agreed to what was read out to it, and to nothing else. */
export function agree(scene: Scene, { outcome }: CommandOf<'outcome.agree'>): Decided {
  if (!isBeingRead(scene.state, outcome, scene.around.now)) return notBeingRead()
  const text = wordsToFix(scene, outcome)
  if (typeof text !== 'string') return text
  return changeStanding(scene, outcome, 'agreed')
}

/** Every other standing. What is agreed can only be put back to proposed first. */
export function setStanding(scene: Scene, { outcome, standing }: CommandOf<'outcome.setStanding'>): Decided {
  if (scene.around.outcome(outcome) === null) return unknownOutcome()
  const present = standingOf(scene, outcome)
  if (present === 'agreed' && standing !== 'proposed') {
    return no('alreadyAgreed', 'These words are agreed; put the outcome back to proposed first.')
  }
  return present === standing ? alreadySo() : changeStanding(scene, outcome, standing)
}

/** What the projector shows. */
export function showOutcome({ state, around }: Scene, { outcome }: CommandOf<'outcome.show'>): Decided {
  if (outcome !== null && around.outcome(outcome) === null) return unknownOutcome()
  return state.shown === outcome ? alreadySo() : yes({ kind: 'outcome.shown', outcome })
}

/** How far an action has come. */
export function setStatus({ state, around }: Scene, { action, status }: CommandOf<'action.setStatus'>): Decided {
  if (around.action(action) === null) return no('unknownAction', 'This action is not in the record.')
  return (own(state.statuses, action) ?? 'open') === status ? alreadySo() : yes({ kind: 'status.changed', action, status })
}

function changeStanding({ state, around, acted }: Scene, outcome: OutcomeId, standing: Standing): Decided {
  const kept = Object.values(state.fixings).reduce((sum, list) => sum + list.length, 0)
  if (kept >= sessionLimits.fixings) return no('limitReached', 'More changes of standing than a record can keep.')
  const change: SessionEvent = { kind: 'standing.changed', outcome, fixing: { standing, at: around.now, actor: acted } }
  // Whatever it was fixed as, it is not being read out any more.
  return state.reading?.outcome === outcome ? yes(change, { kind: 'reading.ended' }) : yes(change)
}

/** The words of an outcome that could be agreed as they stand, or why they cannot. */
function wordsToFix({ around }: Scene, outcome: OutcomeId): string | Extract<Decided, { readonly ok: false }> {
  const found = around.outcome(outcome)
  if (found === null) return unknownOutcome()
  if (found.text.trim() === '') return no('emptyText', 'There are no words to read out yet.')
  if (openBrackets(found.text) > 0) return no('openBrackets', 'Words in brackets are not agreed yet.')
  return found.text
}

/** Null: the source does not say. */
function standingOf({ state }: Scene, outcome: OutcomeId): Standing | null {
  const given = own(state.standings, outcome)
  return given === undefined ? 'proposed' : given
}

function unknownOutcome(): Extract<Decided, { readonly ok: false }> {
  return no('unknownOutcome', 'This outcome is not in the record.')
}

function notBeingRead(): Decided {
  return no('notBeingRead', 'This outcome is not being read out.')
}

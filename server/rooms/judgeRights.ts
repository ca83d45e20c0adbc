import { actionForPath, may, mayEver } from '../../shared/access/index.ts'
import { type Millis, type OutcomeId, ok, type Result, refuse } from '../../shared/base/index.ts'
import type { TouchedPath } from '../../shared/record/index.ts'
import { isBeingRead, type SessionState } from '../../shared/session/index.ts'
import type { Standing } from './face.ts'

/** Fields of an outcome that may change while its words stand firm: where it lies, not what it says. */
const looseFields: ReadonlySet<string | null> = new Set(['order'])

/** Asks access and standing for every place an update touches; the first no is the answer. */
export function judgeRights(paths: readonly TouchedPath[], standing: Standing, session: SessionState, now: Millis): Result<null> {
  const { role, group } = standing
  const circumstances = { phase: session.phase, rules: group.rules }
  for (const path of paths) {
    const action = actionForPath(path)
    if (!may(role, action, circumstances)) {
      return mayEver(role, action, group.rules)
        ? refuse('wrongPhase', 'The record cannot be edited at this point of the meeting.')
        : refuse('forbidden', 'Your role does not edit this part of the record.')
    }
    // DECIDED 2: words that were agreed stay as they are until they are put back to proposed.
    if (path.root !== 'outcomes' || looseFields.has(path.field)) continue
    if (session.standings[path.id] === 'agreed') return refuse('locked', 'This outcome is agreed; its text is locked.')
    // Ids in the document are the browser's own text; an outcome's has the shape that the session knows it by.
    if (isBeingRead(session, path.id as OutcomeId, now)) {
      return refuse('locked', 'This outcome is being read out; its text is locked until that is over.')
    }
  }
  return ok(null)
}

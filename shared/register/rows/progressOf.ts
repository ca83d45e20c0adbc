import { may } from '../../access/index.ts'
import type { ActionReview } from '../../record/index.ts'
import type { ProgressFact } from '../facts.ts'
import type { GroupRecord } from '../types.ts'
import type { RegisterSource } from './RegisterSource.ts'
import type { RowProgress } from './Rows.ts'
import { addressOf } from './sourceOf.ts'
import { actorTold, authorTold, momentOf } from './told.ts'

/** What was said to each action after its record was written: in the register and by later meetings. */
export type ProgressByAction = ReadonlyMap<string, readonly RowProgress[]>

/** Gathers it by `<meeting>/<action>`, oldest first. */
export function progressByAction(at: RegisterSource): ProgressByAction {
  const mayAny = may(at.reader.role, 'register.progress', { phase: 'adopted', rules: at.rules })
  const mayOwn = may(at.reader.role, 'register.progressOwn', { phase: 'adopted', rules: at.rules })
  const all = new Map<string, RowProgress[]>()
  const add = (key: string, progress: RowProgress): void => {
    const known = all.get(key)
    if (known === undefined) all.set(key, [progress])
    else known.push(progress)
  }
  for (const fact of at.ledger.facts.values()) {
    if (fact.kind !== 'progress') continue
    add(keyOf(fact.meeting, fact.action), noted(fact, mayAny || (mayOwn && isOwn(at, fact))))
  }
  for (const record of at.records) {
    for (const review of record.record.session.reviews) add(keyOf(review.meeting, review.action), reviewed(record, review))
  }
  // Of what was said in the same millisecond the register's comes first, as it was gathered.
  for (const list of all.values()) list.sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
  return all
}

/** The key of an action's progress. */
export function keyOf(meeting: string, action: string): string {
  return `${meeting}/${action}`
}

function noted({ id, at, by, status, note }: ProgressFact, mayWithdraw: boolean): RowProgress {
  return { id, at: momentOf(at), by: authorTold(by), status, note, where: 'register', mayWithdraw }
}

function reviewed({ meetingId, record }: GroupRecord, review: ActionReview): RowProgress {
  const { at, actor, status, note } = review
  const { title, startsAt } = record.head
  const address = addressOf(meetingId, record.session.reviewing?.item ?? '')
  const where = { meetingId, title, date: startsAt, address }
  return { id: null, at: momentOf(at), by: actorTold(actor), status, note, where, mayWithdraw: false }
}

function isOwn({ reader }: RegisterSource, { by }: ProgressFact): boolean {
  return by.person === reader.person || (by.delegation !== null && by.delegation.id === reader.delegation)
}

import type { Millis } from '../../base/index.ts'
import { actionRows } from '../rows/actionRows.ts'
import { outcomeRows } from '../rows/outcomeRows.ts'
import type { RegisterSource } from '../rows/RegisterSource.ts'
import type { ActionRow } from '../rows/Rows.ts'
import { addressOf, dayOf } from '../rows/sourceOf.ts'
import { mentionedSteps } from './mentionedSteps.ts'
import { adoptedSteps, carriedSteps, correctedSteps, meetingOf, recordedStep, type ThreadCorrection } from './recordSteps.ts'
import { oldestFirst, stepOf, type Thread, type ThreadStep } from './Thread.ts'

/** One action through the years: from its record over the reviews of later meetings to what the register says; null when it is not there for this reader. */
export function actionThread(
  at: RegisterSource,
  id: string,
  now: Millis,
  corrections: readonly ThreadCorrection[],
): Extract<Thread, { readonly kind: 'action' }> | null {
  const head = actionRows(at, now).find(({ action }) => action === id)
  const of = at.records.find(({ meetingId }) => meetingId === head?.meetingId)
  if (head === undefined || of === undefined) return null
  const item = of.record.actions.find((one) => one.id === id)?.item
  const steps = [
    recordedStep(of, id, head.task),
    ...adoptedSteps(of, id),
    ...correctedSteps(of, id, corrections),
    ...(item === undefined ? [] : carriedSteps(at.records, of, item)),
    ...reviewSteps(at, head),
    ...mentionedSteps(at.records, of, { part: id, paragraph: null }),
    ...progressSteps(head),
  ]
  const outcome = outcomeRows(at).find(({ outcome }) => outcome === head.outcome?.outcome) ?? null
  return { kind: 'action', head, outcome, steps: oldestFirst(steps) }
}

/** Later meetings that took it up, whatever they then said. */
function reviewSteps({ records }: RegisterSource, head: ActionRow): readonly ThreadStep[] {
  return records.flatMap((record) => {
    const { reviewing } = record.record.session
    const isTaken = reviewing?.actions.some((one) => one.action === head.action && one.meeting === head.meetingId) ?? false
    if (reviewing === null || !isTaken) return []
    const address = addressOf(record.meetingId, reviewing.item)
    return [stepOf({ kind: 'carriedOver', at: dayOf(record), ...meetingOf(record), words: head.task, address })]
  })
}

function progressSteps({ progress }: ActionRow): readonly ThreadStep[] {
  return progress.map(({ at, by, status, note, where }) => {
    if (where === 'register') return stepOf({ kind: 'progress', at, by, status, words: note })
    const { meetingId, title: meetingTitle, date: meetingDate, address } = where
    return stepOf({ kind: 'reviewed', at, by, status, words: note, meetingId, meetingTitle, meetingDate, address })
  })
}

import type { Caller } from '../../../shared/access/index.ts'
import { type NewId, ok, type ReportId, type Result } from '../../../shared/base/index.ts'
import type { ReportAnswer } from '../../../shared/protocol/index.ts'
import {
  type Composed,
  type ComposedReport,
  composeReport,
  createReportDocument,
  type ReportEdit,
} from '../../../shared/report/index.ts'
import type { StoredReport } from '../../storage/index.ts'
import { enterGroup } from '../enterGroup.ts'
import { unknown } from '../placeIn.ts'
import type { Workspace } from '../Workspace.ts'
import { reportAnswerOf } from './reportAnswers.ts'
import { inOrder, reportInput } from './reportInput.ts'

/** What somebody asks for. */
export interface NewReport {
  readonly meetingIds: readonly string[]
  readonly title?: string | undefined
  readonly language?: string | undefined
  readonly withClosed?: boolean | undefined
}

/** A report out of meetings of the group: composed once, and from then on its people's own words. */
export async function createReport(
  at: Workspace,
  caller: Caller,
  groupId: string,
  asked: NewReport,
): Promise<Result<ReportAnswer>> {
  const entered = await enterGroup(at, caller, groupId, 'report.make')
  if (!entered.ok) return entered
  const { file, place } = entered.value
  const wanted = new Set(asked.meetingIds)
  const all = await at.storage.meetings.list(file.group.id)
  const chosen = all.filter(({ meetingId }) => wanted.has(meetingId) && (place.onlyMeeting ?? meetingId) === meetingId)
  if (chosen.length < wanted.size) return unknown()
  const head = {
    meetingIds: inOrder(chosen),
    language: asked.language ?? chosen[0]?.session.head.language ?? 'en',
    withClosed: asked.withClosed ?? false,
  }
  const composed = composeReport(await reportInput(at, file, head))
  const isNamed = chosen.every(({ session }) => session.head.attribution === 'named')
  const report: StoredReport = {
    ...head,
    reportId: at.newId<ReportId>(),
    groupId: file.group.id,
    title: asked.title ?? titleOf(composed),
    createdAt: at.clock.now(),
    createdBy: { role: place.role, name: isNamed ? place.name : null },
  }
  const made = await at.storage.reports.create(report, firstWords(at, composed))
  if (!made.ok) return made
  const view = await at.rooms.readReport(report)
  if (!view.ok) return view
  at.log.info({ report: report.reportId, meetings: head.meetingIds.length }, 'report composed')
  return ok(reportAnswerOf(view.value, { file, place }))
}

/** The line that says on whose behalf it is made. */
export function titleOf({ sentences }: ComposedReport): string {
  return sentences.filter(({ part }) => part === 'heading').at(-1)?.text ?? ''
}

/** The composed sentences as the edits that write them. */
export function composedEdits(newId: NewId, sentences: readonly Composed[]): readonly ReportEdit[] {
  return sentences.map(({ part, text, source }) => ({ kind: 'sentence.add', id: newId(), part, after: 'last', text, source }))
}

function firstWords({ newId, random }: Workspace, { sentences }: ComposedReport): Uint8Array {
  const clientId = Buffer.from(random(4)).readUInt32BE()
  const made = createReportDocument(composedEdits(newId, sentences), clientId)
  // The edits are our own, so a refusal is a fault of ours and no answer to anybody.
  if (!made.ok) throw new Error(`A new report could not be written: ${made.refusal.message}`)
  return made.value
}

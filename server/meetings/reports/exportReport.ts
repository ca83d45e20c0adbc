import { type Caller, may } from '../../../shared/access/index.ts'
import { type Result, refuse, type SentenceId } from '../../../shared/base/index.ts'
import { composeReport, type ReportInput, type ReportView, reportView } from '../../../shared/report/index.ts'
import { type ExportFile, isReportExport, type Registered, type ReportExport } from '../../exports/index.ts'
import type { GroupFile } from '../../storage/index.ts'
import type { EnteredMeeting } from '../enterMeeting.ts'
import { exportContext } from '../exportContext.ts'
import { unknown } from '../placeIn.ts'
import { stillTheSame } from '../stillTheSame.ts'
import type { Workspace } from '../Workspace.ts'
import { titleOf } from './createReport.ts'
import { enterReport } from './enterReport.ts'
import { reportInput } from './reportInput.ts'

/** A report as a document: its words as they are stored, who took part as an annex, and what it was made from at its foot. */
export async function exportReport(at: Workspace, caller: Caller, reportId: string, name: string): Promise<Result<ExportFile>> {
  const enter = () => enterReport(at, caller, reportId, 'report.read')
  const entered = await enter()
  if (!entered.ok) return entered
  if (caller.kind === 'stranger') return refuse('unauthenticated', 'Sign in, or come in by a seat link.')
  if (!isReportExport(name)) return refuse('notFound', 'There is no such document.')
  const { report, file } = entered.value
  const view = await at.rooms.readReport(report)
  if (!view.ok) return view
  const made = await render(at, { name, view: view.value, file, input: await reportInput(at, file, report) }, caller.person)
  return stillTheSame(made, entered.value.place, enter)
}

/** The same, composed of this sole meeting and kept nowhere. Who may not read reports is answered as if there were none. */
export async function exportMeetingReport(
  at: Workspace,
  { meeting, file, place }: EnteredMeeting,
  name: ReportExport,
): Promise<Result<ExportFile>> {
  if (!may(place.role, 'report.read', { phase: null, rules: file.group.rules })) return unknown()
  const { language } = meeting.session.head
  const head = { meetingIds: [meeting.meetingId], language, withClosed: false }
  const input = await reportInput(at, file, head)
  const composed = composeReport(input)
  const sentences = composed.sentences.map(({ part, text, source }, index) => {
    return { id: at.newId<SentenceId>(), order: String(index), part, text, source, removed: false } as const
  })
  const view = reportView(
    {
      ...head,
      reportId: at.newId(),
      groupId: file.group.id,
      title: titleOf(composed),
      createdAt: at.clock.now(),
      createdBy: { role: null, name: null },
    },
    sentences,
    composed,
  )
  return render(at, { name, view, file, input }, place.person)
}

interface Made {
  readonly name: ReportExport
  readonly view: ReportView
  readonly file: GroupFile
  readonly input: ReportInput
}

function render(at: Workspace, { name, view, file, input }: Made, whose: string): Promise<Result<ExportFile>> {
  const meetings = input.meetings.map(({ record, version, fingerprint }): Registered => {
    return { record, context: exportContext(at, file, { version, fingerprint }) }
  })
  return at.exporter.render({ kind: 'report', name, report: view, groupName: file.group.name, meetings }, whose)
}

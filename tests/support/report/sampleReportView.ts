import type { Millis, SentenceId } from '../../../shared/base/index.ts'
import { composeReport, type ReportView, reportView } from '../../../shared/report/index.ts'
import { newId } from '../storageSamples.ts'
import { sampleReport } from './sampleReport.ts'

/** The report of the record of 2002 as it is shown and exported, with what it was composed from; `more` are sentences of somebody's own. */
export function sampleReportView(more: readonly { readonly part: 'outcomes' | 'framing'; readonly text: string }[] = []) {
  const input = sampleReport()
  const composed = composeReport(input)
  const own = more.map((sentence) => ({ ...sentence, source: null }))
  const sentences = [...composed.sentences, ...own].map(({ part, text, source }, index) => {
    const order = String(index).padStart(4, '0')
    return { id: newId<SentenceId>(), order, part, text, source, removed: false }
  })
  const head = {
    reportId: newId<ReportView['reportId']>(),
    groupId: newId<ReportView['groupId']>(),
    meetingIds: input.meetings.map(({ meetingId }) => meetingId),
    title: 'Statement on behalf of the Universalization Contact Group',
    language: 'en',
    withClosed: false,
    createdAt: Date.parse('2026-03-02T13:15:00Z') as Millis,
    createdBy: { role: null, name: null },
  }
  return { input, report: reportView(head, sentences, composed) }
}

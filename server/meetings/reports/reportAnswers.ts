import type { ReportAnswer, ReportLineAnswer } from '../../../shared/protocol/index.ts'
import type { ReportView, SentenceView } from '../../../shared/report/index.ts'
import { rightsOf, you } from '../groupAnswer.ts'
import type { EnteredReport } from './enterReport.ts'

/** A report as one line of its group's list. */
export function reportLineOf(view: ReportView): ReportLineAnswer {
  const { reportId, groupId, meetingIds, title, language, withClosed, createdAt, createdBy, words, readingSeconds } = view
  const made = new Date(createdAt).toISOString()
  const head = { reportId, groupId, meetingIds: [...meetingIds], title, language, withClosed }
  return { ...head, createdAt: made, createdBy, words, readingSeconds }
}

/** A report whole, and what the caller is to it. */
export function reportAnswerOf(view: ReportView, { file, place }: Pick<EnteredReport, 'file' | 'place'>): ReportAnswer {
  return {
    ...reportLineOf(view),
    parts: view.parts.map(({ part, sentences }) => ({ part, sentences: sentences.map(sentenceOf) })),
    removed: view.removed.map(sentenceOf),
    meetings: view.meetings.map((meeting) => ({ ...meeting })),
    leftOut: view.leftOut,
    groupName: file.group.name,
    you: you(place),
    rights: rightsOf(place, file.group.rules, null),
  }
}

function sentenceOf(sentence: SentenceView): ReportAnswer['removed'][number] {
  return { ...sentence }
}

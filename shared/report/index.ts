// report: the report to the formal meeting as Yjs data of its own kind: shape, reading, named edits; and what is composed for it
// out of records, as a pure function. Knows records; must not know who may edit, how it travels or where it is kept.

export type { Composed, ReportInput } from './compose/Composer.ts'
export { type ComposedReport, composeReport } from './compose/composeReport.ts'
export { allPatterns } from './compose/patterns/patternsFor.ts'
export { createReportDocument } from './createReportDocument.ts'
export { applyReportEdit, findSentenceText, type ReportApplied } from './edit/applyReportEdit.ts'
export type { AfterSentence, ReportEdit } from './edit/reportEdit.ts'
export { readReport } from './readReport.ts'
export { countWords, reportLength, wordsPerMinute } from './reportLength.ts'
export { reportView } from './reportView.ts'
export { reportShape } from './schema.ts'
export { parseSentencePath, sentencePathOf } from './sentencePath.ts'
export {
  type LeftOut,
  type PresentSource,
  type PresentSources,
  type ReportedMeeting,
  type ReportGroup,
  type ReportHead,
  type ReportLength,
  type ReportMeeting,
  type ReportPart,
  type ReportSentence,
  type ReportView,
  reportParts,
  type SentenceSource,
  type SentenceView,
  type SourceKind,
  type SourceState,
  type SourcesNow,
  sourceKinds,
} from './types.ts'

// report: the report to the formal meeting: its list, how it is made, and the paper that the office writes together.
// Acts by named edits of the report only; must not know how a record is written.
export { NewReport } from './NewReport.tsx'
export { ReportFacts } from './ReportFacts.tsx'
export { ReportList } from './ReportList.tsx'
export { ReportPaper } from './ReportPaper.tsx'
export { ToReport } from './ToReport.tsx'
export { type SentenceActions, useSentenceActions } from './useSentenceActions.ts'

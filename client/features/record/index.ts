// record: a record to read as a paper: contents, numbered paragraphs, actions, attendance, and what there is to know about it.
// Draws plain data only; nothing here can change a word.

export { AttendingTable } from './AttendingTable.tsx'
export { attendanceFacts } from './attendanceFacts.ts'
export { anchorOf, outlineOf } from './outline.ts'
export { RecordDocument } from './RecordDocument.tsx'
export { RecordFacts } from './RecordFacts.tsx'
export { RecordPaper } from './RecordPaper.tsx'
export { StatedTable } from './StatedTable.tsx'
export { livePaper, type ShownPaper, sealedPaper } from './shownPaper.ts'
export { ThreadLink } from './ThreadLink.tsx'

// record: a record to read as a paper: contents, numbered paragraphs, actions, attendance, and how firm it is.
// Reads plain data only; nothing here can change a word.
export { outlineOf, type Paragraph, type SectionOutline, sectionMark } from './outline.ts'
export { RecordDocument, type RecordDocumentProps } from './RecordDocument.tsx'

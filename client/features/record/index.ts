// record: a record to read as a paper: contents, numbered paragraphs, actions, attendance, and how firm it is.
// Reads plain data only; nothing here can change a word.
export { RecordDocument } from './RecordDocument.tsx'

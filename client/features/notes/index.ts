// notes: the free text under an item, and the way from one of its lines to an outcome or action.
export { Notes, type NotesProps } from './Notes.tsx'

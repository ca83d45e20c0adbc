// bringin: old minutes on their way into a group: the source with its lines, what was found beside them, and somebody's decisions.
// Makes nothing of a find by itself; what nobody takes stays in the notes.
export { BringIn } from './BringIn.tsx'
export { type ReviewKey, reviewKeys } from './reviewKeys.ts'
export { SourceFiles } from './SourceFiles.tsx'

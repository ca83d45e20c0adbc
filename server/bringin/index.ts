// bringin: the bytes of old minutes → finds beside their lines, and, with somebody's choices, a record as plain data; the bytes
// of our own JSON → the same record again.
// Must not know storage, rights or doors. Whatever a file holds is read in a thread of its own, within limits.
export { BringInShelf, type Shelved } from './BringInShelf.ts'
export type { KnownDelegation } from './compose/attendingOf.ts'
export type { Choice } from './composeAccepted.ts'
export { lineOf } from './copy/importedSession.ts'
export type { MadeOfCopy } from './copy/makeFromCopy.ts'
export { type Bringer, createBringer } from './createBringer.ts'
export type { GivenFile } from './readPreview.ts'
export type { ComposeAnswer, ReadAnswer } from './worker.ts'

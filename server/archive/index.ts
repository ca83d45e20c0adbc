// archive: what is derived from all records, on disk and made again when it is lost: digests, lines, the search index.
// Must not know who is asking: a question says which groups and halves it may see, and rights were asked before it came.
export { Archive, type Searching } from './Archive.ts'
export type { ArchiveLine, LineCounts, WholeRecord } from './Digest.ts'
export type {
  AskedTerm,
  FacetName,
  Found,
  FoundPassage,
  FoundRecord,
  IndexedMeeting,
  RankKey,
  Scope,
  Search,
  SearchAsk,
} from './face.ts'
export { openArchive } from './openArchive.ts'
export { partyKey } from './passagesOf.ts'
export { watchStorage } from './watchStorage.ts'

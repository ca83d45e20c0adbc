// archive: the records that lie behind a group: by year, and found by their words.
// Knows no live record: a passage is plain words with an address to go to.
export { RecentRecords } from './RecentRecords.tsx'
export { Records } from './Records.tsx'
export { nothingAsked, type RecordsQuery, readRecordsQuery, writeRecordsQuery } from './recordsQuery.ts'
export { Snippet } from './Snippet.tsx'
export { useFound } from './useFound.ts'

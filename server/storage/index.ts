// storage: everything that lasts, behind one port. Answers a write only when its bytes would survive a power cut.
// Must not know who may do what (access), what a document means (record) or who is calling (transports).
export { CannotOpen } from './CannotOpen.ts'
export { keepBackup, type OnProgress, verifyBackup } from './embedded/backup/backupFile.ts'
export type { BackupSummary } from './embedded/backup/checkBackup.ts'
export type { EndedRights } from './embedded/backup/endRights.ts'
export { type Restored, type RestoreOptions, restoreBackup } from './embedded/backup/restoreBackup.ts'
export { type DerivedStore, openDerived } from './embedded/openDerived.ts'
export { type OpenStorageOptions, openStorage } from './openStorage.ts'
export type {
  Append,
  AppliedCommand,
  Aside,
  Authorship,
  Binding,
  BroughtVersion,
  CheckDocument,
  CheckVersion,
  Committed,
  Delegation,
  Directory,
  Documents,
  Group,
  GroupFile,
  Guest,
  ImportedFrom,
  JsonFile,
  LedgerChange,
  Ledgers,
  Meetings,
  Member,
  OneTimeLink,
  PeopleFile,
  PersonalToken,
  Reports,
  Seat,
  SessionChange,
  Span,
  Storage,
  StorageHealth,
  StoredDocument,
  StoredLedger,
  StoredMeeting,
  StoredReport,
  StoredSource,
  StoredVersion,
  Verification,
  Visit,
  Visits,
} from './port.ts'
export type { CopyBody, CopyBounds, CopyDecision, Quarantine, StoredCopy } from './quarantine.ts'

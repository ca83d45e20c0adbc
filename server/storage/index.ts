// storage: everything that lasts, behind one port. Answers a write only when its bytes would survive a power cut.
// Must not know who may do what (access), what a document means (record) or who is calling (transports).
export { CannotOpen } from './CannotOpen.ts'
export { type OpenStorageOptions, openStorage } from './openStorage.ts'
export type {
  Append,
  AppliedCommand,
  Aside,
  Authorship,
  Binding,
  CheckDocument,
  CheckVersion,
  Committed,
  Delegation,
  Directory,
  Documents,
  Group,
  GroupFile,
  Guest,
  JsonFile,
  Meetings,
  Member,
  OneTimeLink,
  PeopleFile,
  PersonalToken,
  Seat,
  SessionChange,
  Span,
  Storage,
  StoredDocument,
  StoredMeeting,
  StoredVersion,
  Verification,
} from './port.ts'

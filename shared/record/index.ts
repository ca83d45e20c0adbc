// record: the meeting record as Yjs data; the only place that names a map or a field. Reads it as plain data, edits it by name.
// Must not know who may edit (access), how it travels (protocol) or where it is kept (storage).

export { asLineWords } from './asLineWords.ts'
export type { SessionSide } from './assemble.ts'
export { attributed } from './attributed.ts'
export { type Capacity, capacities, capacityOf } from './capacityOf.ts'
export type { CopiedPart, CopiedQualifier, CopyDifference } from './copies/CopiedPart.ts'
export { compareCopy } from './copies/compareCopy.ts'
export { copyText } from './copies/copyText.ts'
export { type AttendanceCount, countAttendance, type RegionCount } from './countAttendance.ts'
export { createRecordDocument } from './createRecordDocument.ts'
export { createRecordFrom, type FirstUpdate } from './createRecordFrom.ts'
export { type Applied, applyEdit } from './edit/applyEdit.ts'
export { makeEntry, makeLine } from './edit/makeEntry.ts'
export type {
  ActionDraft,
  ActionValues,
  After,
  EntryRef,
  ItemValues,
  OutcomeDraft,
  OutcomeValues,
  QualifierValues,
  RecordEdit,
  TargetValues,
} from './edit/recordEdit.ts'
export { setLine } from './edit/setLine.ts'
export { Collected } from './judge/Collected.ts'
export type { DeleteRanges, Judgement, LostWords, TouchedPath } from './judge/judgement.ts'
export { type DecodedUpdate, judgeUpdate, lengthOf } from './judge/judgeUpdate.ts'
export { type WordsPlace, wordsAt } from './judge/wordsAt.ts'
export { keepTraces, withoutName, withoutSpeaker } from './keepTraces.ts'
export { limits } from './limits.ts'
export { byOrder, type Ordered, type Placement, placeAfter } from './order.ts'
export { type Origin, originText, readOrigin } from './origin.ts'
export { withAddendum } from './paper/addendum.ts'
export { canonicalJson } from './paper/canonicalJson.ts'
export { comparePapers, compareWords, type PartChange, type WordChange } from './paper/comparePapers.ts'
export { type Digest, fingerprintOf, type HiddenPart, partHash, type SaltedPart, type Sealed } from './paper/fingerprint.ts'
export { forbiddenParts } from './paper/forbiddenParts.ts'
export { hasWords } from './paper/hasWords.ts'
export type { PaperAttendance, PaperLine, Part, PartyName, RecordPaper, Turn } from './paper/Paper.ts'
export { type NameOf, paperOf, partText } from './paper/paperOf.ts'
export { partSpans, type TextSpan } from './paper/partSpans.ts'
export { recordAt } from './paper/recordAt.ts'
export { type SectionCount, sectionCountOf, sectionMark } from './paper/sectionMark.ts'
export { keepNoteKeys, type NewNoteKey, settle } from './paper/settle.ts'
export { withoutTraces } from './paper/withoutTraces.ts'
export { withWords } from './paper/withWords.ts'
export { applyPlainChange, type PlainChange, plainChange } from './plainChange.ts'
export { plainText } from './plainText.ts'
export { createReader, type RecordReader, readRecord } from './reader.ts'
export { readText } from './readText.ts'
export { type RecordLists, recordDocumentFrom } from './recordDocumentFrom.ts'
export type { Field, RootName, TextKind } from './schema.ts'
export { type DocumentShape, recordShape } from './shape.ts'
export { findText, parseTextPath, type TextPath, textKindOf, textPathOf } from './textPath.ts'
export type {
  ActedBy,
  ActionReview,
  ActionStatus,
  ActionView,
  AttendanceEntry,
  AttendanceLine,
  AttendanceState,
  Attribution,
  Basis,
  Became,
  Block,
  CarriedAction,
  Delegate,
  DelegationType,
  Due,
  Fixing,
  Intervention,
  InterventionKind,
  ItemView,
  MeetingHead,
  MeetingRecord,
  Membership,
  Movement,
  OutcomeView,
  Paper,
  Party,
  PartyStatus,
  Phase,
  PhaseChange,
  Proceeding,
  Progress,
  Purpose,
  QualifierView,
  Reviewing,
  RichText,
  SessionFacts,
  SpeakerName,
  Standing,
  TargetView,
  TextRun,
} from './types.ts'
export { type UnRegionalGroup, unRegionalGroups } from './unRegionalGroups.ts'
export { isLinkAddress, isOrderKey, parseBecame } from './values.ts'
export { applyViewChange, type ListChange, type ViewChange, viewChange } from './viewChange.ts'

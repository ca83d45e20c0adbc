// rooms: live meetings: judges what comes in, stores it, then tells everyone. One room a meeting, one line in each room.
// Knows a caller, a storage and the record's rules; must not know which door somebody came through, or how bytes travel.
export { type Allowances, allowancesOf, Budget } from './Budget.ts'
export { checkDocument } from './checkDocument.ts'
export { checkVersion } from './checkVersion.ts'
export { createRooms, type RoomsParts } from './createRooms.ts'
export { documentOf } from './documentOf.ts'
export type {
  Connection,
  EnterAsk,
  Entered,
  FindStanding,
  JoinAsk,
  Joined,
  News,
  PresenceState,
  ReportJoined,
  ReportsPart,
  Rooms,
  Sink,
  Speaker,
  Standing,
  Which,
} from './face.ts'
export { sealedOf } from './makeVersion.ts'
export type { CopyVariant } from './quarantine/copyWorker.ts'
export { type CopyReader, createCopyReader } from './quarantine/createCopyReader.ts'
export { nameIn } from './surroundingsOf.ts'

import type { ActionId, ItemId, MeetingId, Millis } from '../../base/index.ts'
import type {
  ActionStatus,
  AttendanceEntry,
  AttendanceLine,
  Basis,
  Block,
  DelegationType,
  Due,
  Fixing,
  InterventionKind,
  MeetingHead,
  Paper,
  Progress,
  Purpose,
  RichText,
  Standing,
} from '../types.ts'

/** A party as it is printed; taken down when the paper is made, so that the paper needs no directory beside it. */
export interface PartyName {
  readonly name: string
  readonly code: string | null
}

interface Placed {
  /** Stays with the part from version to version: `outcome:<id>`, `note:<item>:<n>`. */
  readonly key: string
  /** The item under which it stands; null for what belongs to the meeting as a whole. */
  readonly item: ItemId | null
  /** What people cite: "7", "7 bis"; for items "4.2", for actions "A3"; null where nothing is cited. */
  readonly number: string | null
}

/** One part of a paper: what is numbered, compared, commented and hashed by itself. Plain data, JSON through and through. */
export type Part = Placed &
  (
    | {
        readonly kind: 'item'
        readonly title: RichText
        readonly lead: PartyName | null
        readonly purpose: Purpose | null
        readonly minutes: number | null
        readonly usedMs: number
        readonly progress: Progress | 'notBegun'
        readonly papers: readonly Paper[]
        readonly carriedOverFrom: string | null
      }
    | { readonly kind: 'note'; readonly block: Block }
    | {
        readonly kind: 'outcome'
        /** "4.1": its place under the item. */
        readonly label: string | null
        readonly verb: string
        readonly actor: PartyName | null
        readonly text: RichText
        readonly standing: Standing | null
        readonly fixing: Fixing | null
      }
    | { readonly kind: 'qualifier'; readonly outcome: string; readonly word: string; readonly text: RichText }
    | {
        readonly kind: 'target'
        readonly figure: number
        readonly atLeast: boolean
        readonly what: RichText
        readonly event: string | null
        readonly whose: string | null
      }
    | {
        readonly kind: 'action'
        readonly task: RichText
        readonly outcome: string | null
        readonly lead: PartyName | null
        readonly partners: readonly PartyName[]
        readonly due: Due | null
        readonly basis: Basis
        readonly status: ActionStatus
      }
    | {
        readonly kind: 'review'
        /** The action of an earlier meeting, and which meeting that was. */
        readonly action: ActionId
        readonly meeting: MeetingId
        readonly meetingTitle: string
        readonly meetingDate: string | null
        /** "A7", as that meeting's record has it. */
        readonly label: string | null
        readonly task: string
        readonly lead: PartyName | null
        readonly status: ActionStatus | null
        readonly note: string | null
      }
    | { readonly kind: 'speakers'; readonly turns: readonly Turn[] }
    | { readonly kind: 'attendance'; readonly entries: readonly PaperAttendance[]; readonly lines: readonly PaperLine[] }
  )

/** A turn at the floor, as far as it is kept. */
export interface Turn {
  readonly speaker: PartyName | null
  readonly type: DelegationType | null
  readonly intervention: InterventionKind
  readonly onBehalfOf: string | null
  readonly asObserver: boolean
  readonly startedAt: Millis
  readonly ms: number
}

/** Who took part, without ids of persons. */
export interface PaperAttendance extends Omit<AttendanceEntry, 'party' | 'delegates'> {
  readonly delegates: readonly { readonly name: string; readonly function: string | null }[]
}

/** A stated line of attendance. */
export interface PaperLine extends Omit<AttendanceLine, 'party'> {
  readonly party: PartyName | null
}

/** A record as it is numbered, circulated, adopted and compared. */
export interface RecordPaper {
  readonly meetingId: MeetingId
  readonly group: string
  readonly head: MeetingHead
  /** Numbers of earlier versions whose parts are gone (`paragraph 7`, `A A3`): they are not given again. */
  readonly spent: readonly string[]
  readonly parts: readonly Part[]
}

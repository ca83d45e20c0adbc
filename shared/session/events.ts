import type { ActionId, CommandId, ItemId, Millis, OutcomeId } from '../base/index.ts'
import type {
  ActedBy,
  ActionReview,
  ActionStatus,
  AttendanceEntry,
  AttendanceLine,
  Fixing,
  MeetingHead,
  Party,
  Phase,
} from '../record/index.ts'
import type { FloorRequest, Reading } from './state.ts'
import type { Circulation, RecordComment, VersionLine, WantedVersion } from './version.ts'

type Of = 'item' | 'speaker'

/** What a command made happen. A command leads to one event or several, which are stored as one change. */
export type SessionEvent =
  | { readonly kind: 'phase.changed'; readonly phase: Phase; readonly at: Millis; readonly actor: ActedBy }
  /** The room is over: nobody waits, nothing is read out or shown. */
  | { readonly kind: 'room.cleared' }
  | { readonly kind: 'head.changed'; readonly patch: Partial<MeetingHead> }
  | { readonly kind: 'observers.changed'; readonly item: ItemId | null; readonly closed: boolean }
  | { readonly kind: 'item.opened'; readonly item: ItemId; readonly at: Millis }
  /** Nothing is open any more; the item that was stays begun, with its time. */
  | { readonly kind: 'item.left'; readonly at: Millis }
  | { readonly kind: 'item.closed'; readonly item: ItemId; readonly at: Millis }
  | { readonly kind: 'item.putOff'; readonly item: ItemId }
  | { readonly kind: 'item.reopened'; readonly item: ItemId }
  | { readonly kind: 'clock.stopped'; readonly of: Of; readonly at: Millis; readonly paused: boolean }
  | { readonly kind: 'clock.started'; readonly of: Of; readonly at: Millis }
  | { readonly kind: 'time.added'; readonly of: Of; readonly minutes: number }
  | { readonly kind: 'floor.asked'; readonly request: FloorRequest }
  | { readonly kind: 'floor.withdrawn'; readonly request: CommandId }
  | { readonly kind: 'floor.given'; readonly request: CommandId; readonly at: Millis }
  /** Whoever has the floor has ended; the turn is kept as far as the attribution rule lets it be. */
  | { readonly kind: 'floor.ended'; readonly at: Millis }
  | { readonly kind: 'floor.moved'; readonly request: CommandId; readonly before: CommandId | null }
  | { readonly kind: 'list.changed'; readonly list: ItemId | 'none'; readonly open: boolean }
  | { readonly kind: 'floor.limited'; readonly minutes: number | null }
  /** Written down, or written anew. */
  | { readonly kind: 'attendance.recorded'; readonly entry: AttendanceEntry }
  | { readonly kind: 'attendance.removed'; readonly party: Party }
  | { readonly kind: 'attendance.stated'; readonly lines: readonly AttendanceLine[] }
  | { readonly kind: 'reading.started'; readonly reading: Reading }
  | { readonly kind: 'reading.ended' }
  | { readonly kind: 'standing.changed'; readonly outcome: OutcomeId; readonly fixing: Fixing }
  | { readonly kind: 'outcome.shown'; readonly outcome: OutcomeId | null }
  | { readonly kind: 'status.changed'; readonly action: ActionId; readonly status: ActionStatus }
  /** Said anew, or taken back: then there is neither status nor note. */
  | { readonly kind: 'action.reviewed'; readonly review: ActionReview }
  /** A version is to be made of the record as the events before this one leave it. Changes nothing by itself. */
  | { readonly kind: 'version.wanted'; readonly version: WantedVersion }
  /** The wanted version has been made: said right after `version.wanted` by whoever made it. */
  | { readonly kind: 'version.made'; readonly line: VersionLine }
  /** The version just made is out for corrections. */
  | ({ readonly kind: 'record.circulated' } & Pick<Circulation, 'at' | 'deadline' | 'timeZone' | 'mode'>)
  | {
      readonly kind: 'deadline.moved'
      readonly deadline: Millis
      readonly timeZone: string
      readonly reason: string
      readonly at: Millis
      readonly actor: ActedBy
    }
  /** The deadline passed while an objection was open. */
  | { readonly kind: 'silence.broken' }
  | { readonly kind: 'record.recalled'; readonly at: Millis; readonly actor: ActedBy; readonly reason: string | null }
  /** The version just made, which is the circulated text, stands. */
  | {
      readonly kind: 'record.adopted'
      readonly how: 'decision' | 'silence'
      readonly at: Millis
      readonly actor: ActedBy | null
    }
  /** Comments are told whole, as they are to be stored; what was changed is told as it was, too. */
  | { readonly kind: 'comment.made'; readonly comment: RecordComment }
  | { readonly kind: 'comment.withdrawn'; readonly comment: RecordComment; readonly earlier: RecordComment }
  | { readonly kind: 'comment.answered'; readonly comment: RecordComment; readonly earlier: RecordComment }

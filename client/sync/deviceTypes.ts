import type { RefusalCode } from '../../shared/base/index.ts'
import type { CopyHeader } from '../../shared/protocol/index.ts'
import type { MeetingRecord } from '../../shared/record/index.ts'
import type { ReportView } from '../../shared/report/index.ts'
import type { SessionState } from '../../shared/session/index.ts'
import type { ReportStandpoint } from './ReportStandpoint.ts'
import type { Me } from './Standpoint.ts'

/** One local update that the server has not answered yet. */
export interface Unsent {
  /** Given by the database; null as long as it is only in memory. */
  readonly key: number | null
  readonly place: string
  /** The tab that sends it; a dead tab's entries are adopted by a living one. */
  readonly tab: string
  readonly clientId: number
  readonly update: Uint8Array
  /** Updates of one burst of typing count as one change on the screen. */
  readonly change: number
  /** Device time, ms. */
  readonly at: number
}

/** Grows when views of a record get fields that older copies lack: those are not shown, the server sends them anew. */
export const copyShape = 2

/** What this device holds of one meeting for one person, beside the frames of the document. */
export interface LocalCopy {
  readonly kind?: undefined
  /** Absent in copies from before there was a second shape. */
  readonly shape?: number
  readonly place: string
  readonly meetingId: string
  readonly epoch: string
  readonly mode: 'pen' | 'reader'
  readonly groupId: string
  readonly role: string
  readonly rules: { readonly participantsEdit: 'everything' | 'agenda'; readonly participantsEditDraft: boolean }
  /** Whoever this copy is for, as the server knew them; absent in older copies. */
  readonly me?: Me | null
  readonly session: SessionState
  /** A reader's last view; null for pens, who have frames instead. */
  readonly view: MeetingRecord | null
}

/** The same of a report. */
export interface ReportCopy {
  readonly kind: 'report'
  readonly place: string
  readonly epoch: string
  readonly standpoint: ReportStandpoint
  /** A reader's last view; null for pens, who have frames instead. */
  readonly view: ReportView | null
}

/** Words of one text field that could not go into the record. */
export interface AsideText {
  /** `items/<id>/notes`. */
  readonly path: string
  /** The text as this person saw it when it was refused. */
  readonly whole: string
  /** Only what this person had added. */
  readonly added: string
}

/** Words the record did not take: kept on the device until their author has done something with them. */
export interface Aside {
  readonly key: number
  readonly place: string
  readonly code: RefusalCode
  readonly message: string
  readonly at: number
  readonly texts: readonly AsideText[]
  /** The refused updates themselves, merged; nothing typed is thrown away before the author says so. */
  readonly update: Uint8Array
}

/**
 * The copy of a past that the server no longer has (it was restored from an earlier state): kept whole, never merged, until it has been
 * handed over and its person has let go of it (DECIDED 11).
 */
export interface LeftCopy {
  /** Given by the database; below zero for one that only memory holds. */
  readonly key: number
  /** Whose list it stands in; not the place whose copy it was. */
  readonly place: string
  readonly copyId: string
  readonly epoch: string
  readonly at: number
  readonly header: CopyHeader
  /** All that this device held, unsent words among it, as one update. */
  readonly update: Uint8Array
  /** Kept here by a guest whose way in is over: their name, as the server knew them. */
  readonly stranded: string | null
  readonly state:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'received' }
    /** The server does not take it: it stays here. */
    | { readonly kind: 'refused'; readonly code: RefusalCode }
}

/** All that is loaded when a meeting opens. */
export interface Loaded {
  readonly copy: LocalCopy | ReportCopy | null
  /** Settled updates, oldest first. */
  readonly frames: readonly Uint8Array[]
  readonly unsent: readonly Unsent[]
  readonly asides: readonly Aside[]
  /** What the page kept beside the record; null for nothing. */
  readonly about: unknown
}

import type { Person, ReportJoined } from '../../shared/protocol/index.ts'
import type { ReportHead, SourcesNow } from '../../shared/report/index.ts'
import type { Me } from './Standpoint.ts'

/** What this person is to this report, as the server last said, and what its sources say. */
export interface ReportStandpoint {
  readonly mode: 'pen' | 'reader'
  readonly readerBecause: ReportJoined['readerBecause']
  readonly role: string
  readonly me: Me
  readonly head: ReportHead
  readonly sources: SourcesNow
  /** Null as long as only the copy on this device has spoken. */
  readonly you: Person | null
}

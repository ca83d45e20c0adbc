import type { DocumentId, NewId, ReportId } from '../../shared/base/index.ts'
import { type Answer, type ReportJoined, schemaVersion } from '../../shared/protocol/index.ts'
import type { Connection } from './Connection.ts'
import { DocumentLine } from './DocumentLine.ts'
import { type HeldCopy, onTheWire } from './MeetingLine.ts'

/** The messages of one report over a line, as calls. */
export class ReportLine extends DocumentLine {
  readonly #reportId: ReportId

  constructor(connection: Connection, reportId: ReportId, newId: NewId) {
    // A report's document bears its own id (DECIDED 10).
    super(connection, reportId as string as DocumentId, newId)
    this.#reportId = reportId
  }

  /** Asks to be let in; the answer is handed over before any news from inside. */
  join(copy: HeldCopy, answered: (answer: Answer<ReportJoined> | null) => void): void {
    const body = { reportId: this.#reportId, schemaVersion, ...onTheWire(copy) }
    this.connection.askInOrder<ReportJoined, 'report.join'>('report.join', body, answered)
  }
}

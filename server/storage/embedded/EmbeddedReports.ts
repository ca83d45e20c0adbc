import { type DocumentId, type GroupId, ok, type ReportId, type Result, refuse } from '../../../shared/base/index.ts'
import type { Reports, StoredReport } from '../port.ts'
import { firstWrites } from './EmbeddedDocuments.ts'
import type { Write } from './KeyValue.ts'
import { isName, keys, partsOf, ranges } from './keys.ts'
import { Damaged } from './readDocument.ts'
import type { SyncedLog } from './SyncedLog.ts'
import { sealJson, unsealJson } from './seal.ts'
import type { Turns } from './Turns.ts'

/** Reports in the log: a head written once, and a live document of the same id. */
export class EmbeddedReports implements Reports {
  readonly #log: SyncedLog
  readonly #turns: Turns
  readonly #onDamage: (damage: Damaged) => void

  constructor(log: SyncedLog, turns: Turns, onDamage: (damage: Damaged) => void) {
    this.#log = log
    this.#turns = turns
    this.#onDamage = onDamage
  }

  async create(report: StoredReport, first: Uint8Array): Promise<Result<null>> {
    const { reportId, groupId } = report
    if (!isName(reportId) || !isName(groupId)) throw new Error('A report or group id has a letter that no id has')
    const documentId = documentOfReport(reportId)
    return this.#turns.take(documentId, async () => {
      const there = await Promise.all([keys.report(reportId), keys.head(documentId)].map((key) => this.#log.get(key)))
      if (there.some((found) => found !== undefined)) return refuse('conflict', 'This report is already there.')
      await this.#log.write([
        write(keys.report(reportId), report),
        write(keys.reportOfGroup(groupId, reportId), report.createdAt),
        ...firstWrites(documentId, 'report', first),
      ])
      return ok(null)
    })
  }

  async get(reportId: ReportId): Promise<StoredReport | null> {
    if (!isName(reportId)) return null
    const key = keys.report(reportId)
    const sealed = await this.#log.get(key)
    if (sealed === undefined) return null
    try {
      return unsealJson<StoredReport>(key, sealed)
    } catch (error) {
      throw new Damaged(`report ${reportId}`, 'its stored bytes do not fit their checksum', error)
    }
  }

  async list(groupId: GroupId): Promise<readonly StoredReport[]> {
    if (!isName(groupId)) return []
    const reports: StoredReport[] = []
    for await (const [key] of this.#log.entries(ranges.reportsOfGroup(groupId))) {
      // Keys of this range are made from a report's id alone.
      const report = await this.#listed(partsOf(key).part as ReportId)
      if (report !== null) reports.push(report)
    }
    return reports.sort((one, other) => other.createdAt - one.createdAt || (one.reportId < other.reportId ? -1 : 1))
  }

  /** A damaged report must not hide the others of its group; it is told, and named by `verify`. */
  async #listed(reportId: ReportId): Promise<StoredReport | null> {
    try {
      const report = await this.get(reportId)
      if (report === null) throw new Damaged(`report ${reportId}`, 'it is listed and not there')
      return report
    } catch (error) {
      if (!(error instanceof Damaged)) throw error
      this.#onDamage(error)
      return null
    }
  }
}

/** The id under which a report's words are kept. */
function documentOfReport(reportId: ReportId): DocumentId {
  // The same letters under another brand (DECIDED 10).
  return reportId as string as DocumentId
}

function write(key: string, value: unknown): Write {
  return { type: 'put', key, value: sealJson(key, value) }
}

import type { NewId } from '../../shared/base/index.ts'
import type { Log } from './log.ts'

/** Where a fault happened: ids and counts only. */
export type FaultFacts = Readonly<Record<string, string | number | boolean | null>>

/** Logs a fault of ours and gives back its id, the only thing that the caller may hear of it. */
export type ReportFault = (error: unknown, facts?: FaultFacts) => string

/** Builds the one place where faults are logged. The same error, caught again further out, is not logged twice. */
export function createReportFault(log: Log, newId: NewId): ReportFault {
  const reported = new WeakMap<object, string>()
  return (error, facts = {}) => {
    const fault = error instanceof Error ? error : new Error(`Thrown: ${typeof error}`)
    const known = reported.get(fault)
    if (known !== undefined) return known
    const faultId = newId()
    reported.set(fault, faultId)
    log.error({ ...facts, faultId, err: fault }, 'fault')
    return faultId
  }
}

import type { ReportPart } from '../../../shared/report/index.ts'

/** The sentence that names a part. */
export function wordsOfPart<Part extends ReportPart>(part: Part): `part.${Part}` {
  return `part.${part}`
}

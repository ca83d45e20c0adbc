import type { MeetingRecord } from '../../shared/record/index.ts'
import type { ExportContext } from './ExportContext.ts'

/** One meeting of a register: its record, filtered for whoever asks, and what is known beside it. */
export interface Registered {
  readonly record: MeetingRecord
  readonly context: ExportContext
}

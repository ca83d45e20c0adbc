import { isId } from '../base/index.ts'
import { type DocumentShape, type Field, isOrderKey } from '../record/index.ts'
import { type ReportPart, reportParts, type SentenceSource, sourceKinds } from './types.ts'

/** What one report may hold at most, beside what any document may. */
export const reportLimits = {
  /** Letters of one sentence or paragraph. */
  textLength: 20_000,
  hashLength: 64,
  factLength: 64,
} as const

const value = (accepts: (value: unknown) => boolean): Field => ({ kind: 'value', accepts })

/** The document of a report, version 1: one root, `sentences`. */
export const reportShape: DocumentShape = {
  roots: ['sentences'],
  fieldsOf: {
    sentences: {
      part: value(isPart),
      order: value(isOrderKey),
      text: { kind: 'text', text: 'line', maxLength: reportLimits.textLength },
      source: value((given) => given === null || isSource(given)),
      removed: value((given) => given === null || typeof given === 'boolean'),
    },
  },
}

/** Whether this names a part of a report. */
export function isPart(given: unknown): given is ReportPart {
  return (reportParts as readonly unknown[]).includes(given)
}

/** Whether this is a source as it is kept in a sentence. */
export function isSource(given: unknown): given is SentenceSource {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false
  const { meetingId, kind, id, version, hash, ...rest } = given as Readonly<Record<string, unknown>>
  if (Object.keys(rest).length > 0) return false
  return (
    (meetingId === null || (typeof meetingId === 'string' && isId(meetingId))) &&
    (sourceKinds as readonly unknown[]).includes(kind) &&
    (id === null || (typeof id === 'string' && /^[A-Za-z0-9_-]+$/.test(id) && id.length <= reportLimits.factLength)) &&
    (version === null || (typeof version === 'number' && Number.isInteger(version) && version > 0)) &&
    typeof hash === 'string' &&
    /^[0-9a-f]+$/.test(hash) &&
    hash.length <= reportLimits.hashLength
  )
}

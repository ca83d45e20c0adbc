import { ok, type Result, refuse } from '../../../shared/base/index.ts'
import { sessionLimits } from '../../../shared/session/index.ts'
import { type RecordExportFile, recordExportSchema } from '../../exports/index.ts'

/** Lists within lists are drawn nine deep at most; a copy that goes deeper than this was never an export. */
const maxDepth = 100

/** The JSON of a record, strictly as it goes out; says which fields do not fit, and never what stood in them. */
export function readExport(bytes: Uint8Array): Result<RecordExportFile> {
  const value = jsonIn(bytes)
  if (value === undefined) return refuse('malformed', 'This is not the JSON of a record.')
  if (isDeeper(value, maxDepth)) return refuse('invalid', 'The parts of this copy lie too deep in each other.')
  const parsed = recordExportSchema.safeParse(value)
  if (!parsed.success) return unfit(fieldsIn(parsed.error.issues))
  return isWithinLimits(parsed.data)
    ? ok(parsed.data)
    : refuse('overLimit', 'The copy holds more of one kind than a meeting may have.')
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** Looked through level by level, so that no depth can exhaust the stack. */
function isDeeper(value: unknown, depth: number): boolean {
  let level: unknown[] = [value]
  for (let at = 0; at <= depth; at += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
    if (level.length === 0) return false
  }
  return true
}

function unfit(fields: readonly string[]): Result<never> {
  const message = fields.length === 0 ? 'This is not the JSON of a record.' : `These do not fit: ${fields.join(', ')}.`
  return { ok: false, refusal: { code: 'invalid', message, fields } }
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly keys?: readonly string[]
}

function fieldsIn(issues: readonly Issue[]): readonly string[] {
  const fields = issues.flatMap(({ path, keys = [] }) => {
    const place = path.map(String)
    return keys.length === 0 ? [place.join('.')] : keys.map((key) => [...place, key].join('.'))
  })
  return [...new Set(fields.filter((field) => field !== ''))].slice(0, 20).map((field) => field.slice(0, 80))
}

/** Beside the document there are lists without a bound of their own. */
function isWithinLimits({ record: { session } }: RecordExportFile): boolean {
  const { interventions, history, fixings, attending, reviews } = session
  const { delegates, movements } = sessionLimits
  return (
    interventions.length <= sessionLimits.interventions &&
    history.length <= sessionLimits.history &&
    Object.values(fixings).flat().length <= sessionLimits.fixings &&
    attending.length <= sessionLimits.attending &&
    attending.every((one) => one.delegates.length <= delegates && one.movements.length <= movements) &&
    reviews.length <= sessionLimits.interventions
  )
}

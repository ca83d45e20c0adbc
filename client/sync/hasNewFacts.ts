import type { SessionFacts } from '../../shared/record/index.ts'
import type { SessionState } from '../../shared/session/index.ts'

/** What of a session stands in no record. Everything else does, a field that is added later too. */
const besideTheRecord: Readonly<Record<Exclude<keyof SessionState, keyof SessionFacts | 'head'>, true>> = {
  seq: true,
  current: true,
  clock: true,
  floor: true,
  reading: true,
  shown: true,
  versions: true,
  circulation: true,
  circulated: true,
  adoption: true,
  comments: true,
}

/** Whether the record reads differently under the later session. Compares by identity: unchanged parts must be the same objects. */
export function hasNewFacts(before: SessionState, after: SessionState): boolean {
  const earlier = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after).some(([name, value]) => !Object.hasOwn(besideTheRecord, name) && earlier.get(name) !== value)
}

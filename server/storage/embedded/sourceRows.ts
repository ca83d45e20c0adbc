import type { MeetingId } from '../../../shared/base/index.ts'
import type { StoredSource } from '../port.ts'
import type { Write } from './KeyValue.ts'
import { keys, ranges } from './keys.ts'
import { Damaged } from './readDocument.ts'
import type { SyncedLog } from './SyncedLog.ts'
import { seal, unseal } from './seal.ts'

/** The writes that keep the files of a record: the facts as JSON behind their length, then the bytes as they came. */
export function sourceWrites(meetingId: MeetingId, sources: readonly StoredSource[]): readonly Write[] {
  return sources.map(({ bytes, ...facts }, index) => {
    const key = keys.source(meetingId, index + 1)
    const json = new TextEncoder().encode(JSON.stringify(facts))
    const value = new Uint8Array(4 + json.length + bytes.length)
    new DataView(value.buffer).setUint32(0, json.length)
    value.set(json, 4)
    value.set(bytes, 4 + json.length)
    return { type: 'put', key, value: seal(key, value) }
  })
}

/** The files of a record, in the order in which they were given. */
export async function readSources(log: SyncedLog, meetingId: MeetingId): Promise<readonly StoredSource[]> {
  const found: StoredSource[] = []
  for await (const [key, sealed] of log.entries(ranges.sources(meetingId))) found.push(readSource(meetingId, key, sealed))
  return found
}

function readSource(meetingId: MeetingId, key: string, sealed: Uint8Array): StoredSource {
  try {
    const value = unseal(key, sealed)
    const length = new DataView(value.buffer, value.byteOffset, value.byteLength).getUint32(0)
    // The checksum proves that these are the bytes which `sourceWrites` made.
    const facts = JSON.parse(new TextDecoder().decode(value.subarray(4, 4 + length))) as Omit<StoredSource, 'bytes'>
    return { ...facts, bytes: value.slice(4 + length) }
  } catch (error) {
    throw new Damaged(`sources of meeting ${meetingId}`, 'its stored bytes do not fit their checksum', error)
  }
}

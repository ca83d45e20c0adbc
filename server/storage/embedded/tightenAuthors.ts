import type { DocumentId } from '../../../shared/base/index.ts'
import type { Attribution } from '../../../shared/record/index.ts'
import type { Write } from './KeyValue.ts'
import { ranges } from './keys.ts'
import { unsealAuthors } from './rows.ts'
import type { SyncedLog } from './SyncedLog.ts'
import { sealJson } from './seal.ts'

/** The writes that take out of a document's authorship what a tighter rule forbids (DECIDED 14); part of the batch that sets the rule. */
export async function tightenAuthors(
  log: SyncedLog,
  documentId: DocumentId,
  attribution: Attribution,
): Promise<readonly Write[]> {
  if (attribution === 'named') return []
  const writes: Write[] = []
  for await (const [key, sealed] of log.entries(ranges.authors(documentId))) {
    if (attribution === 'none') writes.push({ type: 'del', key })
    else {
      const authors = unsealAuthors(key, sealed).map((author) => ({ ...author, delegationId: null }))
      writes.push({ type: 'put', key, value: sealJson(key, authors) })
    }
  }
  return writes
}

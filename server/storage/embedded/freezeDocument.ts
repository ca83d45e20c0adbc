import type { DocumentId } from '../../../shared/base/index.ts'
import type { Attribution } from '../../../shared/record/index.ts'
import type { Write } from './KeyValue.ts'
import { keys, ranges } from './keys.ts'
import { Damaged } from './readDocument.ts'
import type { DocumentHead } from './rows.ts'
import type { SyncedLog } from './SyncedLog.ts'
import { sealJson, unsealJson } from './seal.ts'

/** The writes that close a document for good; part of the batch that adopts the record, at the document's own turn. */
export async function freezeDocument(
  log: SyncedLog,
  documentId: DocumentId,
  attribution: Attribution,
): Promise<readonly Write[]> {
  const key = keys.head(documentId)
  const sealed = await log.get(key)
  if (sealed === undefined) throw new Damaged(`document ${documentId}`, 'its head is missing')
  const head: DocumentHead = { ...unsealJson<DocumentHead>(key, sealed), isFrozen: true }
  const writes: Write[] = [{ type: 'put', key, value: sealJson(key, head) }]
  if (attribution !== 'none') return writes
  // DECIDED 14: under this rule nothing but the binding said whose words are whose, and now it need not be known any more.
  for await (const [binding] of log.entries(ranges.bindings(documentId))) writes.push({ type: 'del', key: binding })
  return writes
}

import * as Y from 'yjs'
import type { OpenKeyValue } from '../../../server/storage/embedded/KeyValue.ts'
import { partsOf } from '../../../server/storage/embedded/keys.ts'
import { openLevel } from '../../../server/storage/embedded/openLevel.ts'
import { unseal } from '../../../server/storage/embedded/seal.ts'

/** Stands between the log and LevelDB and knows at any moment which words a power cut would leave: those of batches whose sync has returned. */
export class SyncWitness {
  readonly #durable = new Y.Doc()
  /** Synced batches so far. */
  batches = 0

  readonly openKeyValue: OpenKeyValue = async (folder, options) => {
    const store = await openLevel(folder, options)
    return {
      ...store,
      batch: async (writes, how) => {
        await store.batch(writes, how)
        if (!how.sync) return
        this.batches += 1
        for (const write of writes) {
          if (write.type === 'put' && partsOf(write.key).part === 'f')
            Y.applyUpdate(this.#durable, unseal(write.key, write.value))
        }
      },
    }
  }

  /** Whether everything in the update would be there after a power cut now. */
  has(update: Uint8Array): boolean {
    return [...Y.parseUpdateMeta(update).to].every(([client, clock]) => Y.getState(this.#durable.store, client) >= clock)
  }
}

import { ClassicLevel } from 'classic-level'
import type { KeyValue, OpenKeyValue } from './KeyValue.ts'

/** Opens LevelDB. Its own lock on the folder ends with the process, so a dead one never blocks. */
export const openLevel: OpenKeyValue = async (folder, options) => {
  const db = new ClassicLevel<string, Uint8Array>(folder, {
    keyEncoding: 'utf8',
    valueEncoding: 'view',
    createIfMissing: options.create,
    // Without compression a flipped bit spoils one value, which its checksum names; with it, a whole block cannot be read.
    compression: false,
  })
  await db.open()
  return levelAsKeyValue(db)
}

/** LevelDB in the words of the port. */
export function levelAsKeyValue(db: ClassicLevel<string, Uint8Array>): KeyValue {
  return {
    get: (key) => db.get(key),
    entries: (from, before) => db.iterator({ gte: from, lt: before }),
    batch: async (writes, options) => {
      // Put in one by one: a list of them is copied object by object, which cost more than all else of a small batch.
      const batch = db.batch()
      try {
        for (const write of writes) {
          if (write.type === 'put') batch.put(write.key, write.value)
          else batch.del(write.key)
        }
        await batch.write(options)
      } finally {
        await batch.close()
      }
    },
    close: () => db.close(),
  }
}

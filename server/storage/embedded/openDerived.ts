import { mkdir, rm } from 'node:fs/promises'
import type { KeyValue, Write } from './KeyValue.ts'
import { openLevel } from './openLevel.ts'
import { sealJson, unsealJson } from './seal.ts'

/** A store of JSON that can be made again at any time: nothing in it is synced, and what cannot be read is as if it were missing. */
export interface DerivedStore {
  get(key: string): Promise<unknown>
  /** All entries whose key begins so, in order; damaged ones are left out. */
  entries(prefix: string): AsyncIterable<readonly [key: string, value: unknown]>
  /** Undefined takes a key away. */
  write(changes: readonly (readonly [key: string, value: unknown])[]): Promise<void>
  close(): Promise<void>
}

/** Opens such a store; one that cannot be opened, or does not take what is written, is thrown away and begun anew. */
export async function openDerived(folder: string): Promise<DerivedStore> {
  let store = await openOrBegin(folder)
  let isRenewed = false

  async function renew(): Promise<void> {
    // Once: a full disk does not get emptier by that.
    isRenewed = true
    await store.close().catch(() => {})
    store = await begin(folder)
  }

  return {
    async get(key) {
      const sealed = await store.get(key).catch(() => undefined)
      return sealed === undefined ? undefined : whole(key, sealed)
    },
    async *entries(prefix) {
      try {
        for await (const [key, sealed] of store.entries(prefix, `${prefix}\u{10ffff}`)) {
          const value = whole(key, sealed)
          if (value !== undefined) yield [key, value]
        }
      } catch {
        // What could not be read is missing.
      }
    },
    async write(changes) {
      const writes = changes.map(writeOf)
      try {
        await store.batch(writes, { sync: false })
      } catch (error) {
        if (isRenewed) throw error
        await renew()
        await store.batch(writes, { sync: false })
      }
    },
    close: () => store.close(),
  }
}

async function openOrBegin(folder: string): Promise<KeyValue> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return await openLevel(folder, { create: true })
  } catch {
    return begin(folder)
  }
}

async function begin(folder: string): Promise<KeyValue> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return openLevel(folder, { create: true })
}

function writeOf([key, value]: readonly [string, unknown]): Write {
  return value === undefined ? { type: 'del', key } : { type: 'put', key, value: sealJson(key, value) }
}

function whole(key: string, sealed: Uint8Array): unknown {
  try {
    return unsealJson<unknown>(key, sealed)
  } catch {
    return undefined
  }
}

import { mkdir, rm } from 'node:fs/promises'
import type { KeyValue, Write } from './KeyValue.ts'
import { openLevel } from './openLevel.ts'
import { sealJson, unsealJson } from './seal.ts'

/** A store of JSON that can be made again at any time: nothing in it is synced, and what is damaged reads as missing. */
export interface DerivedStore {
  get(key: string): Promise<unknown>
  /** All entries whose key begins so, in order; damaged ones are left out. */
  entries(prefix: string): AsyncIterable<readonly [key: string, value: unknown]>
  /** Undefined takes a key away. */
  write(changes: readonly (readonly [key: string, value: unknown])[]): Promise<void>
  close(): Promise<void>
}

/** Opens such a store; one that cannot be opened is thrown away and begun anew. */
export async function openDerived(folder: string): Promise<DerivedStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return derived(await openOrBegin(folder))
}

async function openOrBegin(folder: string): Promise<KeyValue> {
  try {
    return await openLevel(folder, { create: true })
  } catch {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return openLevel(folder, { create: true })
  }
}

function derived(store: KeyValue): DerivedStore {
  return {
    async get(key) {
      const sealed = await store.get(key)
      return sealed === undefined ? undefined : whole(key, sealed)
    },
    async *entries(prefix) {
      for await (const [key, sealed] of store.entries(prefix, `${prefix}\u{10ffff}`)) {
        const value = whole(key, sealed)
        if (value !== undefined) yield [key, value]
      }
    },
    write: (changes) => store.batch(changes.map(writeOf), { sync: false }),
    close: () => store.close(),
  }
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

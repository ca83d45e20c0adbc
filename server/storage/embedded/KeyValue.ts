/** One change of a batch. */
export type Write =
  | { readonly type: 'put'; readonly key: string; readonly value: Uint8Array }
  | { readonly type: 'del'; readonly key: string }

/** An ordered store of bytes under text keys: as much of LevelDB as is used here. */
export interface KeyValue {
  get(key: string): Promise<Uint8Array | undefined>
  /** All entries with `from <= key < before`, in order, as they were at the call. */
  entries(from: string, before: string): AsyncIterable<readonly [string, Uint8Array]>
  /** All or nothing; with `sync` it returns only when a power cut could not undo it. */
  batch(writes: readonly Write[], options: { readonly sync: boolean }): Promise<void>
  close(): Promise<void>
}

/** Opens the store in a folder. Without `create` a missing store throws instead of being made. */
export type OpenKeyValue = (folder: string, options: { readonly create: boolean }) => Promise<KeyValue>

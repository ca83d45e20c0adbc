import { useCallback, useSyncExternalStore } from 'react'
import type { Readable } from '../sync/index.ts'

/** A readable value in a component; drawn again only when it changed. */
export function useReadable<T>(readable: Readable<T>): T {
  return useSyncExternalStore(readable.subscribe, readable.get)
}

/**
 * A part of a readable value. The selector must give the same object as long as nothing it looks at has changed; views of the record
 * keep their identity, so picking one is enough.
 */
export function useSelected<T, Part>(readable: Readable<T>, select: (value: T) => Part): Part {
  const read = useCallback(() => select(readable.get()), [readable, select])
  return useSyncExternalStore(readable.subscribe, read)
}

import { useMemo, useRef, useSyncExternalStore } from 'react'
import type { Readable } from '../sync/index.ts'
import { keepShallow } from './keepShallow.ts'

/** A readable value in a component; drawn again only when it changed. */
export function useReadable<T>(readable: Readable<T>): T {
  return useSyncExternalStore(readable.subscribe, readable.get)
}

/**
 * A part of a readable value; drawn again only when that part changed. Lists and plain objects count as unchanged when what they hold is
 * the same, so a selector may filter and gather; it may be written in place. What it looks at must not come from elsewhere than the
 * value and the component's own props and state.
 */
export function useSelected<T, Part>(readable: Readable<T>, select: (value: T) => Part): Part {
  const shown = useRef<{ readonly part: Part } | null>(null)
  const read = useMemo(() => {
    let last: { readonly value: T; readonly part: Part } | null = null
    return () => {
      const value = readable.get()
      if (last !== null && Object.is(last.value, value)) return last.part
      const part = keepShallow(last === null ? shown.current?.part : last.part, select(value))
      last = { value, part }
      return part
    }
  }, [readable, select])
  const part = useSyncExternalStore(readable.subscribe, read)
  shown.current = { part }
  return part
}

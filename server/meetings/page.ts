import { ok, type Result, refuse } from '../../shared/base/index.ts'

/** Which part of a list is asked for. */
export interface PageAsk {
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

/** One part of a list; `next` is the cursor of the following part, null at the end. */
export interface Page<T> {
  readonly items: T[]
  readonly next: string | null
}

const usualLimit = 50

/** Cuts one page out of a list. The cursor is the id of the last entry seen; one that is gone asks to begin again. */
export function page<T>(all: readonly T[], idOf: (entry: T) => string, ask: PageAsk): Result<Page<T>> {
  const from = ask.cursor === undefined ? 0 : all.findIndex((entry) => idOf(entry) === ask.cursor) + 1
  if (ask.cursor !== undefined && from === 0) return refuse('invalid', 'That cursor does not stand in this list: begin again.')
  const limit = ask.limit ?? usualLimit
  const items = all.slice(from, from + limit)
  const last = items.at(-1)
  return ok({ items, next: last !== undefined && from + limit < all.length ? idOf(last) : null })
}

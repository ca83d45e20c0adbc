/**
 * The later value, with every part that says the same as before being the same object: what came anew over the wire then looks
 * unchanged to whoever compares by identity. List entries that have an id are found again wherever they stand now.
 */
export function shareParts<T>(before: unknown, after: T): T {
  // What is given back is equal to `after` in depth, so it has its type.
  return share(before, after) as T
}

function share(before: unknown, after: unknown): unknown {
  if (Object.is(before, after)) return before
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return after
  if (Array.isArray(after)) return Array.isArray(before) ? shareList(before, after) : after
  return Array.isArray(before) ? after : shareFields({ ...before }, { ...after }, before)
}

function shareList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const known = new Map<string, unknown>()
  for (const entry of before) {
    const id = idOf(entry)
    if (id !== null) known.set(id, entry)
  }
  const list = after.map((entry, index) => {
    const id = idOf(entry)
    return share(id === null ? before[index] : known.get(id), entry)
  })
  const isSame = list.length === before.length && list.every((entry, index) => Object.is(entry, before[index]))
  return isSame ? before : list
}

function shareFields(before: Record<string, unknown>, after: Record<string, unknown>, whole: object): object {
  const names = Object.keys(after)
  let isSame = names.length === Object.keys(before).length
  for (const name of names) {
    const had = Object.hasOwn(before, name)
    after[name] = share(had ? before[name] : undefined, after[name])
    if (!had || !Object.is(after[name], before[name])) isSame = false
  }
  return isSame ? whole : after
}

function idOf(entry: unknown): string | null {
  return typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string' ? entry.id : null
}

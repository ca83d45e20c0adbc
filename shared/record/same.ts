/** Whether two plain values (what JSON can hold, and absent fields) are equal in depth. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((part, index) => same(part, b[index]))
  }
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  const left: Readonly<Record<string, unknown>> = { ...a }
  const right: Readonly<Record<string, unknown>> = { ...b }
  return keys.every((key) => Object.hasOwn(right, key) && same(left[key], right[key]))
}

/** The earlier value where the later one says the same, so that whoever compares by identity sees no change. */
export function keep<T>(earlier: T | undefined, later: T): T {
  return earlier !== undefined && same(earlier, later) ? earlier : later
}

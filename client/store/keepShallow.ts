/** The earlier value where the later one holds the same things: the same entries of a list, the same fields of a plain object. */
export function keepShallow<T>(earlier: T | undefined, later: T): T {
  if (Object.is(earlier, later)) return later
  if (typeof earlier !== 'object' || typeof later !== 'object' || earlier === null || later === null) return later
  if (Array.isArray(earlier) || Array.isArray(later)) {
    return Array.isArray(earlier) && Array.isArray(later) && sameList(earlier, later) ? earlier : later
  }
  // Maps, sets and the like hold things that no field shows.
  if (!isPlain(earlier) || !isPlain(later)) return later
  return sameFields(earlier, later) ? earlier : later
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((entry, index) => Object.is(entry, b[index]))
}

function sameFields(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && Object.is(a[name], b[name]))
}

function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

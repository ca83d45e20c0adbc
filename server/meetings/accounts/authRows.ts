import type { CleanedWhere } from 'better-auth/adapters'

/** One row of one of better-auth's tables, as JSON keeps it: dates are ISO texts. */
export type Row = Readonly<Record<string, unknown>>

/** Whether a row fits: all clauses joined by AND, and one of those joined by OR where there are any. */
export function fits(row: Row, where: readonly CleanedWhere[]): boolean {
  const [only] = where
  if (where.length === 1 && only !== undefined) return clauseFits(row, only)
  const alternatives = where.filter((clause) => clause.connector === 'OR')
  const conditions = where.filter((clause) => clause.connector !== 'OR')
  if (!conditions.every((clause) => clauseFits(row, clause))) return false
  return alternatives.length === 0 || alternatives.some((clause) => clauseFits(row, clause))
}

function clauseFits(row: Row, clause: CleanedWhere): boolean {
  const fold = clause.mode === 'insensitive' ? lower : same
  const held = fold(asJson(row[clause.field]))
  const asked = Array.isArray(clause.value) ? clause.value.map((one) => fold(asJson(one))) : fold(asJson(clause.value))
  switch (clause.operator) {
    case 'in':
      return Array.isArray(asked) && asked.includes(held)
    case 'not_in':
      return Array.isArray(asked) && !asked.includes(held)
    case 'contains':
      return typeof held === 'string' && typeof asked === 'string' && held.includes(asked)
    case 'starts_with':
      return typeof held === 'string' && typeof asked === 'string' && held.startsWith(asked)
    case 'ends_with':
      return typeof held === 'string' && typeof asked === 'string' && held.endsWith(asked)
    case 'ne':
      return held !== asked
    case 'gt':
      return compare(held, asked) > 0
    case 'gte':
      return compare(held, asked) >= 0
    case 'lt':
      return compare(held, asked) < 0
    case 'lte':
      return compare(held, asked) <= 0
    default:
      return held === asked
  }
}

/** Below 0, 0 or above 0; not a number when the two cannot be compared (nothing is neither before nor after). */
function compare(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  if (typeof one === 'string' && typeof other === 'string') return one < other ? -1 : one > other ? 1 : 0
  return Number.NaN
}

/** Rows in the order of one field; what has no value stands first. */
export function sorted<T extends Row>(rows: readonly T[], field: string, direction: 'asc' | 'desc'): readonly T[] {
  const sign = direction === 'asc' ? 1 : -1
  return [...rows].sort((one, other) => sign * order(asJson(one[field]), asJson(other[field])))
}

function order(one: unknown, other: unknown): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? -1 : 1
  const compared = compare(one, other)
  return Number.isNaN(compared) ? compareAsText(one, other) : compared
}

function compareAsText(one: unknown, other: unknown): number {
  return String(one) < String(other) ? -1 : String(one) > String(other) ? 1 : 0
}

/** The value as a JSON file gives it back. */
export function asJson(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  return value === undefined ? null : value
}

function lower(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value
}

function same(value: unknown): unknown {
  return value
}

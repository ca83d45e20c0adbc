import { CannotOpen } from '../CannotOpen.ts'
import { Damaged } from './readDocument.ts'

/** Ends opening with one line that says what and why. */
export function cannot(what: string, cause: unknown): never {
  if (cause instanceof CannotOpen) throw cause
  // The library wraps what LevelDB says; the inner one tells more.
  const inner = cause instanceof Error && cause.cause instanceof Error && !(cause instanceof Damaged) ? cause.cause : cause
  const why = inner instanceof Error ? inner.message.split('\n')[0] : 'unknown'
  throw new CannotOpen(`${what}: ${why}`, { cause })
}

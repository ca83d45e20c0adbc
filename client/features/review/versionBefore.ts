import type { VersionLine } from '../../../shared/session/index.ts'

/**
 * The version with which one is compared by itself: the last one before it whose text is another. The adopted text is the
 * circulated one, so what it is compared with is the circulation before, or what was recorded in the room.
 */
export function versionBefore(versions: readonly VersionLine[], number: number): VersionLine | null {
  const shown = versions.find((one) => one.number === number)
  if (shown === undefined) return null
  return (
    versions.filter((one) => one.number < number && one.fingerprint !== shown.fingerprint && one.kind !== 'withdrawn').at(-1) ??
    null
  )
}

/** The text that was circulated last, or adopted: what was numbered there keeps its number. Null before the first. */
export function lastNumbered(versions: readonly VersionLine[]): VersionLine | null {
  return versions.filter((one) => one.kind !== 'room').at(-1) ?? null
}

import { readFileSync } from 'node:fs'

/** Files that storage, threads and the log may need beside the lines: LevelDB alone keeps up to a thousand open. */
const kept = 1_200
/** Where the system does not tell its limit. */
const usual = 10_000

/**
 * How many lines may stand at once. Whoever opens more than this process may have files must not take those away in which edits
 * are stored (A2): what is over this is closed by the library as it comes. `limits` is what Linux tells of this process.
 */
export function maxLines(limits = readLimits()): number {
  const files = Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1] ?? Number.NaN)
  return Number.isNaN(files) ? usual : Math.max(Math.floor(files / 2), files - kept)
}

function readLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8')
  } catch {
    // Other systems have no such page.
    return ''
  }
}

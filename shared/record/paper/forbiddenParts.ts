import type { Attribution } from '../types.ts'
import type { Part, RecordPaper } from './Paper.ts'

/**
 * Keys of the parts that hold names a rule forbids. A version is never rewritten: when the rule was tightened after it was
 * made, these parts of it are shown by their hash alone, and its fingerprint still proves it.
 */
export function forbiddenParts({ parts }: RecordPaper, attribution: Attribution): ReadonlySet<string> {
  if (attribution === 'named') return new Set()
  return new Set(parts.filter((part) => holdsForbidden(part, attribution)).map((part) => part.key))
}

function holdsForbidden(part: Part, attribution: Exclude<Attribution, 'named'>): boolean {
  const isNone = attribution === 'none'
  switch (part.kind) {
    case 'outcome':
      return part.fixing !== null && part.fixing.actor.name !== null
    case 'speakers':
      return part.turns.some((turn) => isNone || turn.speaker !== null || turn.onBehalfOf !== null)
    case 'attendance':
      return isNone
        ? part.entries.length > 0 || part.lines.some((line) => line.party !== null)
        : part.entries.some((entry) => entry.delegates.length > 0)
    default:
      return false
  }
}

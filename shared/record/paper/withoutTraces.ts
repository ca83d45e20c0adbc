import { withoutName } from '../keepTraces.ts'
import type { Attribution } from '../types.ts'
import type { PaperAttendance, Part, Turn } from './Paper.ts'

/** A part less the names and turns that this attribution rule forbids to keep; what the rule allows comes back as the same object. */
export function withoutTraces(part: Part, attribution: Attribution): Part {
  if (attribution === 'named') return part
  switch (part.kind) {
    case 'outcome': {
      const { fixing } = part
      return fixing === null || fixing.actor.name === null
        ? part
        : { ...part, fixing: { ...fixing, actor: withoutName(fixing.actor) } }
    }
    case 'speakers': {
      if (attribution === 'none') return part.turns.length === 0 ? part : { ...part, turns: [] }
      return part.turns.some(namesSomebody) ? { ...part, turns: part.turns.map(withoutSpeaker) } : part
    }
    case 'attendance': {
      if (attribution === 'delegationType') {
        const isSame = part.entries.every((entry) => entry.code !== null && entry.delegates.length === 0)
        return isSame
          ? part
          : { ...part, entries: part.entries.filter(isDelegation).map((entry) => ({ ...entry, delegates: [] })) }
      }
      const lines = part.lines.filter((line) => line.statedCount !== null).map((line) => ({ ...line, party: null, note: null }))
      const isSame = part.entries.length === 0 && part.lines.every((line) => line.party === null && line.statedCount !== null)
      return isSame ? part : { ...part, entries: [], lines }
    }
    default:
      return part
  }
}

function namesSomebody({ speaker, onBehalfOf }: Turn): boolean {
  return speaker !== null || onBehalfOf !== null
}

function withoutSpeaker(turn: Turn): Turn {
  return { ...turn, speaker: null, onBehalfOf: null }
}

/** Whoever has no nameplate may be a person, whose name the entry would be. */
function isDelegation({ code }: PaperAttendance): boolean {
  return code !== null
}

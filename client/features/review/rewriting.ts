import type { ItemId, OutcomeId } from '../../../shared/base/index.ts'
import { type MeetingRecord, type Part, partText, plainText, type RichText, textPathOf } from '../../../shared/record/index.ts'

/** New words for one text of the live document. */
export interface Rewriting {
  readonly path: string
  /** Of a list: its entries, each on a line. */
  readonly before: string
  readonly after: string
  /** Another operative verb, which is chosen and not written; null: it stays. */
  readonly verb: { readonly outcome: OutcomeId; readonly kind: string } | null
}

/**
 * A suggestion as a change of the live text. Null when it is not certain where its words belong: the paragraph says something else by
 * now, a list would have more or fewer entries, or what stands before the words is neither the same nor a verb of the group's list.
 */
export function rewritingOf(
  part: Part | null,
  before: string | null,
  suggestion: string | null,
  verbs: readonly string[],
): Rewriting | null {
  if (part === null || before === null || suggestion === null || partText(part) !== before) return null
  const place = placeOf(part)
  if (place === null) return null
  const words = plainText(place.text)
  if (!before.endsWith(words)) return null
  const said = wordsAfterLead(part, before.slice(0, before.length - words.length), suggestion, verbs)
  if (said === null || said.words.split('\n').length !== words.split('\n').length) return null
  return { path: place.path, before: words, after: said.words, verb: said.verb }
}

/** Whether the gate refuses new words here: those of an agreed outcome stay until it is put back to proposed (DECIDED 2). */
export function isAgreed(part: Part | null, record: MeetingRecord): boolean {
  if (part?.kind !== 'outcome' && part?.kind !== 'qualifier') return false
  const id = part.kind === 'qualifier' ? part.outcome : idOf(part)
  return record.outcomes.some((outcome) => outcome.id === id && outcome.standing === 'agreed')
}

interface Said {
  readonly words: string
  readonly verb: Rewriting['verb']
}

/** What is left of a suggestion behind the actor and the verb, which are fields of their own. */
function wordsAfterLead(part: Part, lead: string, suggestion: string, verbs: readonly string[]): Said | null {
  if (suggestion.startsWith(lead)) return { words: suggestion.slice(lead.length), verb: null }
  // A sentence without a verb may begin with any word: that one is meant as the verb would be a guess.
  if (part.kind !== 'outcome' || part.verb === '') return null
  const actor = part.actor === null ? '' : `${part.actor.name} `
  if (!suggestion.startsWith(actor)) return null
  const rest = suggestion.slice(actor.length)
  const begins = (verb: string) => verb !== '' && rest.toLowerCase().startsWith(`${verb.toLowerCase()} `)
  // "agreed in principle" before "agreed".
  const kind = verbs.filter(begins).reduce<string | null>((best, verb) => (verb.length > (best?.length ?? 0) ? verb : best), null)
  if (kind === null) return null
  return { words: rest.slice(kind.length + 1), verb: { outcome: idOf(part) as OutcomeId, kind } } // the key of an outcome is made of its id
}

/** Where the words of a part stand in the document. Keys hold the entry's own id. */
function placeOf(part: Part): { readonly path: string; readonly text: RichText } | null {
  const id = idOf(part)
  switch (part.kind) {
    case 'item':
      return { path: textPathOf.title(id as ItemId), text: part.title } // the key of an item is made of its id
    case 'note':
      return part.item === null ? null : { path: textPathOf.notes(part.item), text: [part.block] }
    case 'outcome':
      return { path: `outcomes/${id}/text`, text: part.text }
    case 'qualifier':
      return { path: `outcomes/${part.outcome as OutcomeId}/qualifiers/${id}`, text: part.text } // so `Part` has it
    case 'target':
      return { path: `targets/${id}/what`, text: part.what }
    case 'action':
      return { path: `actions/${id}/task`, text: part.task }
    default:
      return null
  }
}

function idOf({ key }: Part): string {
  return key.slice(key.indexOf(':') + 1)
}

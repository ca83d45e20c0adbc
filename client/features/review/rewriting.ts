import type { ItemId, OutcomeId } from '../../../shared/base/index.ts'
import { type Part, partText, plainText, type RichText, textPathOf } from '../../../shared/record/index.ts'

/** New words for one text of the live document. */
export interface Rewriting {
  readonly path: string
  readonly before: string
  readonly after: string
}

/**
 * A suggestion as a change of the live text. Null when it cannot be made as it stands: the words have changed since, or what
 * changes is not the text itself but the verb before it, which is chosen and not written.
 */
export function rewritingOf(part: Part | null, before: string | null, suggestion: string | null): Rewriting | null {
  if (part === null || before === null || suggestion === null || partText(part) !== before) return null
  const place = placeOf(part)
  if (place === null) return null
  const words = plainText(place.text)
  const lead = before.slice(0, before.length - words.length)
  if (!before.endsWith(words) || !suggestion.startsWith(lead) || words.includes('\n')) return null
  return { path: place.path, before: words, after: suggestion.slice(lead.length) }
}

/** Where the words of a part stand in the document. Keys hold the entry's own id. */
function placeOf(part: Part): { readonly path: string; readonly text: RichText } | null {
  const id = part.key.slice(part.key.indexOf(':') + 1)
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

import { type ItemId, isId, type MeetingId } from '../base/index.ts'

/** From where an item was carried over: the words for people, and the old item where the server wrote it down. */
export interface Origin {
  readonly meeting: MeetingId | null
  readonly item: ItemId | null
  readonly words: string
}

const idLength = 22

/** The text of `carriedOverFrom`: which item of which meeting, then the words for people, so that a copy needs no directory beside it. */
export function originText(meeting: MeetingId, item: ItemId, words: string): string {
  return `${meeting}/${item} ${words}`
}

/** Reads a text of `carriedOverFrom`. Plain words of somebody stay what they are: they lead nowhere. */
export function readOrigin(text: string): Origin {
  const [meeting, slash, item, blank] = [
    text.slice(0, idLength),
    text.charAt(idLength),
    text.slice(idLength + 1, 2 * idLength + 1),
    text.charAt(2 * idLength + 1),
  ]
  const isWritten = slash === '/' && (blank === ' ' || blank === '') && isId(meeting) && isId(item)
  if (!isWritten) return { meeting: null, item: null, words: text }
  // Both have the shape of ids; that they are there is asked by whoever follows them.
  return { meeting: meeting as MeetingId, item: item as ItemId, words: text.slice(2 * idLength + 2) }
}

import * as Y from 'yjs'

/** Where a caret stands in a text that is only shown: which block, and how many letters into it. */
export interface CaretPlace {
  readonly block: number
  readonly offset: number
}

/** Finds the place of somebody's caret (a Yjs relative position as it came over the wire); null when its text is gone. */
export function caretPlace(fragment: Y.XmlFragment, position: unknown): CaretPlace | null {
  const { doc } = fragment
  if (doc === null || typeof position !== 'object' || position === null) return null
  let found: Y.AbsolutePosition | null
  try {
    found = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(position), doc)
  } catch {
    // It came from somebody else's browser: what cannot be read is no caret.
    return null
  }
  if (found === null) return null
  return climb(fragment, found.type, found.type instanceof Y.XmlText ? found.index : 0)
}

type SharedType = Y.ContentType['type']

function climb(fragment: Y.XmlFragment, from: SharedType, letters: number): CaretPlace | null {
  let type = from
  let offset = letters
  while (type !== fragment) {
    const item: Y.Item | null = type._item
    if (item === null || item.deleted || !(item.parent instanceof Y.AbstractType)) return null
    const isBlock = item.parent === fragment
    let before = 0
    for (let left = item.left; left !== null; left = left.left) {
      if (!left.deleted) before += isBlock ? 1 : lengthOf(left)
    }
    if (isBlock) return { block: before, offset }
    offset += before
    type = item.parent
  }
  return null
}

/** Letters of a sibling before the caret: words by their length, a break or anything else as one. */
function lengthOf(item: Y.Item): number {
  return item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlText ? item.content.type.length : 1
}

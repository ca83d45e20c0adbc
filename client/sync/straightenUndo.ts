import * as Y from 'yjs'

/**
 * Makes what an UndoManager brings back stand in the same place for everybody. In yjs 13.6.33 a word that is restored for the second
 * time can be told with a right neighbour that stands to the left of its left one (yjs issue 794): here "first line", for all others
 * "first neli", for good. Before the update is written, each restored part is told as if it were inserted between the two that stand
 * beside it here, which leaves no room for a second reading. Gives back the undoing.
 */
export function straightenUndo(manager: Y.UndoManager): () => void {
  const { doc } = manager
  const straighten = (transaction: Y.Transaction): void => {
    if (transaction.origin === manager) tellNeighbours(transaction)
  }
  // The last moment at which the new parts are as they were made: observers, merging and the update itself come after it.
  doc.on('beforeObserverCalls', straighten)
  return () => doc.off('beforeObserverCalls', straighten)
}

function tellNeighbours({ doc, beforeState }: Y.Transaction): void {
  const structs = doc.store.clients.get(doc.clientID) ?? []
  const since = beforeState.get(doc.clientID) ?? 0
  // Newest first: where a neighbour is newer, its own older neighbour is known by then and the whole stretch is stepped over.
  const olderLeft = new Map<Y.Item, Y.Item | null>()
  const olderRight = new Map<Y.Item, Y.Item | null>()
  for (let at = structs.length - 1; at >= 0; at -= 1) {
    const part = structs[at]
    if (part === undefined || part.id.clock < since) return
    // A value under a name has no place in an order.
    if (!(part instanceof Y.Item) || part.parentSub !== null) continue
    let { left, right } = part
    while (left !== null && isNewer(left, part)) left = olderLeft.get(left) ?? null
    while (right !== null && isNewer(right, part)) right = olderRight.get(right) ?? null
    olderLeft.set(part, left)
    olderRight.set(part, right)
    part.origin = left === null ? null : left.lastId
    part.rightOrigin = right === null ? null : right.id
  }
}

function isNewer(other: Y.Item, part: Y.Item): boolean {
  return other.id.client === part.id.client && other.id.clock > part.id.clock
}

import type { ItemId } from '../../base/index.ts'
import { closedByNext, itemBefore, nextItem, proceedingOf } from '../agenda.ts'
import type { CommandOf } from '../commands.ts'
import type { SessionEvent } from '../events.ts'
import { no } from '../reasons.ts'
import { endTurn } from './floor.ts'
import { alreadySo, type Decided, type Scene, yes } from './scene.ts'

/** Opens an item; the one that was open stays begun. */
export function openItem(scene: Scene, { item, from }: CommandOf<'item.open'>): Decided {
  if (from !== scene.state.current) return movedOn()
  if (item === from) return alreadySo()
  if (!isInAgenda(scene, item)) return unknownItem()
  return yes(...openAfterLeaving(scene, item))
}

/** Closes the item that is open and goes on to the next one that is not done. */
export function nextInAgenda(scene: Scene, { from }: CommandOf<'item.next'>): Decided {
  const { state, around } = scene
  if (from !== state.current) return movedOn()
  const next = nextItem(state, around.items)
  if (from === null && next === null) return no('nothingLeft', 'Every item is closed or put off.')
  const closed = closedByNext(state, around.items).map((item): SessionEvent => ({ kind: 'item.closed', item, at: around.now }))
  if (next === null) return yes(...endTurn(scene), ...leaveItem(scene), ...closed)
  return yes(...endTurn(scene), ...leaveItem(scene), ...closed, { kind: 'item.opened', item: next, at: around.now })
}

/** Goes back to the item before; the one that was open stays begun. */
export function backInAgenda(scene: Scene, { from }: CommandOf<'item.back'>): Decided {
  const { state, around } = scene
  if (from !== state.current) return movedOn()
  const before = itemBefore(state, around.items)
  if (before === null) return no('nothingBefore', 'There is no item to go back to.')
  return yes(...openAfterLeaving(scene, before))
}

/** Closes an item, open or not. */
export function closeItem(scene: Scene, { item }: CommandOf<'item.close'>): Decided {
  if (!isInAgenda(scene, item)) return unknownItem()
  if (proceedingOf(scene.state, item)?.progress === 'closed') return alreadySo()
  return yes(...leaveIfOpen(scene, item), { kind: 'item.closed', item, at: scene.around.now })
}

/** Puts an item off: "next" passes it over. */
export function putOffItem(scene: Scene, { item }: CommandOf<'item.putOff'>): Decided {
  if (!isInAgenda(scene, item)) return unknownItem()
  if (proceedingOf(scene.state, item)?.progress === 'putOff') return alreadySo()
  return yes(...leaveIfOpen(scene, item), { kind: 'item.putOff', item })
}

/** Takes back that an item was closed or put off. */
export function reopenItem(scene: Scene, { item }: CommandOf<'item.reopen'>): Decided {
  if (!isInAgenda(scene, item)) return unknownItem()
  const progress = proceedingOf(scene.state, item)?.progress
  return progress === 'closed' || progress === 'putOff' ? yes({ kind: 'item.reopened', item }) : alreadySo()
}

/** One item, for observers; its parts go with it. */
export function closeItemToObservers(scene: Scene, { item, closed }: CommandOf<'item.closeToObservers'>): Decided {
  const isClosed = scene.state.closedItems.includes(item)
  // An item that was removed from the agenda can still be opened again.
  if (!isClosed && !isInAgenda(scene, item)) return unknownItem()
  return isClosed === closed ? alreadySo() : yes({ kind: 'observers.changed', item, closed })
}

/** What happens when the open item is left, if one is open. */
export function leaveItem({ state, around }: Scene): readonly SessionEvent[] {
  return state.current === null ? [] : [{ kind: 'item.left', at: around.now }]
}

/** Another item, or none: whoever speaks has ended. */
function openAfterLeaving(scene: Scene, item: ItemId): readonly SessionEvent[] {
  return [...endTurn(scene), ...leaveItem(scene), { kind: 'item.opened', item, at: scene.around.now }]
}

function leaveIfOpen(scene: Scene, item: ItemId): readonly SessionEvent[] {
  return scene.state.current === item ? [...endTurn(scene), ...leaveItem(scene)] : []
}

/** Whether the item stands in the agenda; commands about items that do not are refused. */
export function isInAgenda({ around }: Scene, item: ItemId): boolean {
  return around.items.some((one) => one.id === item)
}

/** The no to an item that is not, or no longer, in the agenda. */
export function unknownItem(): Decided {
  return no('unknownItem', 'This item is not in the agenda.')
}

function movedOn(): Decided {
  return no('movedOn', 'The meeting has already moved on.')
}

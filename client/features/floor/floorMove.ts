import type { CommandId } from '../../../shared/base/index.ts'
import type { FloorRequest } from '../../../shared/session/index.ts'

/** Which request goes before which; null: to the end. */
export interface FloorMove {
  readonly request: CommandId
  readonly before: CommandId | null
}

/** Moving a speaker by a step or to the top; null where there is nowhere to go. Points of order stay among themselves. */
export function floorMove(waiting: readonly FloorRequest[], id: CommandId, step: 'up' | 'down' | 'top'): FloorMove | null {
  const ranks = alike(waiting, id)
  const at = ranks.indexOf(id)
  if (at < 0) return null
  if (step === 'down') return at === ranks.length - 1 ? null : { request: id, before: ranks[at + 2] ?? null }
  const before = ranks[step === 'top' ? 0 : at - 1]
  return at === 0 || before === undefined ? null : { request: id, before }
}

/** Dropping a speaker beside another; null where it would stay in its place. */
export function floorDrop(
  waiting: readonly FloorRequest[],
  id: CommandId,
  target: string,
  side: 'before' | 'after',
): FloorMove | null {
  const ranks = alike(waiting, id)
  const others = ranks.filter((one) => one !== id)
  const names: readonly string[] = others
  const place = names.indexOf(target)
  if (place < 0) return null
  const at = side === 'before' ? place : place + 1
  return at === ranks.indexOf(id) ? null : { request: id, before: others[at] ?? null }
}

/** Those among whom it can move: a point of order goes before all others, whatever the chair does. */
function alike(waiting: readonly FloorRequest[], id: CommandId): readonly CommandId[] {
  const isOrder = (request: FloorRequest) => request.intervention === 'pointOfOrder'
  const moved = waiting.find((request) => request.id === id)
  if (moved === undefined) return []
  return waiting.filter((request) => isOrder(request) === isOrder(moved)).map((request) => request.id)
}

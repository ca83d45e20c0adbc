import type { InterventionKind } from '../../shared/record/index.ts'
import type { CommandDraft, SessionState } from '../../shared/session/index.ts'
import { isOwnRequest, waiting } from '../../shared/session/index.ts'

/** A request that is younger than this is the one meant by "F, then 3": it becomes a point of order instead of standing beside it. */
const justNowMs = 5000

interface Wanted {
  readonly kind: InterventionKind
  readonly behalf: string | undefined
  /** By the server's clock. */
  readonly now: number
}

/** The commands that make somebody's request one of this kind. A point of order stands beside a statement, which keeps its place. */
export function askAs(
  session: Pick<SessionState, 'floor' | 'current'>,
  who: Parameters<typeof isOwnRequest>[1],
  { kind, behalf, now }: Wanted,
): readonly CommandDraft[] {
  const own = waiting(session).filter((request) => isOwnRequest(request, who))
  const isOrder = (one: InterventionKind) => one === 'pointOfOrder'
  const alike = own.find((request) => isOrder(request.intervention) === isOrder(kind))
  const other = own.find((request) => request !== alike && now - request.at < justNowMs)
  const replaced = alike ?? other
  const name = behalf ?? replaced?.onBehalfOf ?? undefined
  const ask: CommandDraft = { kind: 'floor.ask', intervention: kind, ...(name === undefined ? {} : { onBehalfOf: name }) }
  if (replaced === undefined) return [ask]
  const withdraw: CommandDraft = { kind: 'floor.withdraw', request: replaced.id }
  // Asked first where both can stand at once, so that nothing is lost when it is refused.
  if (alike === undefined) return [ask, withdraw]
  return alike.intervention === kind && (behalf === undefined || alike.onBehalfOf === behalf) ? [] : [withdraw, ask]
}

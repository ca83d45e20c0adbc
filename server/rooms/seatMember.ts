import { schemaVersion } from '../../shared/protocol/index.ts'
import type { Budget } from './Budget.ts'
import type { EnterAsk, Sink, Standing } from './face.ts'
import type { KnownCaller, Member } from './Member.ts'
import type { Side } from './Side.ts'

/** Who comes in, and into what. */
export interface Newcomer {
  readonly id: string
  readonly caller: KnownCaller
  readonly standing: Standing
  readonly ask: EnterAsk
  readonly sink: Sink
  readonly budget: Budget
  /** Whether the log was ever set back to an earlier state. */
  readonly wasRestored: boolean
  readonly side: Pick<Side, 'whyReader'>
  readonly others: ReadonlySet<Member>
}

/** Makes a member of a newcomer: pen or reader, with a colour that few others have. */
export function seatMember({ id, caller, standing, ask, sink, budget, wasRestored, side, others }: Newcomer): Member {
  const isOutdated = ask.schemaVersion < schemaVersion
  return {
    id,
    caller,
    standing,
    readerBecause: side.whyReader(standing, { isOutdated, isScreen: ask.screen === true }),
    isOutdated,
    isOfUnknownPast: wasRestored && ask.epoch === null,
    sink,
    loginSession: ask.loginSession,
    unwritten: new Set(),
    budget,
    colour: freeColour(others),
    clientId: ask.clientIds[0] ?? null,
    state: null,
    held: [],
    gone: false,
    endedBy: null,
  }
}

function freeColour(others: ReadonlySet<Member>): number {
  const counts = Array.from({ length: 8 }, () => 0)
  for (const { colour } of others) counts[colour - 1] = (counts[colour - 1] ?? 0) + 1
  return counts.indexOf(Math.min(...counts)) + 1
}

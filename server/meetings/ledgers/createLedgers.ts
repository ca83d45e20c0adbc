import { type CommandId, type GroupId, type Millis, ok, type Result, refuse } from '../../../shared/base/index.ts'
import { evolveLedger, type LedgerEntry, type LedgerEvent, type LedgerState, newLedger } from '../../../shared/register/index.ts'
import type { Clock } from '../../base/index.ts'
import type { AppliedCommand, Storage } from '../../storage/index.ts'

/** A command of the ledger with the rules that decide it, which are asked when its turn has come. */
export interface LedgerAsk {
  readonly id: CommandId
  readonly decide: (state: LedgerState, now: Millis) => Result<readonly LedgerEvent[]>
}

/** The ledgers of all groups, as far as this process has read them. */
export interface Ledgers {
  /** What stands in the group's ledger, as it is stored. */
  read(groupId: GroupId): Promise<LedgerState>
  /** Applies a command once; the same id again answers as it did the first time. */
  command(groupId: GroupId, ask: LedgerAsk): Promise<Result<{ readonly seq: number }>>
}

type Answer = Result<{ readonly seq: number }>

interface Waiting extends LedgerAsk {
  readonly answer: (answer: Answer) => void
  readonly fail: (error: unknown) => void
}

interface Held {
  readonly state: LedgerState
  readonly lastAt: Millis
}

/** What one turn would make of the ledger. */
interface Draft extends Held {
  readonly entries: readonly LedgerEntry[]
  readonly commands: readonly AppliedCommand[]
}

const mostWaiting = 2_000
const mostHeld = 100
/** So often another process may come first in a row. */
const mostTries = 20

/** Holds ledgers in memory and catches up with the store at each reading, so that several processes may write to one. */
export function createLedgers({
  storage,
  clock,
}: {
  readonly storage: Pick<Storage, 'ledgers' | 'health'>
  readonly clock: Pick<Clock, 'now'>
}): Ledgers {
  /** Least lately read first. */
  const held = new Map<GroupId, Held>()
  const waiting = new Map<GroupId, Waiting[]>()

  async function present(groupId: GroupId): Promise<Held> {
    const known = held.get(groupId) ?? { state: newLedger(), lastAt: 0 as Millis } // before every entry
    const { entries } = await storage.ledgers.read(groupId, known.state.seq)
    const last = entries.at(-1)
    return last === undefined ? known : { state: evolveLedger(known.state, entries), lastAt: last.at }
  }

  function hold(groupId: GroupId, next: Held): Held {
    const known = held.get(groupId)
    held.delete(groupId)
    // A reader that was overtaken must not put back what it knew.
    held.set(groupId, known !== undefined && known.state.seq > next.state.seq ? known : next)
    const eldest = held.keys().next()
    if (held.size > mostHeld && eldest.done !== true) held.delete(eldest.value)
    return next
  }

  /** Decides all that waits, each against what those before it made, and stores it in one batch. */
  async function turn(groupId: GroupId, batch: readonly Waiting[]): Promise<readonly Answer[]> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const before = hold(groupId, await present(groupId))
      const applied = await appliedBefore(groupId, batch)
      let draft: Draft = { ...before, entries: [], commands: [] }
      const answers: Answer[] = []
      for (const ask of batch) {
        const seq = applied.get(ask.id)
        const done = seq === undefined ? work(draft, ask, clock.now()) : ok({ draft, seq })
        if (done.ok) {
          applied.set(ask.id, done.value.seq)
          draft = done.value.draft
        }
        answers.push(done.ok ? ok({ seq: done.value.seq }) : done)
      }
      if (draft.entries.length === 0) return answers
      const { entries, commands, state, lastAt } = draft
      const committed = await storage.ledgers.append(groupId, { from: before.state.seq, entries, commands })
      if (committed.ok && committed.value.repeated.length === 0) {
        hold(groupId, { state, lastAt })
        return answers
      }
      // Another process came first, or applied one of these: decide anew on what is there now.
    }
    return batch.map(() => refuse('stale', 'The register changes too fast; try again in a moment.'))
  }

  async function appliedBefore(groupId: GroupId, batch: readonly Waiting[]): Promise<Map<CommandId, number>> {
    const found = await Promise.all(
      batch.map(async ({ id }): Promise<readonly [CommandId, number][]> => {
        const seq = await storage.ledgers.appliedCommand(groupId, id)
        return seq === null ? [] : [[id, seq]]
      }),
    )
    return new Map(found.flat())
  }

  /** Works until nothing waits; while one batch is stored the next gathers. */
  async function run(groupId: GroupId, row: Waiting[]): Promise<void> {
    while (row.length > 0) {
      const batch = row.splice(0)
      try {
        const answers = await turn(groupId, batch)
        for (const [index, { answer }] of batch.entries()) answer(answers[index] ?? notSaving)
      } catch (error) {
        // What is held may be ahead of what lasts.
        held.delete(groupId)
        for (const { fail } of batch) fail(error)
      }
    }
    waiting.delete(groupId)
  }

  return {
    read: async (groupId) => hold(groupId, await present(groupId)).state,
    command(groupId, ask) {
      if (!storage.health().saving) return Promise.resolve(notSaving)
      const row = waiting.get(groupId)
      if (row !== undefined && row.length >= mostWaiting) {
        return Promise.resolve(refuse('tooMany', 'Too many commands wait; try again in a moment.'))
      }
      return new Promise((answer, fail) => {
        if (row !== undefined) {
          row.push({ ...ask, answer, fail })
          return
        }
        const first = [{ ...ask, answer, fail }]
        waiting.set(groupId, first)
        void run(groupId, first)
      })
    },
  }
}

const notSaving = refuse('notSaving', 'This could not be stored now; try again in a moment.')

/** One command against a draft: the draft after it, or the no. */
function work(
  draft: Draft,
  { id, decide }: LedgerAsk,
  clockNow: Millis,
): Result<{ readonly draft: Draft; readonly seq: number }> {
  // The machine's clock may be set back; a ledger's time is not.
  const now = clockNow < draft.lastAt ? draft.lastAt : clockNow
  const decided = decide(draft.state, now)
  if (!decided.ok) return decided
  const entries = decided.value.map((event, index) => ({ seq: draft.state.seq + index + 1, at: now, commandId: id, event }))
  const state = evolveLedger(draft.state, entries)
  const commands = [...draft.commands, { id, seq: state.seq }]
  return ok({ draft: { state, lastAt: now, entries: [...draft.entries, ...entries], commands }, seq: state.seq })
}

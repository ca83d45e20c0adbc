import { ok, type Refused, type Result, refuse } from '../../shared/base/index.ts'
import type { Answer } from '../../shared/protocol/index.ts'
import type { ConnectionState } from './connectionState.ts'
import type { LocalClocks } from './LocalClocks.ts'
import type { Readable } from './Signal.ts'

interface CommanderParts {
  readonly connection: Readable<ConnectionState>
  readonly clocks: LocalClocks
  /** Asks something small, so that a line that is dead without knowing it is found out and opened afresh. */
  readonly probe: () => void
}

/** For so long after a command was given it may be sent again; later it would come as a surprise. */
export const commandLastsMs = 20_000

/** An answer that takes this long makes one doubt the line. */
const doubtMs = 6000

/** Refusals that say "come in again": the command was not taken, or nobody knows, and its id makes asking again safe. */
const comeAgain: ReadonlySet<string> = new Set(['rightsChanged', 'restarting'])

/**
 * Sees a command through. It is never kept for later; but when the line is cut under it, it is sent again as it was, with the same
 * id, so that it happens once or not at all, and whoever gave it hears which.
 */
export class Commander {
  readonly #parts: CommanderParts

  constructor(parts: CommanderParts) {
    this.#parts = parts
  }

  /** `send` must send the same command with the same id each time; null from it: the line went before the answer. */
  async run(send: () => Promise<Answer<unknown> | null>): Promise<Result<null>> {
    const { connection } = this.#parts
    if (connection.get().kind !== 'live') return refuse('restarting', 'This needs a connection to the server.', 'needsConnection')
    const time = this.#limit()
    try {
      for (;;) {
        const sure = this.#parts.clocks.after(doubtMs, this.#parts.probe)
        const answer = await Promise.race([send(), time.up])
        sure()
        if (answer?.ok === true) return ok(null)
        if (answer !== null && !comeAgain.has(answer.refusal.code)) {
          return refuse(answer.refusal.code, answer.refusal.message, answer.refusal.reason)
        }
        if (time.isUp() || !(await this.#back(time.up))) return notKnown()
      }
    } finally {
      time.stop()
    }
  }

  /** Whether the line is up again before the time is. */
  #back(up: Promise<null>): Promise<boolean> {
    const { connection } = this.#parts
    return new Promise((resolve) => {
      const look = () => {
        const { kind } = connection.get()
        if (kind === 'live') answer(true)
        else if (kind === 'refused' || kind === 'closed') answer(false)
      }
      const answer = (isBack: boolean) => {
        stop()
        resolve(isBack)
      }
      const stop = connection.subscribe(look)
      void up.then(() => answer(false))
      look()
    })
  }

  #limit() {
    const { clocks } = this.#parts
    const start = { wall: clocks.wall(), steady: clocks.steady() }
    let stop = () => {}
    const up = new Promise<null>((resolve) => {
      stop = clocks.after(commandLastsMs, () => resolve(null))
    })
    // Timers stand still in a sleeping laptop; the clocks tell how long it was.
    const isUp = () => clocks.wall() - start.wall >= commandLastsMs || clocks.steady() - start.steady >= commandLastsMs
    return { up, isUp, stop: () => stop() }
  }
}

function notKnown(): Refused {
  return refuse('restarting', 'The line was cut: whether this was done is not known.', 'notKnown')
}

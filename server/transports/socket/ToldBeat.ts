import type { Clock } from '../../base/index.ts'

/** Each line hears so long after something was told to it, at the latest, how much that was: a gap closes within five seconds (C2). */
const beatMs = 2_000

/** A line under a socket, and how many events it was told since it stands. */
export interface ToldLine {
  count: number
  /** Told something since its last beat. */
  isDue: boolean
  /** Says how many it was told; not counted itself. */
  readonly say: (count: number) => void
}

/**
 * Tells each line how many events it was told. Whoever loses one in the middle often notices by the next; whoever loses the last would stay
 * behind and never know. Broadcasts stay the same for everybody, since the number goes beside them; a line that is told nothing hears nothing.
 */
export class ToldBeat {
  private due: ToldLine[] = []
  private stopTimer: (() => void) | null = null

  constructor(private readonly clock: Pick<Clock, 'after'>) {}

  /** This line was told one more. */
  count(line: ToldLine): void {
    line.count += 1
    if (line.isDue) return
    line.isDue = true
    this.due.push(line)
    this.stopTimer ??= this.clock.after(beatMs, () => this.beat())
  }

  close(): void {
    this.stopTimer?.()
    this.stopTimer = null
  }

  private beat(): void {
    const { due } = this
    this.due = []
    this.stopTimer = null
    for (const line of due) {
      line.isDue = false
      line.say(line.count)
    }
  }
}

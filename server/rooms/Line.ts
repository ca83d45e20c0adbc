/** Works one piece after the other, in the order they came. A piece that fails does not stop the next. */
export class Line {
  private tail: Promise<unknown> = Promise.resolve()
  private waiting = 0

  /** Runs `work` when everything before it is done. */
  run<T>(work: () => T | Promise<T>): Promise<T> {
    this.waiting += 1
    const turn = this.tail.then(work)
    const done = () => {
      this.waiting -= 1
    }
    this.tail = turn.then(done, done)
    return turn
  }

  /** Whether nothing is under way or waiting. */
  get idle(): boolean {
    return this.waiting === 0
  }

  /** Resolves when everything asked for until now is done. */
  async settled(): Promise<void> {
    await this.tail
  }
}

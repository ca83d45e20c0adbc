/** Lets one piece of work at a time near each thing, in the order of asking; different things do not wait for each other. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  /** Runs when all earlier work on the same name has ended, well or badly. */
  take<T>(name: string, run: () => Promise<T>): Promise<T> {
    const earlier = this.#last.get(name)
    const mine = earlier === undefined ? run() : earlier.then(run, run)
    this.#last.set(name, mine)
    const forget = (): void => {
      if (this.#last.get(name) === mine) this.#last.delete(name)
    }
    mine.then(forget, forget)
    return mine
  }

  /** Resolves when nothing is running or waiting any more. */
  async idle(): Promise<void> {
    while (this.#last.size > 0) await Promise.allSettled(this.#last.values())
  }
}

/** Work on the same thing one after the other, on different things side by side. */
export class InTurn<Key> {
  private readonly last = new Map<Key, Promise<unknown>>()

  run<T>(key: Key, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key) ?? Promise.resolve()
    const turn = before.then(work, work)
    const tail: Promise<void> = turn.then(
      () => {},
      () => {},
    )
    this.last.set(key, tail)
    void tail.then(() => this.forget(key, tail))
    return turn
  }

  private forget(key: Key, tail: Promise<unknown>): void {
    if (this.last.get(key) === tail) this.last.delete(key)
  }
}

import { AsyncLocalStorage } from 'node:async_hooks'

const globalKey = Symbol.for('better-auth:global')
const names = ['requestStateAsyncStorage', 'endpointContextAsyncStorage', 'adapterAsyncStorage'] as const

/**
 * A context for calls that rests while none is under way. The platform's own, once used, has every promise and every write of the whole
 * process watched from then on, which cost a live meeting an eighth of its work.
 */
export class RestingStorage<T> extends AsyncLocalStorage<T> {
  #underWay = 0

  override run<R>(store: T, callback: () => R): R
  override run<R, Args extends unknown[]>(store: T, callback: (...args: Args) => R, ...args: Args): R
  override run<R, Args extends unknown[]>(store: T, callback: (...args: Args) => R, ...args: Args): R {
    this.#underWay += 1
    const end = () => {
      this.#underWay -= 1
      if (this.#underWay === 0) this.disable()
    }
    let isPending = false
    try {
      const result = super.run(store, callback, ...args)
      if (result instanceof Promise) {
        isPending = true
        result.then(end, end)
      }
      return result
    } finally {
      if (!isPending) end()
    }
  }
}

/** Lets the contexts of better-auth rest between its calls. Where a later version keeps them elsewhere, nothing happens. */
export function letAccountsRest(): void {
  const context = at(at(globalThis, globalKey), 'context')
  if (typeof context !== 'object' || context === null) return
  for (const name of names) if (at(context, name) === undefined) Reflect.set(context, name, new RestingStorage())
}

function at(thing: unknown, key: PropertyKey): unknown {
  return typeof thing === 'object' && thing !== null ? Reflect.get(thing, key) : undefined
}

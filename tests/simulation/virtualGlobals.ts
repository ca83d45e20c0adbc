// Imported before anything else of a simulation: the libraries take hold of clocks and chance when they are loaded. Outside of a
// run everything is the machine's own.
import { webcrypto } from 'node:crypto'
import timers from 'node:timers'

/** What a run puts in the place of the machine's time and chance. */
export interface Virtual {
  readonly wall: () => number
  readonly steady: () => number
  readonly random: () => number
  readonly after: (delayMs: number, run: () => void, periodMs: number | null) => object
  readonly callOff: (timer: unknown) => void
  readonly soon: (run: () => void) => object
}

const real = {
  now: Date.now,
  steady: performance.now.bind(performance),
  random: Math.random,
  values: webcrypto.getRandomValues.bind(webcrypto),
  setTimeout: globalThis.setTimeout,
  setInterval: globalThis.setInterval,
  setImmediate: globalThis.setImmediate,
  clearTimeout: globalThis.clearTimeout,
  clearInterval: globalThis.clearInterval,
}
let virtual: Virtual | null = null

/** Set between two runs: nobody but a run needs timers here, and what one run left behind must not wake in the next. */
let isBetween = false

/** Hands time and chance over; null gives them back, but for timers: the test's own frame has kept its from before. */
export function setVirtual(next: Virtual | null): void {
  virtual = next
  isBetween = next === null
}

const never = {
  isVirtual: true,
  refresh: () => never,
  ref: () => never,
  unref: () => never,
  hasRef: () => false,
  close: () => never,
}

/** Resolves in the machine's own next round: whatever waited only for its turn has had it. */
export function realRound(): Promise<void> {
  return new Promise((resolve) => real.setImmediate(resolve))
}

type Callback = (...args: unknown[]) => void

function fakeTimeout(run: Callback, delayMs?: number, ...args: unknown[]): unknown {
  if (isBetween) return never
  if (virtual === null) return real.setTimeout(run, delayMs, ...args)
  return virtual.after(delayMs ?? 0, () => run(...args), null)
}

function fakeInterval(run: Callback, periodMs?: number, ...args: unknown[]): unknown {
  if (isBetween) return never
  if (virtual === null) return real.setInterval(run, periodMs, ...args)
  return virtual.after(periodMs ?? 1, () => run(...args), periodMs ?? 1)
}

function fakeImmediate(run: Callback, ...args: unknown[]): unknown {
  if (isBetween) return never
  return virtual === null ? real.setImmediate(run, ...args) : virtual.soon(() => run(...args))
}

function fakeClear(timer: unknown): void {
  if (typeof timer === 'object' && timer !== null && 'isVirtual' in timer) {
    virtual?.callOff(timer)
    return
  }
  // A timer of the machine, whichever kind: both of its functions take either.
  real.clearTimeout(timer as Parameters<typeof clearTimeout>[0])
}

function fakeValues<T extends Uint8Array | Uint32Array>(array: T): T {
  if (virtual === null) {
    real.values(array)
    return array
  }
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Math.floor(virtual.random() * 256)
  return array
}

const fakes = { setTimeout: fakeTimeout, setInterval: fakeInterval, clearTimeout: fakeClear, clearInterval: fakeClear }
Object.assign(globalThis, fakes, { setImmediate: fakeImmediate })
// Socket.io's server takes its timers from the module.
Object.assign(timers, fakes)
Date.now = () => virtual?.wall() ?? real.now()
performance.now = () => virtual?.steady() ?? real.steady()
Math.random = () => virtual?.random() ?? real.random()
Object.defineProperty(webcrypto, 'getRandomValues', { value: fakeValues, configurable: true })

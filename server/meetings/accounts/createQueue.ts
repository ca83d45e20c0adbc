/** Runs costly work, only so much at once; throws `QueueFull` for what comes when too much is waiting already. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>

/** Too much is waiting: the caller should try again later. */
export class QueueFull extends Error {}

/** Makes a queue that runs `atOnce` pieces of work and lets `waiting` more wait. */
export function createQueue(limits: { readonly atOnce: number; readonly waiting: number }): Queue {
  const waiting: (() => void)[] = []
  let running = 0

  return async (work) => {
    if (running >= limits.atOnce) {
      if (waiting.length >= limits.waiting) throw new QueueFull('Too many sign-ins at once')
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else {
      running += 1
    }
    try {
      return await work()
    } finally {
      // The place is handed on rather than given back, so that nobody can slip in between.
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}

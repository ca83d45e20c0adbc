import { Worker } from 'node:worker_threads'
import type { Found, Search } from './face.ts'
import type { Fault, ThreadAnswer, ThreadAsk, ThreadCall } from './threadMessages.ts'

interface Needs {
  readonly folder: string
  /** Where the built thread lies; asked when it is first needed. */
  readonly worker: () => URL | Promise<URL>
  readonly onDamage: (file: string) => void
  /** The index could not be written; it goes on in memory. */
  readonly onFault: (error: unknown) => void
  /** The thread ended by itself: what it held in memory is gone. */
  readonly onLost: (error: unknown) => void
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** The search index in a thread of its own; one that ends is begun anew at the next question. */
export function createSearchThread(needs: Needs): Search {
  const waiting = new Map<number, Waiting>()
  let count = 0
  let thread: Promise<Worker> | null = null
  let isClosed = false

  async function start(): Promise<Worker> {
    const worker = new Worker(await needs.worker(), {
      workerData: { folder: needs.folder },
      env: {},
      stdin: false,
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    })
    worker.unref()
    worker.on('message', hear)
    const lose = (error: unknown) => {
      if (isClosed || thread === null) return
      thread = null
      for (const { reject } of waiting.values()) reject(new Error('The thread of the search index ended', { cause: error }))
      waiting.clear()
      needs.onLost(error)
    }
    worker.once('error', lose)
    worker.once('exit', lose)
    return worker
  }

  function hear(answer: ThreadAnswer): void {
    if ('damaged' in answer) {
      needs.onDamage(answer.damaged)
      return
    }
    if ('unwritten' in answer) {
      needs.onFault(faultOf(answer.unwritten))
      return
    }
    const asker = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('value' in answer) asker?.resolve(answer.value)
    else asker?.reject(faultOf(answer.fault))
  }

  async function call(ask: ThreadAsk): Promise<unknown> {
    thread ??= start()
    const worker = await thread
    count += 1
    const id = count
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, ask } satisfies ThreadCall)
    })
  }

  // Each answer is of the type that the index itself gives for the question: see `searchWorker`.
  return {
    search: (ask) => call({ kind: 'search', ask }) as Promise<Found>,
    put: (meetings) => call({ kind: 'put', meetings }) as Promise<void>,
    hide: (meetingId, seq) => {
      // A lost thread holds nothing that could be seen.
      call({ kind: 'hide', meetingId, seq }).catch(() => {})
    },
    reconcile: (groupId, stamps) => call({ kind: 'reconcile', groupId, stamps }) as Promise<readonly string[]>,
    flush: () => call({ kind: 'flush' }) as Promise<void>,
    clear: () => call({ kind: 'clear' }) as Promise<void>,
    compare: (meetings) => call({ kind: 'compare', meetings }) as Promise<readonly string[]>,
    verify: () => call({ kind: 'verify' }) as ReturnType<Search['verify']>,
    async close() {
      if (thread === null) return
      await call({ kind: 'close' })
      isClosed = true
      await (await thread).terminate()
    },
  }
}

function faultOf({ message, stack }: Fault): Error {
  const fault = new Error(message)
  if (stack !== null) fault.stack = stack
  return fault
}

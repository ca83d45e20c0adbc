import { Worker } from 'node:worker_threads'
import { ok, type Result, refuse } from '../../../shared/base/index.ts'
import type { RecordLists } from '../../../shared/record/index.ts'
import type { Clock } from '../../base/index.ts'
import type { CopyAnswers, CopyJob, CopyOutcome, CopyRead, CopyVariant } from './copyWorker.ts'

/** Looks into copies from before a restore, beside the meetings and never in their way. `whose`: who asks, so that nobody holds up all others. */
export interface CopyReader {
  /** Refuses what is no copy of a record, and what takes too long or too much memory. */
  read(packed: Uint8Array, whose: string): Promise<Result<CopyRead>>
  /** What differs between the record and a copy, as it was read. */
  compare(record: RecordLists, read: Uint8Array, whose: string): Promise<Result<readonly CopyVariant[]>>
  /** The words of a copy as plain text. */
  text(read: Uint8Array, whose: string): Promise<Result<string>>
  close(): Promise<void>
}

interface Needs {
  readonly clock: Clock
  /** Where the built thread lies; asked when the first copy is looked into. */
  readonly worker: () => URL | Promise<URL>
  /** How long one job may take, in ms. */
  readonly limitMs?: number
  /** How much the thread may hold, in MB. */
  readonly memoryMb?: number
  readonly waiting?: number
  readonly waitingEach?: number
}

interface Waiting {
  readonly job: CopyJob
  readonly whose: string
  readonly done: (result: Result<CopyAnswers[keyof CopyAnswers]>) => void
  readonly failed: (error: Error) => void
}

/** One thread that stays warm; jobs are done one after the other, and a job that overruns ends the thread. */
export function createCopyReader(needs: Needs): CopyReader {
  const { clock, limitMs = 5_000, memoryMb = 256, waiting = 200, waitingEach = 120 } = needs
  const queue: Waiting[] = []
  let worker: Worker | null = null
  let isBusy = false
  let isClosed = false
  let count = 0

  async function next(): Promise<void> {
    const first = queue[0]
    if (isBusy || first === undefined) return
    isBusy = true
    try {
      first.done(await run(first.job))
    } catch (error) {
      first.failed(error instanceof Error ? error : new Error('The copy was not looked into', { cause: error }))
    } finally {
      queue.shift()
      isBusy = false
    }
    await next()
  }

  async function run(job: CopyJob): Promise<Result<CopyAnswers[keyof CopyAnswers]>> {
    const address = worker === null ? await needs.worker() : null
    if (isClosed) return stopping()
    if (address !== null) worker = start(address)
    const current = worker
    if (current === null) throw new Error('The thread that reads copies went away')
    current.ref()
    try {
      return await answered(current, job)
    } finally {
      current.unref()
    }
  }

  function answered(current: Worker, job: CopyJob): Promise<Result<CopyAnswers[keyof CopyAnswers]>> {
    count += 1
    const id = count
    return new Promise((resolve, reject) => {
      const stopTimer = clock.after(limitMs, () => {
        settle(() => resolve(refuse('tooLarge', 'Reading this copy takes too long here: it is too large, or made to be.')))
        drop(current)
      })
      const onMessage = (outcome: CopyOutcome) => {
        if (outcome.id !== id) return
        if ('value' in outcome) settle(() => resolve(ok(outcome.value)))
        else if ('refusal' in outcome) settle(() => resolve({ ok: false, refusal: outcome.refusal }))
        else settle(() => reject(new Error(`Looking into a copy failed: ${outcome.fault}`)))
      }
      const onError = (error: Error) => {
        const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        const full = refuse('tooLarge', 'Reading this copy takes more memory than is given to it.')
        settle(() => (isFull ? resolve(full) : reject(new Error('The thread that reads copies ended', { cause: error }))))
        drop(current)
      }
      const onExit = () => {
        settle(() => (isClosed ? resolve(stopping()) : reject(new Error('The thread that reads copies ended without an answer'))))
        drop(current)
      }
      const settle = (how: () => void) => {
        stopTimer()
        current.off('message', onMessage)
        current.off('error', onError)
        current.off('exit', onExit)
        how()
      }
      current.on('message', onMessage)
      current.on('error', onError)
      current.on('exit', onExit)
      current.postMessage({ id, job })
    })
  }

  function start(address: URL): Worker {
    // The thread gets nothing of the process: no environment, no standard input, and a heap that cannot eat the server's.
    const limits = { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 }
    const started = new Worker(address, { env: {}, stdin: false, resourceLimits: limits })
    // Between two jobs nobody listens for its end; without a listener an error would end the process.
    started.on('error', () => {})
    started.once('exit', () => drop(started))
    started.unref()
    return started
  }

  function drop(ended: Worker): void {
    if (worker === ended) worker = null
    void ended.terminate()
  }

  function ask(job: CopyJob, whose: string): Promise<Result<CopyAnswers[keyof CopyAnswers]>> {
    if (isClosed) return Promise.resolve(stopping())
    const own = queue.filter((one) => one.whose === whose).length
    // What is brought is long, and everybody brings it once: more at a time than this is no device of ours.
    if (queue.length >= waiting || own >= (job.kind === 'read' ? 2 : waitingEach)) {
      return Promise.resolve(refuse('tooMany', 'Too many copies are being read: try again in a moment.'))
    }
    return new Promise((done, failed) => {
      queue.push({ job, whose, done, failed })
      void next()
    })
  }

  return {
    // The thread answers each kind of job with its own kind of answer.
    read: (packed, whose) => ask({ kind: 'read', packed }, whose) as Promise<Result<CopyRead>>,
    compare: (record, read, whose) => ask({ kind: 'compare', record, read }, whose) as Promise<Result<readonly CopyVariant[]>>,
    text: (read, whose) => ask({ kind: 'text', read }, whose) as Promise<Result<string>>,
    async close() {
      isClosed = true
      for (const one of queue.splice(isBusy ? 1 : 0)) one.done(stopping())
      await worker?.terminate()
      worker = null
    },
  }
}

function stopping() {
  return refuse('restarting', 'The server is stopping.')
}

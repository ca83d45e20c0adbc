import { Worker } from 'node:worker_threads'
import { ok, type Result, refuse } from '../../shared/base/index.ts'
import type { Clock } from '../base/index.ts'
import type { CopyJob, MadeOfCopy } from './copy/makeFromCopy.ts'
import type { BringInJob, BringInOutcome, ComposeAnswer, ReadAnswer } from './worker.ts'

type Answer = ReadAnswer | ComposeAnswer | MadeOfCopy

/** Reads old minutes beside the meetings and never in their way. */
export interface Bringer {
  /** `whose`: who asks, so that nobody holds up all others. */
  read(files: Extract<BringInJob, { kind: 'read' }>['files'], whose: string): Promise<Result<ReadAnswer>>
  compose(job: Omit<Extract<BringInJob, { kind: 'compose' }>, 'kind'>, whose: string): Promise<Result<ComposeAnswer>>
  /** Our own JSON, strictly: longer than old minutes, so it may take longer. */
  copy(job: CopyJob, whose: string): Promise<Result<MadeOfCopy>>
  close(): Promise<void>
}

interface Needs {
  readonly clock: Clock
  /** Where the built thread lies; asked when the first file is. */
  readonly worker: () => URL | Promise<URL>
  /** How long one file may take, in ms. */
  readonly limitMs?: number
  /** How much the thread may hold, in MB. */
  readonly memoryMb?: number
  /** The same for our own JSON, which may be a record of two thousand outcomes. */
  readonly copyLimitMs?: number
  readonly copyMemoryMb?: number
  readonly waiting?: number
  readonly waitingEach?: number
}

interface Waiting {
  readonly job: BringInJob
  readonly whose: string
  readonly done: (result: Result<Answer>) => void
  readonly failed: (error: Error) => void
}

/** One thread a file, one after the other, each within limits of time and memory. */
export function createBringer(needs: Needs): Bringer {
  const {
    clock,
    limitMs = 4_500,
    memoryMb = 150,
    copyLimitMs = 20_000,
    copyMemoryMb = 400,
    waiting = 20,
    waitingEach = 3,
  } = needs
  const queue: Waiting[] = []
  let current: Worker | null = null
  let isBusy = false
  let isClosed = false

  async function next(): Promise<void> {
    const first = queue[0]
    if (isBusy || first === undefined) return
    isBusy = true
    try {
      first.done(await run(first.job))
    } catch (error) {
      first.failed(error instanceof Error ? error : new Error('The file was not read', { cause: error }))
    } finally {
      queue.shift()
      isBusy = false
    }
    await next()
  }

  async function run(job: BringInJob): Promise<Result<Answer>> {
    const address = await needs.worker()
    if (isClosed) return stopping()
    // The thread gets nothing of the process: no environment, no standard input, and a heap that cannot eat the server's.
    const limits = {
      maxOldGenerationSizeMb: job.kind === 'copy' ? copyMemoryMb : memoryMb,
      maxYoungGenerationSizeMb: 24,
      stackSizeMb: 4,
    }
    const worker = new Worker(address, { env: {}, stdin: false, resourceLimits: limits })
    current = worker
    try {
      return await answered(worker, job)
    } finally {
      current = null
      await worker.terminate()
    }
  }

  /** Waits for the answer, the end of the thread, or the end of its time. */
  function answered(worker: Worker, job: BringInJob): Promise<Result<Answer>> {
    return new Promise((resolve, reject) => {
      const stopTimer = clock.after(job.kind === 'copy' ? copyLimitMs : limitMs, () => resolve(tooLong()))
      const settle = (how: () => void) => {
        stopTimer()
        how()
      }
      worker.on('message', (outcome: BringInOutcome) => {
        if ('value' in outcome) settle(() => resolve(ok(outcome.value)))
        else if ('refusal' in outcome) settle(() => resolve({ ok: false, refusal: outcome.refusal }))
        else settle(() => reject(new Error(`Reading a file failed: ${outcome.fault}`)))
      })
      worker.on('error', (error) => {
        const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        settle(() => (isFull ? resolve(tooMuch()) : reject(new Error('The thread that reads files ended', { cause: error }))))
      })
      worker.on('exit', () =>
        settle(() => (isClosed ? resolve(stopping()) : reject(new Error('The thread that reads files ended without an answer')))),
      )
      worker.postMessage(job)
    })
  }

  function ask(job: BringInJob, whose: string): Promise<Result<Answer>> {
    if (isClosed) return Promise.resolve(stopping())
    const own = queue.filter((one) => one.whose === whose).length
    if (queue.length >= waiting || own >= waitingEach) {
      return Promise.resolve(refuse('tooMany', 'Too many files are being read: try again in a moment.'))
    }
    return new Promise((done, failed) => {
      queue.push({ job, whose, done, failed })
      void next()
    })
  }

  return {
    // The thread answers each kind of job with its own kind of answer.
    read: (files, whose) => ask({ kind: 'read', files }, whose) as Promise<Result<ReadAnswer>>,
    compose: (job, whose) => ask({ kind: 'compose', ...job }, whose) as Promise<Result<ComposeAnswer>>,
    copy: (copy, whose) => ask({ kind: 'copy', copy }, whose) as Promise<Result<MadeOfCopy>>,
    async close() {
      isClosed = true
      for (const one of queue.splice(isBusy ? 1 : 0)) one.done(stopping())
      await current?.terminate()
    },
  }
}

function stopping() {
  return refuse('restarting', 'The server is stopping.')
}

function tooLong() {
  return refuse('tooLarge', 'Reading this file takes too long here: it is too large, or made to be.', 'bringInTime')
}

function tooMuch() {
  return refuse(
    'tooLarge',
    'Reading this file takes more memory than is given to it: it is too large, or made to be.',
    'bringInMemory',
  )
}

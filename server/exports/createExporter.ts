import { Worker } from 'node:worker_threads'
import { ok, type Result, refuse } from '../../shared/base/index.ts'
import type { Clock } from '../base/index.ts'
import type { ExportFile } from './ExportContext.ts'
import type { ExportAsk } from './renderExport.ts'
import type { WorkerAnswer, WorkerJob } from './worker.ts'

/** Makes documents beside the meeting and never in its way. */
export interface Exporter {
  /** `whose`: who asks, so that nobody holds up all others. Refuses `tooMany`, and `tooLarge` when the time is over. */
  render(ask: ExportAsk, whose: string): Promise<Result<ExportFile>>
  close(): Promise<void>
}

interface Needs {
  readonly clock: Clock
  /** Where the built worker lies; asked when the first document is. */
  readonly worker: () => URL | Promise<URL>
  /** How long one document may take, in ms. */
  readonly limitMs?: number
  readonly waiting?: number
  readonly waitingEach?: number
}

interface Job {
  readonly ask: ExportAsk
  readonly whose: string
  readonly done: (result: Result<ExportFile>) => void
  readonly failed: (error: Error) => void
}

/** One thread that stays warm; documents are made one after the other. */
export function createExporter(needs: Needs): Exporter {
  const { clock, limitMs = 30_000, waiting = 40, waitingEach = 4 } = needs
  const queue: Job[] = []
  let worker: Worker | null = null
  let isBusy = false
  let isClosed = false
  let count = 0

  async function next(): Promise<void> {
    const job = queue[0]
    if (isBusy || job === undefined) return
    isBusy = true
    try {
      const file = await make(job.ask)
      job.done(file)
    } catch (error) {
      job.failed(error instanceof Error ? error : new Error('The document was not made', { cause: error }))
    } finally {
      queue.shift()
      isBusy = false
    }
    await next()
  }

  async function make(ask: ExportAsk): Promise<Result<ExportFile>> {
    const address = worker === null ? await needs.worker() : null
    // The server may have stopped while the address was asked for.
    if (isClosed) return stopping()
    if (address !== null) worker = start(address)
    const current = worker
    if (current === null) throw new Error('The thread that makes documents went away')
    current.ref()
    count += 1
    const job: WorkerJob = { id: count, ask }
    try {
      return await answered(current, job)
    } finally {
      current.unref()
    }
  }

  /** Waits for the answer, the end of the thread, or the end of its time; a thread that did not answer is not used again. */
  function answered(current: Worker, job: WorkerJob): Promise<Result<ExportFile>> {
    return new Promise((resolve, reject) => {
      const stopTimer = clock.after(limitMs, () => {
        settle(() => resolve(refuse('tooLarge', 'This takes too long here: the record is too large for that kind of document.')))
        drop(current)
      })
      const onMessage = (answer: WorkerAnswer) => {
        if (answer.id !== job.id) return
        if ('file' in answer) settle(() => resolve(ok(answer.file)))
        else settle(() => reject(faultOf(answer.fault)))
      }
      const onEnd = (cause: unknown) => {
        if (isClosed) return settle(() => resolve(stopping()))
        settle(() => reject(new Error('The thread that makes documents ended', { cause })))
        drop(current)
      }
      const settle = (how: () => void) => {
        stopTimer()
        current.off('message', onMessage)
        current.off('error', onEnd)
        current.off('exit', onEnd)
        how()
      }
      current.on('message', onMessage)
      current.on('error', onEnd)
      current.on('exit', onEnd)
      current.postMessage(job)
    })
  }

  function start(address: URL): Worker {
    const started = startWorker(address)
    // One that ends between two documents is not asked for the next.
    started.once('exit', () => drop(started))
    return started
  }

  function drop(ended: Worker): void {
    if (worker === ended) worker = null
    void ended.terminate()
  }

  return {
    render(ask, whose) {
      if (isClosed) return Promise.resolve(stopping())
      const own = queue.filter((job) => job.whose === whose).length
      if (queue.length >= waiting || own >= waitingEach) {
        return Promise.resolve(refuse('tooMany', 'Too many documents are being made: try again in a moment.'))
      }
      return new Promise((done, failed) => {
        queue.push({ ask, whose, done, failed })
        void next()
      })
    },
    async close() {
      isClosed = true
      for (const job of queue.splice(isBusy ? 1 : 0)) job.done(stopping())
      await worker?.terminate()
      worker = null
    },
  }
}

function stopping() {
  return refuse('restarting', 'The server is stopping.')
}

/** The thread gets nothing of the process: no environment, no standard input, and a heap that cannot eat the server's. */
function startWorker(address: URL): Worker {
  const worker = new Worker(address, { env: {}, stdin: false, resourceLimits: { maxOldGenerationSizeMb: 512 } })
  // Between two jobs nobody listens for its end; without a listener an error would end the process.
  worker.on('error', () => {})
  worker.unref()
  return worker
}

function faultOf({ message, stack }: Extract<WorkerAnswer, { readonly fault: unknown }>['fault']): Error {
  const fault = new Error(message)
  if (stack !== null) fault.stack = stack
  return fault
}

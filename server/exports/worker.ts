import { parentPort } from 'node:worker_threads'
import type { ExportFile } from './ExportContext.ts'
import { type ExportAsk, renderExport } from './renderExport.ts'

/** What the worker is told to do. */
export interface WorkerJob {
  readonly id: number
  readonly ask: ExportAsk
}

/** What it says about it. */
export type WorkerAnswer =
  | { readonly id: number; readonly file: ExportFile }
  | { readonly id: number; readonly fault: { readonly message: string; readonly stack: string | null } }

// The thread in which documents are made: setting type takes longer than a meeting may be held up.
parentPort?.on('message', ({ id, ask }: WorkerJob) => {
  renderExport(ask).then(
    (file) => parentPort?.postMessage({ id, file } satisfies WorkerAnswer),
    (error: unknown) => {
      const { message, stack = null } = error instanceof Error ? error : new Error(String(error))
      parentPort?.postMessage({ id, fault: { message, stack } } satisfies WorkerAnswer)
    },
  )
})

import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import type { Refusal, Result } from '../../../shared/base/index.ts'
import { ok, refuse } from '../../../shared/base/index.ts'
import { type CopyDifference, canonicalJson, compareCopy, copyText, type RecordLists } from '../../../shared/record/index.ts'
import { readCopy } from './readCopy.ts'

/** What the thread is told to do. */
export type CopyJob =
  | { readonly kind: 'read'; readonly packed: Uint8Array }
  | { readonly kind: 'compare'; readonly record: RecordLists; readonly read: Uint8Array }
  | { readonly kind: 'text'; readonly read: Uint8Array }

/** What was read out of a copy, as bytes that are kept beside it, and their hash. */
export interface CopyRead {
  readonly read: Uint8Array
  readonly sha256: string
}

/** A difference under the id that the same words have in every copy. */
export type CopyVariant = CopyDifference & { readonly variantId: string }

export interface CopyAnswers {
  readonly read: CopyRead
  readonly compare: readonly CopyVariant[]
  readonly text: string
}

export type CopyOutcome =
  | { readonly id: number; readonly value: CopyAnswers[keyof CopyAnswers] }
  | { readonly id: number; readonly refusal: Refusal }
  | { readonly id: number; readonly fault: string }

parentPort?.on('message', ({ id, job }: { readonly id: number; readonly job: CopyJob }) => {
  parentPort?.postMessage(done(id, job))
})

function done(id: number, job: CopyJob): CopyOutcome {
  try {
    const result = work(job)
    return result.ok ? { id, value: result.value } : { id, refusal: result.refusal }
  } catch (error) {
    // Too deep for the stack is a property of the copy and no fault of ours.
    if (error instanceof RangeError)
      return { id, refusal: refuse('tooLarge', 'The parts of this copy lie too deep in each other.').refusal }
    return { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function work(job: CopyJob): Result<CopyAnswers[keyof CopyAnswers]> {
  switch (job.kind) {
    case 'read': {
      const lists = readCopy(job.packed)
      if (!lists.ok) return lists
      const read = new TextEncoder().encode(canonicalJson(lists.value))
      return ok({ read, sha256: sha256(read) })
    }
    case 'compare':
      return ok(compareCopy(wellFormed(job.record), listsIn(job.read)).map(named))
    case 'text':
      return ok(copyText(listsIn(job.read)))
  }
}

/** Only this thread's own other half wrote these bytes. */
function listsIn(read: Uint8Array): RecordLists {
  return JSON.parse(new TextDecoder().decode(read)) as RecordLists
}

function named(difference: CopyDifference): CopyVariant {
  const { key, part } = difference
  return { ...difference, variantId: sha256(canonicalJson([key, part])) }
}

/** A record may hold half a letter, which has no canonical form. */
function wellFormed(record: RecordLists): RecordLists {
  // The same lists with other letters in their strings.
  return JSON.parse(JSON.stringify(record), (_key, one: unknown) =>
    typeof one === 'string' ? one.toWellFormed() : one,
  ) as RecordLists
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

import { deserialize, serialize } from 'node:v8'
import { parentPort } from 'node:worker_threads'
import { never, ok, type Refusal, type Result, refuse } from '../../shared/base/index.ts'
import { createRecordDocument } from '../../shared/record/index.ts'
import { createNewId, systemRandom } from '../base/index.ts'
import type { KnownDelegation } from './compose/attendingOf.ts'
import { type Accepted, type Choice, composeAccepted } from './composeAccepted.ts'
import { type CopyJob, type MadeOfCopy, makeFromCopy } from './copy/makeFromCopy.ts'
import type { Kept } from './Kept.ts'
import { type GivenFile, type Preview, readPreview } from './readPreview.ts'

/** What the thread is told to do: once, then it ends. */
export type BringInJob =
  | { readonly kind: 'read'; readonly files: readonly GivenFile[] }
  | {
      readonly kind: 'compose'
      readonly kept: Uint8Array
      readonly choice: Choice
      readonly delegations: readonly KnownDelegation[]
    }
  | { readonly kind: 'copy'; readonly copy: CopyJob }

/** A preview, with all that is needed to make a record of it as bytes that nobody else looks into. */
export type ReadAnswer = Omit<Preview, 'kept'> & { readonly kept: Uint8Array }

/** A record as the first update of its document, with the session's side of it. */
export type ComposeAnswer = Omit<Accepted, 'edits'> & { readonly first: Uint8Array }

export type BringInOutcome =
  | { readonly value: ReadAnswer | ComposeAnswer | MadeOfCopy }
  | { readonly refusal: Refusal }
  | { readonly fault: string }

// One file, one thread: what is hostile in a file ends with the thread that read it.
parentPort?.once('message', (job: BringInJob) => {
  void done(job).then((outcome) => parentPort?.postMessage(outcome))
})

async function done(job: BringInJob): Promise<BringInOutcome> {
  try {
    const result = await answerTo(job)
    return result.ok ? { value: result.value } : { refusal: result.refusal }
  } catch (error) {
    // Too deep for the stack is a property of the file and no fault of ours.
    if (error instanceof RangeError)
      return { refusal: refuse('tooLarge', 'The parts of this text lie too deep in each other.', 'bringInDepth').refusal }
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

async function answerTo(job: BringInJob): Promise<Result<ReadAnswer | ComposeAnswer | MadeOfCopy>> {
  switch (job.kind) {
    case 'read':
      return read(job.files)
    case 'compose':
      return compose(job)
    case 'copy':
      return makeFromCopy(job.copy, newClientId())
    default:
      return never(job)
  }
}

function read(files: readonly GivenFile[]): Result<ReadAnswer> {
  const preview = readPreview(files)
  if (!preview.ok) return preview
  const { kept, ...shown } = preview.value
  return ok({ ...shown, kept: serialize(kept) })
}

function compose({ kept, choice, delegations }: Extract<BringInJob, { kind: 'compose' }>): Result<ComposeAnswer> {
  const random = systemRandom()
  // Only this thread's own other half wrote these bytes.
  const accepted = composeAccepted(deserialize(kept) as Kept, choice, delegations, createNewId(random))
  if (!accepted.ok) return accepted
  const { edits, ...rest } = accepted.value
  const first = createRecordDocument(edits, newClientId())
  if (!first.ok)
    return first.refusal.code === 'overLimit'
      ? refuse('tooLarge', 'This is more than one record may hold: take fewer of the finds.', 'bringInOverLimit')
      : first
  return ok({ ...rest, first: first.value })
}

function newClientId(): number {
  return Buffer.from(systemRandom()(4)).readUInt32BE()
}

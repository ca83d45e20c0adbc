import { createHash } from 'node:crypto'
import { frameKinds, logPiece, type Manifest, magic, maxFrameBytes } from './container.ts'

const gatherBytes = 256 * 1024

/** All that goes into a backup, taken hold of in one moment. */
export interface BackupSource {
  readonly format: number
  readonly epoch: string
  readonly at: number
  /** JSON files by their name in the folder. */
  readonly files: readonly { readonly name: string; readonly read: () => Promise<Uint8Array> }[]
  /** The log as it was at that moment. */
  readonly rows: AsyncIterable<readonly [string, Uint8Array]>
}

/** The bytes of a backup, a little at a time: 10,000 meetings are never in memory at once. */
export async function* writeBackup(source: BackupSource): AsyncGenerator<Uint8Array, void, undefined> {
  const whole = createHash('sha256')
  for await (const bytes of framed(source)) {
    whole.update(bytes)
    yield bytes
  }
  yield whole.digest()
}

async function* framed({ format, epoch, at, files, rows }: BackupSource): AsyncGenerator<Uint8Array, void, undefined> {
  const pieces: Manifest['pieces'][number][] = []
  let rowCount = 0
  yield magic
  for (const { name, read } of files) {
    const bytes = await read()
    yield frame(frameKinds.begin, text(name))
    yield* dataFrames(bytes)
    pieces.push({ name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
  }

  yield frame(frameKinds.begin, text(logPiece))
  const hash = createHash('sha256')
  let logBytes = 0
  for await (const gathered of gather(rows)) {
    rowCount += gathered.rows
    logBytes += gathered.bytes.length
    hash.update(gathered.bytes)
    yield* dataFrames(gathered.bytes)
  }
  pieces.push({ name: logPiece, bytes: logBytes, sha256: hash.digest('hex') })

  const manifest: Manifest = { format, epoch, at, rows: rowCount, pieces }
  yield frame(frameKinds.end, text(JSON.stringify(manifest)))
}

/** Rows as bytes, many together: one frame for each would be mostly frames. */
async function* gather(rows: BackupSource['rows']): AsyncGenerator<{ readonly rows: number; readonly bytes: Uint8Array }> {
  let parts: Uint8Array[] = []
  let held = 0
  let bytes = 0
  for await (const [key, value] of rows) {
    const name = text(key)
    const lengths = new Uint8Array(8)
    const view = new DataView(lengths.buffer)
    view.setUint32(0, name.length)
    view.setUint32(4, value.length)
    parts.push(lengths, name, value)
    held += 1
    bytes += lengths.length + name.length + value.length
    if (bytes < gatherBytes) continue
    yield { rows: held, bytes: Buffer.concat(parts) }
    parts = []
    held = 0
    bytes = 0
  }
  if (held > 0) yield { rows: held, bytes: Buffer.concat(parts) }
}

function* dataFrames(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += maxFrameBytes) yield frame(frameKinds.data, bytes.subarray(at, at + maxFrameBytes))
}

function frame(kind: number, payload: Uint8Array): Uint8Array {
  const framedBytes = new Uint8Array(5 + payload.length)
  framedBytes[0] = kind
  new DataView(framedBytes.buffer).setUint32(1, payload.length)
  framedBytes.set(payload, 5)
  return framedBytes
}

function text(words: string): Uint8Array {
  return new TextEncoder().encode(words)
}

import { createHash, type Hash } from 'node:crypto'
import { ByteReader } from './ByteReader.ts'
import { frameKinds, logPiece, type Manifest, magic, manifestSchema, maxFrameBytes, maxPartBytes } from './container.ts'

/** The file is not a whole backup; the message says why, without the file's name. */
export class BadBackup extends Error {}

/** A part of a backup, in the order in which they stand in it. Only the manifest, which comes last, says that all of it is whole. */
export type BackupPart =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly [string, Uint8Array])[] }
  | { readonly kind: 'manifest'; readonly manifest: Manifest; readonly bytes: number; readonly sha256: string }

/**
 * Takes a backup apart, a little at a time. Throws `BadBackup` at the first thing that is not as it was written: a length that
 * nobody writes, a name that is no file of ours, rows out of order, a hash that does not fit, an end too early or too late.
 */
export async function* readBackup(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<BackupPart, void, undefined> {
  const reader = new ByteReader(chunks)
  const first = await reader.take(magic.length)
  if (first === null || Buffer.compare(first, magic) !== 0) throw new BadBackup('it is not a backup of Rapporteur')
  const pieces: Manifest['pieces'][number][] = []
  let open: OpenPiece | null = null
  let rowCount = 0

  for (;;) {
    const { kind, payload } = await nextFrame(reader)
    if (kind === frameKinds.data) {
      if (open === null) throw new BadBackup('there is data before its name')
      open.hash.update(payload)
      open.bytes += payload.length
      if (open.rows === null) open.keep(payload)
      else {
        const rows = open.rows.push(payload)
        rowCount += rows.length
        if (rows.length > 0) yield { kind: 'rows', rows }
      }
      continue
    }
    if (open !== null) {
      const { name, bytes } = open
      if (open.rows === null) yield { kind: 'file', name, bytes: open.content() }
      else open.rows.end()
      pieces.push({ name, bytes, sha256: open.hash.digest('hex') })
    }
    if (kind === frameKinds.begin) open = new OpenPiece(nameOf(payload, pieces))
    else {
      const manifest = readManifest(payload)
      if (JSON.stringify(manifest.pieces) !== JSON.stringify(pieces)) throw new BadBackup('its parts do not fit their hashes')
      if (manifest.rows !== rowCount) throw new BadBackup('the number of its rows is wrong')
      if (pieces.at(-1)?.name !== logPiece) throw new BadBackup('its log is missing')
      yield await lastOf(reader, manifest)
      return
    }
  }
}

/** A piece that is being read: a JSON file is kept whole, the log is handed on row by row. */
class OpenPiece {
  readonly name: string
  readonly hash: Hash = createHash('sha256')
  readonly rows: RowReader | null
  bytes = 0
  readonly #kept: Uint8Array[] = []

  constructor(name: string) {
    this.name = name
    this.rows = name === logPiece ? new RowReader() : null
  }

  keep(part: Uint8Array): void {
    if (this.bytes > maxPartBytes) throw new BadBackup(`${this.name} is too long`)
    this.#kept.push(part)
  }

  content(): Uint8Array {
    return Buffer.concat(this.#kept)
  }
}

/** Cuts the log's bytes into rows again, whatever the frames were. */
class RowReader {
  #rest: Uint8Array = new Uint8Array()
  #waiting: Uint8Array[] = []
  #waitingBytes = 0
  #needed = 8
  #last: Uint8Array = new Uint8Array()

  push(bytes: Uint8Array): (readonly [string, Uint8Array])[] {
    this.#waiting.push(bytes)
    this.#waitingBytes += bytes.length
    // A long row comes in many frames: they are joined once, when there is enough.
    if (this.#rest.length + this.#waitingBytes < this.#needed) return []
    const held = Buffer.concat([this.#rest, ...this.#waiting])
    this.#waiting = []
    this.#waitingBytes = 0
    const rows: (readonly [string, Uint8Array])[] = []
    let at = 0
    for (;;) {
      const row = this.#rowAt(held, at)
      if (row === null) break
      rows.push([row.key, row.value])
      at = row.end
    }
    this.#rest = held.subarray(at)
    return rows
  }

  end(): void {
    if (this.#rest.length + this.#waitingBytes > 0) throw new BadBackup('its last row is cut off')
  }

  #rowAt(held: Buffer, at: number): { key: string; value: Uint8Array; end: number } | null {
    this.#needed = 8
    if (held.length - at < 8) return null
    const keyBytes = held.readUInt32BE(at)
    const valueBytes = held.readUInt32BE(at + 4)
    if (keyBytes === 0 || keyBytes > 1024 || valueBytes > maxPartBytes) throw new BadBackup('it has a row that nobody wrote')
    this.#needed = 8 + keyBytes + valueBytes
    const end = at + this.#needed
    if (held.length < end) return null
    const name = held.subarray(at + 8, at + 8 + keyBytes)
    const key = name.toString('utf8')
    // A key that does not come back as its own bytes would be stored under another one.
    const isOwn = Buffer.from(key).equals(name)
    if (!isOwn || Buffer.compare(name, this.#last) <= 0) throw new BadBackup('its rows are not in their order')
    this.#last = name
    return { key, value: held.subarray(at + 8 + keyBytes, end), end }
  }
}

async function nextFrame(reader: ByteReader): Promise<{ readonly kind: number; readonly payload: Uint8Array }> {
  const head = await reader.take(5)
  if (head === null) throw new BadBackup('it ends too early')
  const kind = head[0] ?? 0
  const length = new DataView(head.buffer, head.byteOffset).getUint32(1)
  const isKnown = Object.values(frameKinds).some((known) => known === kind)
  // The manifest names every group and may be longer than a frame of data.
  if (!isKnown || length > (kind === frameKinds.end ? maxPartBytes : maxFrameBytes)) throw new BadBackup('it is damaged')
  const payload = await reader.take(length)
  if (payload === null) throw new BadBackup('it ends too early')
  return { kind, payload }
}

/** Only names that a data folder has: nothing in a backup chooses where it is written. */
function nameOf(payload: Uint8Array, before: Manifest['pieces']): string {
  const name = new TextDecoder().decode(payload)
  if (name !== logPiece && !/^(people|groups\/[A-Za-z0-9_-]{1,64})\.json$/.test(name)) {
    throw new BadBackup('it holds a part that is none of ours')
  }
  if (before.some((piece) => piece.name === name || piece.name === logPiece)) throw new BadBackup('a part of it comes twice')
  return name
}

function readManifest(payload: Uint8Array): Manifest {
  const parsed = manifestSchema.safeParse(jsonOf(payload))
  if (!parsed.success) throw new BadBackup('what it says of itself cannot be read')
  return parsed.data
}

function jsonOf(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(payload))
  } catch {
    return null
  }
}

async function lastOf(reader: ByteReader, manifest: Manifest): Promise<BackupPart> {
  const expected = reader.digest()
  const told = await reader.take(32)
  if (told === null || !Buffer.from(told).equals(expected)) throw new BadBackup('it does not fit its hash')
  if ((await reader.take(1)) !== null) throw new BadBackup('there is something behind its end')
  return { kind: 'manifest', manifest, bytes: reader.bytes, sha256: reader.digest().toString('hex') }
}

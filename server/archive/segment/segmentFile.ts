import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import type { Merged } from './mergeSegments.ts'
import { type Bodies, type MeetingFacts, type Segment, type SegmentTables, tableKinds } from './Segment.ts'

const magic = 'RAPPSEG1'
/** Magic, length of the head, checksum of the head. */
const prefixBytes = 16
const alignment = 8

/** What stands before the tables, as JSON. */
interface Head {
  readonly meetings: readonly MeetingFacts[]
  readonly terms: readonly string[]
  readonly kinds: readonly string[]
  readonly parties: readonly string[]
  readonly lengths: Readonly<Record<keyof SegmentTables, number>>
  readonly checksum: number
}

/** A segment whose bodies lie in an open file. */
export interface FiledSegment {
  readonly segment: Segment
  close(): void
}

type TableName = keyof SegmentTables
// `tableKinds` has exactly the tables' names as keys.
const names = Object.keys(tableKinds) as TableName[]

/** Writes a segment beside its place and moves it there. Nothing is synced: a torn file is noticed by its checksums and made again. */
export async function writeSegment(path: string, { segment, pieces }: Merged): Promise<void> {
  const parts = names.map((name) => bytesOf(segment.tables[name]))
  let checksum = 0
  for (const part of parts) checksum = crc32(part, checksum)
  const { meetings, terms, kinds, parties } = segment
  const lengths = Object.fromEntries(names.map((name) => [name, segment.tables[name].length]))
  const head = Buffer.from(JSON.stringify({ meetings, terms, kinds, parties, lengths, checksum }))
  const prefix = Buffer.alloc(prefixBytes)
  prefix.write(magic, 'latin1')
  prefix.writeUInt32LE(head.length, 8)
  prefix.writeUInt32LE(crc32(head), 12)
  const file = await open(`${path}.tmp`, 'w', 0o600)
  try {
    await file.writeFile(prefix)
    await file.writeFile(head)
    let at = prefixBytes + head.length
    for (const part of parts) {
      const gap = padding(at)
      await file.writeFile(Buffer.alloc(gap))
      await file.writeFile(part)
      at += gap + part.length
    }
    for (const { bodies, from, to } of pieces) await file.writeFile(bodies.read(from, to))
  } finally {
    await file.close()
  }
  await rename(`${path}.tmp`, path)
}

/** Opens a segment's file; throws when it is not whole. The bodies stay in the file. */
export function readSegment(path: string): FiledSegment {
  const file = openSync(path, 'r')
  try {
    return { segment: readFrom(file), close: () => closeSync(file) }
  } catch (error) {
    closeSync(file)
    throw new Error('A file of the search index is damaged', { cause: error })
  }
}

function readFrom(file: number): Segment {
  const prefix = readBytes(file, 0, prefixBytes)
  const headBytes = prefix.readUInt32LE(8)
  if (prefix.toString('latin1', 0, 8) !== magic) throw new Error('It does not begin as one')
  const text = readBytes(file, prefixBytes, headBytes)
  if (crc32(text) !== prefix.readUInt32LE(12)) throw new Error('Its head does not fit its checksum')
  // The checksum proves that `writeSegment` wrote it.
  const head = JSON.parse(text.toString()) as Head
  let at = prefixBytes + headBytes
  let checksum = 0
  const tables: Partial<Record<TableName, SegmentTables[TableName]>> = {}
  for (const name of names) {
    at += padding(at)
    const table = new tableKinds[name](head.lengths[name])
    const bytes = bytesOf(table)
    readInto(file, at, bytes)
    checksum = crc32(bytes, checksum)
    tables[name] = table
    at += bytes.length
  }
  if (checksum !== head.checksum) throw new Error('Its tables do not fit their checksum')
  // Every name was filled just now, each with the kind of numbers that `tableKinds` says.
  const whole = tables as unknown as SegmentTables
  const end = at + (whole.bodyStart.at(-1) ?? 0)
  if (fstatSync(file).size !== end) throw new Error('Its length is wrong')
  const { meetings, terms, kinds, parties } = head
  return { meetings, terms, kinds, parties, tables: whole, bodies: inFile(file, at) }
}

function inFile(file: number, offset: number): Bodies {
  return { read: (from, to) => readBytes(file, offset + from, to - from) }
}

function readBytes(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  readInto(file, at, bytes)
  return bytes
}

function readInto(file: number, at: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) {
    const count = readSync(file, bytes, done, bytes.length - done, at + done)
    if (count === 0) throw new Error('It ends too early')
    done += count
  }
}

function bytesOf(table: SegmentTables[TableName]): Uint8Array {
  return new Uint8Array(table.buffer, table.byteOffset, table.byteLength)
}

function padding(at: number): number {
  return (alignment - (at % alignment)) % alignment
}

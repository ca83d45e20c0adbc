import { inflateRawSync } from 'node:zlib'
import { ok, type Result, refuse } from '../../../shared/base/index.ts'
import { readingLimits } from '../limits.ts'

/** An entry of a zip file, as its directory tells of it. */
interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly start: number
}

/** Unpacks one part of a file in memory, or null when there is none of that name. */
export type Unpack = (name: string) => Result<Uint8Array | null>

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50

/**
 * Opens a zip file: its directory is judged before anything is unpacked, and unpacking stops at what the directory promised.
 * Nothing is ever written to a disk, so names lead nowhere.
 */
export function openZip(bytes: Uint8Array): Result<Unpack> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return damaged()
  const count = view.getUint16(end + 10, true)
  const directory = view.getUint32(end + 16, true)
  if (count === 0xffff || directory === 0xffffffff) return tooMuch()
  if (count > readingLimits.zipEntries) return tooMuch()
  const entries = readDirectory(view, bytes, directory, count)
  if (entries === null) return damaged()
  const sum = entries.reduce((all, entry) => all + entry.unpacked, 0)
  if (sum > readingLimits.unpackedBytes || entries.some(isBomb)) return tooMuch()
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  return ok((name) => {
    const entry = byName.get(name)
    return entry === undefined ? ok(null) : unpack(view, bytes, entry)
  })
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - 22
  // A comment of at most 64 kB may stand behind the end of the directory.
  for (let at = last; at >= Math.max(0, last - 65_535); at -= 1) if (view.getUint32(at, true) === endMark) return at
  return null
}

function readDirectory(view: DataView, bytes: Uint8Array, start: number, count: number): readonly ZipEntry[] | null {
  const entries: ZipEntry[] = []
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entryMark) return null
    const nameLength = view.getUint16(at + 28, true)
    const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + rest
  }
  return entries
}

function isBomb({ packed, unpacked }: ZipEntry): boolean {
  return unpacked > readingLimits.partBytes || (unpacked > 1024 * 1024 && unpacked > packed * readingLimits.ratio)
}

function unpack(view: DataView, bytes: Uint8Array, { start, method, packed, unpacked }: ZipEntry): Result<Uint8Array> {
  if (start + 30 > view.byteLength || view.getUint32(start, true) !== localMark) return damaged()
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
  const body = bytes.subarray(from, from + packed)
  if (body.length !== packed) return damaged()
  if (method === 0) return ok(body)
  if (method !== 8) return damaged()
  try {
    // The promised size is the most that is ever unpacked: a directory that lies meets this wall.
    return ok(inflateRawSync(body, { maxOutputLength: Math.max(unpacked, 1) }))
  } catch {
    return damaged()
  }
}

function damaged() {
  return refuse('malformed', 'This file is damaged: it cannot be unpacked.', 'bringInDamaged')
}

function tooMuch() {
  return refuse('tooLarge', 'This file would unpack to more than is read here.', 'bringInUnpacked')
}

import { type FileHandle, open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createCrc32c } from './crc32c.ts'

/** A kind of block that LevelDB does not know: it answers that the block is damaged, and does not look into it. */
const unknownKind = 0x7f
const footerBytes = 48
const trailerBytes = 5
const magic = 0xdb4775248b80fb57n
/** So much is read through at every start; more only when the last run did not end in order. */
const usualBytes = 64 * 1024 * 1024

interface Handle {
  readonly at: number
  readonly size: number
}

/**
 * Reads LevelDB's tables through before it opens them, and marks each block whose checksum does not fit, by one byte. LevelDB
 * compares no checksums itself when it reads: it would take such a block apart, and then end the process, or say nothing where
 * the block tells which keys there are (D13). A marked block cannot be read, and says so: what is in it is named as damaged, and
 * everything else works. Returns what was found, for the log. `isSuspect`: the last run did not end in order.
 */
export async function markDamagedBlocks(folder: string, isSuspect: boolean): Promise<readonly string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^\d+\.(ldb|sst)$/.test(name)).sort()
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name)).catch(() => null))?.size ?? 0))
  if (!isSuspect && sizes.reduce((sum, size) => sum + size, 0) > usualBytes) return []
  const isWhole = createIsWhole()
  const found: string[] = []
  for (const name of names) {
    const count = await markTable(join(folder, name), isWhole)
    if (count > 0) found.push(`${name}: ${count}`)
  }
  return found
}

type IsWhole = (table: Buffer, block: Handle) => boolean

function createIsWhole(): IsWhole {
  const crc32c = createCrc32c()
  return (table, { at, size }) => {
    const masked = table.readUInt32LE(at + size + 1)
    const turned = (masked - 0xa282ead8) >>> 0
    return crc32c(table.subarray(at, at + size + 1)) === ((turned >>> 17) | (turned << 15)) >>> 0
  }
}

async function markTable(path: string, isWhole: IsWhole): Promise<number> {
  const file = await open(path, 'r+').catch(() => null)
  // Gone meanwhile, or not to be written: LevelDB will say what it thinks of it.
  if (file === null) return 0
  try {
    const table = await file.readFile()
    // Without its last words a table is refused as a whole, and nothing in it is believed.
    if (table.length < footerBytes || table.readBigUInt64LE(table.length - 8) !== magic) return 0
    const marks = marksFor(table, isWhole)
    for (const at of marks) await mark(file, at)
    if (marks.length > 0) await file.sync()
    return marks.length
  } finally {
    await file.close()
  }
}

async function mark(file: FileHandle, at: number): Promise<void> {
  await file.write(Uint8Array.of(unknownKind), 0, 1, at)
}

/** Where to write a mark: at the kind of each damaged block, or into the footer when it leads nowhere. */
function marksFor(table: Buffer, isWhole: IsWhole): readonly number[] {
  const handles = handlesIn(table.subarray(table.length - footerBytes), 2)
  const [meta, index] = handles ?? []
  if (meta === undefined || index === undefined || !fits(table, meta) || !fits(table, index)) return [table.length - 1]
  const kindOf = (block: Handle): number => block.at + block.size
  // Without its index a table is refused as a whole.
  if (!isWhole(table, index)) return [kindOf(index)]
  const damaged = entriesOf(table, index).filter((block) => fits(table, block) && !isWhole(table, block))
  // The filter says which keys are not there: a wrong one would hide what is.
  const filters = isWhole(table, meta) ? entriesOf(table, meta) : [meta]
  const hiding = filters.filter((block) => fits(table, block) && !isWhole(table, block))
  return [...damaged, ...hiding].map(kindOf).filter((at) => table[at] !== unknownKind)
}

function fits(table: Buffer, { at, size }: Handle): boolean {
  return at + size + trailerBytes <= table.length - footerBytes
}

/** The places that a block of places names; it was found to be whole before. Nothing where it is compressed. */
function entriesOf(table: Buffer, { at, size }: Handle): readonly Handle[] {
  const block = table.subarray(at, at + size)
  if (table[at + size] !== 0 || size < 4) return []
  const end = size - 4 - 4 * block.readUInt32LE(size - 4)
  const found: Handle[] = []
  for (let next = 0; next < end; ) {
    const lengths = varints(block, next, 3)
    if (lengths === null) return found
    const [, unshared = 0, length = 0] = lengths.values
    const value = lengths.end + unshared
    const [handle] = handlesIn(block.subarray(value, value + length), 1) ?? []
    if (handle !== undefined) found.push(handle)
    next = value + length
  }
  return found
}

function handlesIn(bytes: Uint8Array, count: number): readonly Handle[] | null {
  const read = varints(bytes, 0, count * 2)
  if (read === null) return null
  return Array.from({ length: count }, (_, n) => ({ at: read.values[n * 2] ?? 0, size: read.values[n * 2 + 1] ?? 0 }))
}

function varints(
  bytes: Uint8Array,
  from: number,
  count: number,
): { readonly values: readonly number[]; readonly end: number } | null {
  const values: number[] = []
  let at = from
  while (values.length < count) {
    let value = 0
    let scale = 1
    for (;;) {
      const byte = bytes[at++]
      if (byte === undefined || scale > 2 ** 49) return null
      value += (byte & 0x7f) * scale
      if (byte < 0x80) break
      scale *= 128
    }
    values.push(value)
  }
  return { values, end: at }
}

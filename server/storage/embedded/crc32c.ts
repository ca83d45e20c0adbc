const polynomial = 0x82f63b78

/** Tables for eight bytes at a time: whole folders are read through at the start. */
function makeTables(): Int32Array[] {
  const first = new Int32Array(256)
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1
    first[byte] = crc
  }
  const tables = [first]
  for (let step = 1; step < 8; step++) {
    const before = tables[step - 1] ?? first
    tables.push(before.map((crc) => (crc >>> 8) ^ (first[crc & 0xff] ?? 0)))
  }
  return tables
}

/** Builds the checksum of RFC 3720 (Castagnoli), which LevelDB's tables bear; Node has only the other CRC-32. */
export function createCrc32c(): (bytes: Uint8Array) => number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = makeTables() as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ] // eight were made
  const at = (table: Int32Array, index: number): number => table[index & 0xff] ?? 0
  return (bytes) => {
    const { length } = bytes
    let crc = -1
    let n = 0
    for (; n + 8 <= length; n += 8) {
      const low = crc ^ ((bytes[n] ?? 0) | ((bytes[n + 1] ?? 0) << 8) | ((bytes[n + 2] ?? 0) << 16) | ((bytes[n + 3] ?? 0) << 24))
      crc =
        at(t7, low) ^
        at(t6, low >>> 8) ^
        at(t5, low >>> 16) ^
        at(t4, low >>> 24) ^
        at(t3, bytes[n + 4] ?? 0) ^
        at(t2, bytes[n + 5] ?? 0) ^
        at(t1, bytes[n + 6] ?? 0) ^
        at(t0, bytes[n + 7] ?? 0)
    }
    for (; n < length; n++) crc = (crc >>> 8) ^ at(t0, crc ^ (bytes[n] ?? 0))
    return (crc ^ -1) >>> 0
  }
}

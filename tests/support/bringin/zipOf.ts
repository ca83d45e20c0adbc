import { crc32, deflateRawSync } from 'node:zlib'

interface Packed {
  readonly name: string
  readonly content: Uint8Array
  /** What the directory says of its size, where that is a lie. */
  readonly statedSize?: number
  /** Not packed: as it is. */
  readonly store?: true
}

/** A zip file by hand, so that it can lie. */
export function zipOf(entries: readonly Packed[]): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, statedSize = content.length, store } of entries) {
    const body = store === true ? Buffer.from(content) : deflateRawSync(content, { level: 9 })
    const title = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(store === true ? 0 : 8, 4)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(body.length, 14)
    facts.writeUInt32LE(statedSize, 18)
    facts.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), facts, title, body])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), facts, rest, title]))
    files.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...files, list, end]))
}

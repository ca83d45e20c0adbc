import { crc32 } from 'node:zlib'

const version = 1
const headerBytes = 5
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Puts a checksum over key and value before the value, so that bit rot and a value under a wrong key are noticed. */
export function seal(key: string, value: Uint8Array): Uint8Array {
  const sealed = new Uint8Array(headerBytes + value.length)
  sealed[0] = version
  new DataView(sealed.buffer).setUint32(1, checksum(key, value))
  sealed.set(value, headerBytes)
  return sealed
}

/** The value without its checksum. Throws when they do not fit each other. */
export function unseal(key: string, sealed: Uint8Array): Uint8Array {
  const value = sealed.subarray(headerBytes)
  const stored = new DataView(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (sealed.length < headerBytes || sealed[0] !== version || stored.getUint32(1) !== checksum(key, value)) {
    throw new Error(`The stored bytes of ${key} do not fit their checksum`)
  }
  return value
}

/** A value as sealed JSON. */
export function sealJson(key: string, value: unknown): Uint8Array {
  return seal(key, encoder.encode(JSON.stringify(value)))
}

/** Reads sealed JSON back. The caller names the type that it stored under this key. */
export function unsealJson<T>(key: string, sealed: Uint8Array): T {
  // The checksum proves that these are the bytes which `sealJson` wrote for this key.
  return JSON.parse(decoder.decode(unseal(key, sealed))) as T
}

function checksum(key: string, value: Uint8Array): number {
  return crc32(value, crc32(key))
}

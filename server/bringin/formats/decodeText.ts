import { ok, type Result, refuse } from '../../../shared/base/index.ts'
import type { ReadingProblem } from '../Block.ts'

interface Decoded {
  readonly text: string
  readonly encoding: string
  readonly problems: readonly ReadingProblem[]
}

/** Control characters but tab, line feed, form feed and carriage return. */
const controls = /(?![\t\n\f\r])\p{Cc}/gu

/** Bytes as text: UTF-8, UTF-16, else the letters of Western Europe. What is no text at all is refused. */
export function decodeText(bytes: Uint8Array): Result<Decoded> {
  const encoding = encodingOf(bytes)
  const decoded = new TextDecoder(encoding, { fatal: false, ignoreBOM: false }).decode(bytes)
  const text = decoded.replace(/^\uFEFF/, '').replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
  const odd = count(text, controls)
  if (odd > 20 && odd > text.length / 200)
    return refuse('malformed', 'This file holds no text that can be read.', 'bringInNoText')
  const replaced = count(text, /\uFFFD/g)
  if (replaced > 20 && replaced > text.length / 20) {
    return refuse('malformed', 'This file holds no text that can be read.', 'bringInNoText')
  }
  const clean = text.replace(controls, '').replaceAll('\f', '\n').normalize('NFC')
  const problems = replaced > 0 ? [{ problem: 'lettersReplaced' as const, words: String(replaced) }] : []
  return ok({ text: clean, encoding, problems })
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(pattern)) found += 1
  return found
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4_000)
  // In plain Western text every other byte of UTF-16 is zero.
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > sample.length / 6 && even < sample.length / 50) return 'utf-16le'
  if (even > sample.length / 6 && odd < sample.length / 50) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return looksLikeUtf8(bytes) ? 'utf-8' : 'windows-1252'
  }
}

/** Mostly whole UTF-8 sequences with a few broken ones is damaged UTF-8, and no other encoding. */
function looksLikeUtf8(bytes: Uint8Array): boolean {
  let whole = 0
  let broken = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) continue
    const length = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0
    const follows = bytes.subarray(at + 1, at + 1 + length)
    if (length > 0 && follows.length === length && follows.every((one) => one >= 0x80 && one < 0xc0)) {
      whole += 1
      at += length
    } else broken += 1
  }
  return whole > broken * 4
}

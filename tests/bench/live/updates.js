// Updates of letters typed in a row, written and read without a Y.Doc: the load must not be slower than what it measures.
// Format: https://github.com/yjs/yjs/blob/main/INTERNALS.md, version 1.
import * as Y from 'yjs'

/** An update that brings nothing, as a client with an empty copy answers the server's first step. */
export const nothing = new Uint8Array([0, 0])

/**
 * Calls `note(client, end)` for each stretch of letters in an update, `end` being the clock after it. What is not a plain stretch of
 * letters is read by Yjs itself.
 */
export function readProgress(update, note) {
  const at = { bytes: update, pos: 0 }
  for (let clients = number(at); clients > 0; clients -= 1) {
    let structs = number(at)
    const client = number(at)
    let clock = number(at)
    for (; structs > 0; structs -= 1) {
      const length = structLength(at)
      if (length === null) return readWithYjs(update, note)
      clock += length
    }
    note(client, clock)
  }
}

/** One letter typed behind this client's letter before it; `origin` is the id it stands behind. */
export function letterBehind(client, clock, origin, letter) {
  const bytes = [1, 1, ...varint(client), ...varint(clock), 0x84, ...varint(origin.client), ...varint(origin.clock), 1, letter, 0]
  return Uint8Array.from(bytes)
}

function structLength(at) {
  const info = at.bytes[at.pos]
  at.pos += 1
  const kind = info & 0x1f
  if (kind === 0 || kind === 10) return number(at)
  if ((info & 0xc0) === 0) return null
  if ((info & 0x80) !== 0) skipId(at)
  if ((info & 0x40) !== 0) skipId(at)
  const length = kind === 4 || kind === 1 ? number(at) : null
  // The load types ASCII alone, so that bytes are letters.
  if (kind === 4) at.pos += length
  return length
}

function skipId(at) {
  number(at)
  number(at)
}

function readWithYjs(update, note) {
  const ends = new Map()
  for (const { id, length } of Y.decodeUpdate(update).structs) ends.set(id.client, id.clock + length)
  for (const [client, end] of ends) note(client, end)
}

/** A variable unsigned integer of lib0, at a place that moves on. */
export function number(at) {
  let value = 0
  let factor = 1
  for (;;) {
    const byte = at.bytes[at.pos]
    at.pos += 1
    value += (byte & 0x7f) * factor
    if (byte < 0x80) return value
    factor *= 128
  }
}

/** The bytes of such a number. */
export function varint(value) {
  const bytes = []
  let rest = value
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80)
  bytes.push(rest)
  return bytes
}

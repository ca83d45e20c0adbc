import { z } from 'zod'
import { isId } from '../base/index.ts'
import { delegationTypes } from './http.ts'

// Copies of a record from before the server was restored (DECIDED 11): brought by devices, never merged.

/** The longest copy that is taken, in bytes. */
export const copyMaxBytes = 8 * 1024 * 1024

export const bringCopyQuery = z.strictObject({
  /** Made by the device: bringing the same copy again is bringing it once. */
  copyId: z.string().refine(isId, 'is not an id'),
  /** The epoch that the copy belongs to. */
  epoch: z.string().min(1).max(40),
})

/** What the device knew of the session when it left: said to whoever decides, and believed by nobody. */
export const copyHeader = z.object({
  phase: z.enum(['planned', 'inSession', 'suspended', 'draft', 'circulated', 'adopted']).nullable(),
  standings: z.record(
    z.string().max(40),
    z.enum(['proposed', 'bracketed', 'agreed', 'coordinatorView', 'noAgreement', 'deferred']).nullable(),
  ),
  statuses: z.record(z.string().max(40), z.enum(['open', 'inProgress', 'done', 'dropped'])),
})
export type CopyHeader = z.infer<typeof copyHeader>

/** A copy as it is kept: its header as JSON behind its length, then one Yjs V1 update. */
export function packCopy(header: CopyHeader, update: Uint8Array): Uint8Array {
  const json = ascii(JSON.stringify(header))
  const packed = new Uint8Array(4 + json.length + update.length)
  new DataView(packed.buffer).setUint32(0, json.length)
  packed.set(json, 4)
  packed.set(update, 4 + json.length)
  return packed
}

/** JSON with every letter beyond ASCII escaped: one byte a letter, wherever it runs. */
function ascii(json: string): Uint8Array {
  const escaped = json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return Uint8Array.from(escaped, (letter) => letter.charCodeAt(0))
}

function lettersOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

/** Takes it apart again; null for what is none. */
export function unpackCopy(packed: Uint8Array): { readonly header: CopyHeader; readonly update: Uint8Array } | null {
  if (packed.length < 4) return null
  const length = new DataView(packed.buffer, packed.byteOffset, packed.byteLength).getUint32(0)
  if (4 + length > packed.length) return null
  try {
    const header = copyHeader.safeParse(JSON.parse(lettersOf(packed.subarray(4, 4 + length))))
    return header.success ? { header: header.data, update: Uint8Array.from(packed.subarray(4 + length)) } : null
  } catch {
    // Whatever this is, no device of ours packed it.
    return null
  }
}

const author = z.strictObject({ name: z.string().nullable(), delegationType: z.enum(delegationTypes).nullable() })

/** A copy that was brought. */
export const copyAnswer = z.strictObject({
  copyId: z.string(),
  at: z.string(),
  bytes: z.int(),
  yours: z.boolean(),
  /** Who brought it, as the meeting's attribution lets it be shown. */
  author,
  /** How many of its differences nobody has decided about; null where they are not yours to see, or cannot be told. */
  open: z.int().nullable(),
})

/** One thing that differs between the record and copies of it. */
export const copyDifferenceAnswer = z.strictObject({
  /** The same words of the same part have the same id, whichever copy they are in. */
  variantId: z.string(),
  key: z.string(),
  what: z.enum(['new', 'changed', 'missing']),
  /** A `CopiedPart` of shared/record. */
  part: z.unknown(),
  now: z.unknown(),
  fields: z.array(z.string()),
  /** The copies that say so. */
  copies: z.array(z.string()),
  decision: z.strictObject({ what: z.enum(['taken', 'declined']), at: z.string() }).nullable(),
})

/** The copies that the caller may see, and for those who decide what differs. */
export const copiesAnswer = z.strictObject({
  copies: z.array(copyAnswer),
  differences: z.array(copyDifferenceAnswer),
  /** More differs than is shown. */
  isCut: z.boolean(),
})

export const decideCopyBody = z.strictObject({
  variantId: z.string().regex(/^[0-9a-f]{64}$/),
  what: z.enum(['taken', 'declined']),
})

export type CopyAnswer = z.infer<typeof copyAnswer>
export type CopyDifferenceAnswer = z.infer<typeof copyDifferenceAnswer>
export type CopiesAnswer = z.infer<typeof copiesAnswer>

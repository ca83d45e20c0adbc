import { z } from 'zod'

/**
 * A backup is one file: this line, then frames (a letter, the length of what follows as four bytes, big-endian, and that), then
 * the SHA-256 of everything before it. `begin` names a piece, `data` is a part of it, `end` holds the manifest and comes last.
 * Pieces are the JSON files as they lie in the folder, and `log`: every row of the log in order, as the length of its key, the
 * length of its value (four bytes each), key and value.
 */
export const magic = new TextEncoder().encode('RAPPORTEUR-BACKUP 1\n')

/** The letters of frames. */
export const frameKinds = { begin: 0x42, data: 0x44, end: 0x45 } as const

/** More is never written into one frame, and never believed by who reads it. */
export const maxFrameBytes = 1024 * 1024

/** The piece that holds the rows of the log; it comes last. */
export const logPiece = 'log'

/** A JSON file or a row longer than this is not one of ours. */
export const maxPartBytes = 512 * 1024 * 1024

const count = z.int().nonnegative()

/** What a backup says of itself, after everything else. */
export const manifestSchema = z.strictObject({
  /** The data folder's format (format.json). */
  format: z.int().positive(),
  epoch: z.string().max(40),
  /** The one moment that all of it is from, in the server's clock: whatever was answered as saved before is in it. */
  at: count,
  rows: count,
  pieces: z.array(z.strictObject({ name: z.string(), bytes: count, sha256: z.string().length(64) })),
})
export type Manifest = z.infer<typeof manifestSchema>
